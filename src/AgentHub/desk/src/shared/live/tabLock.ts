/**
 * Of several tabs of one browser one has the telephone: it holds a lock that goes with it, however it goes. Whoever wants it asks for it, or
 * takes it, or waits until it is free.
 */

const name = 'hotline-telephone';

/** A page that is loaded again finds its own former lock for a moment. */
const releasedWithin = 700;

export interface TabLock {
  /** True where it was free and is ours from now on. */
  claim(): Promise<boolean>;
  /** Takes it from the tab that has it. */
  take(): Promise<void>;
  /** Done when the tab that has it is gone, and it is ours. */
  wait(): Promise<void>;
}

/** Without locks (a page that is not secure has none) every tab believes to be alone, and the server decides. */
export function tabLock(): TabLock {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) {
    return { claim: async () => true, take: async () => undefined, wait: () => new Promise(() => undefined) };
  }
  const hold = (options: LockOptions) =>
    new Promise<void>((ours, never) => {
      const held = () => {
        ours();
        return new Promise<void>(() => undefined);
      };
      // Rejected where it was not waited for any longer; later, where another tab took it: the server tells this page so.
      locks.request(name, options, held).catch(never);
    });
  return {
    claim: () =>
      hold({ signal: AbortSignal.timeout(releasedWithin) }).then(
        () => true,
        () => false,
      ),
    take: () => hold({ steal: true }),
    wait: () => hold({}),
  };
}
