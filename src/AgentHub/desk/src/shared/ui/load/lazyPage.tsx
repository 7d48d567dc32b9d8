import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { usePage } from '../common/deskContext';
import { fetchChunk, MissingChunk } from './chunk';
import { LoadFailed } from './LoadFailed';
import { Opening } from './Opening';

/** A page that is fetched when it is first shown; `preload` fetches it before. */
export type LazyPage<P extends object> = ComponentType<P> & { preload(): Promise<unknown> };

export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  const fresh = () => lazy(async () => ({ default: await fetchChunk(load) }));
  // Outside of the component: whoever comes back to the page finds it loaded. A failed one is kept by React, so a retry makes a new one.
  let current = fresh();
  function Page(props: P) {
    const [tries, setTries] = useState(0);
    const onCall = usePage((page) => page.view?.call != null || page.phone.session !== null);
    const again = () => {
      current = fresh();
      setTries(tries + 1);
    };
    const Loaded = current;
    return (
      <MissingBoundary
        key={tries}
        instead={
          <main className="main single">
            <LoadFailed onCall={onCall} onAgain={again} />
          </main>
        }
      >
        <Suspense
          fallback={
            <main className="main single">
              <Opening />
            </main>
          }
        >
          <Loaded {...props} />
        </Suspense>
      </MissingBoundary>
    );
  }
  return Object.assign(Page, { preload: load });
}

/** Catches nothing but a missing part: an error of the page itself is not made to look like one. */
class MissingBoundary extends Component<{ instead: ReactNode; children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof MissingChunk)) throw error;
    return this.props.instead;
  }
}
