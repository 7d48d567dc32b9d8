import { createContext, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import { type BarMode, barMode } from '../../core/bar';
import type { PageState } from '../../core/page';
import { sentenceOf } from '../../live/http';
import type { Desk } from '../../session/desk';
import { usePart, useStore } from '../../session/store';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside of a signed-in page');
  return desk;
}

export function usePage<P>(pick: (page: PageState) => P): P {
  return usePart(useDesk().page, pick);
}

/** The server's clock, ticking once a second. */
export function useNow(): number {
  const desk = useDesk();
  return useStore(desk.clock.now) + usePage((page) => page.clockOffset);
}

/** Renders again only when the mode changes, not with every second and every view. */
export function useBarMode(): BarMode {
  const desk = useDesk();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [desk.page.subscribe(listener), desk.clock.now.subscribe(listener)];
      return () => stops.forEach((stop) => void stop());
    },
    [desk],
  );
  return useSyncExternalStore(subscribe, () => barMode(desk.page.get(), Date.now()));
}

export interface Command {
  busy: boolean;
  /** Chinese; null when the last command succeeded. */
  error: string | null;
  run(action: () => Promise<unknown>): Promise<boolean>;
}

/** A command that the server may refuse: its sentence is kept to be shown beside the key that was pressed. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = useCallback(async (action: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await action();
      return true;
    } catch (thrown) {
      setError(sentenceOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, run };
}
