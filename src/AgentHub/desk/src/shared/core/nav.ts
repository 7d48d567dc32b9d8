/** Pages of the desk and their address after the '#'. */
export type PageName = 'desk' | 'tickets' | 'floor';

export interface Route {
  page: PageName;
  ticketId: string | null;
}

export function parseRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'tickets') return { page, ticketId: id ? decodeURIComponent(id) : null };
  return { page: page === 'floor' ? 'floor' : 'desk', ticketId: null };
}

export function routeHash(route: Route): string {
  return route.page === 'tickets' && route.ticketId
    ? `#/tickets/${encodeURIComponent(route.ticketId)}`
    : `#/${route.page}`;
}
