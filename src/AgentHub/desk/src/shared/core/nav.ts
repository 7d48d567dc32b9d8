/** A page of the desk and what it shows, as the address after the '#' has them: #/tickets/t1?query=light&page=2. */
export interface Route {
  page: string;
  /** The one thing that the page shows; null where it shows all of them. */
  item: string | null;
  /** What was looked for, as the page itself names it: a reload comes back to it. */
  search?: Readonly<Record<string, string>>;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, item] = path.split('/');
  const route = { page: page ?? '', item: item ? decoded(item) : null };
  return query === '' ? route : { ...route, search: Object.fromEntries(new URLSearchParams(query)) };
}

export function routeHash({ page, item, search }: Route): string {
  const filled = Object.entries(search ?? {}).filter(([, value]) => value !== '');
  const query = filled.length > 0 ? `?${new URLSearchParams(filled)}` : '';
  return item ? `#/${page}/${encodeURIComponent(item)}${query}` : `#/${page}${query}`;
}

/** An address may be typed, and a lone % is no text. */
function decoded(item: string): string {
  try {
    return decodeURIComponent(item);
  } catch {
    return item;
  }
}

/** The page that is shown: the one asked for, or else the first of those that somebody may see. */
export function pageFor<P extends { name: string }>(mayPages: readonly P[], asked: string): P {
  const page = mayPages.find(({ name }) => name === asked) ?? mayPages[0];
  if (page === undefined) throw new Error('a desk without pages');
  return page;
}
