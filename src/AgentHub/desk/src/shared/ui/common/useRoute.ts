import { useSyncExternalStore } from 'react';
import { parseRoute, type Route, routeHash } from '../../core/nav';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The page shown, from the address after '#': a reload comes back to the same place. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

export function goTo(route: Route): void {
  window.location.hash = routeHash(route);
}
