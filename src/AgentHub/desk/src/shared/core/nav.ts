/** A page of the desk and what it shows, as the address after the '#' has them: #/tickets/t1. */
export interface Route {
  page: string;
  /** The one thing that the page shows; null where it shows all of them. */
  item: string | null;
}

export function parseRoute(hash: string): Route {
  const [page, item] = hash.replace(/^#\/?/, '').split('/');
  return { page: page ?? '', item: item ? decodeURIComponent(item) : null };
}

export function routeHash({ page, item }: Route): string {
  return item ? `#/${page}/${encodeURIComponent(item)}` : `#/${page}`;
}

/** The page that is shown: the one asked for, or else the first of those that somebody may see. */
export function pageFor<P extends { name: string }>(mayPages: readonly P[], asked: string): P {
  const page = mayPages.find(({ name }) => name === asked) ?? mayPages[0];
  if (page === undefined) throw new Error('a desk without pages');
  return page;
}
