import type { Category, CodeName } from '../contract';

/** The way from the root to a category; empty when the code is not (or no longer) in the tree. */
export function categoryPath(categories: readonly Category[], code: string | null): Category[] {
  if (code === null) return [];
  for (const category of categories) {
    if (category.code === code) return [category];
    const below = categoryPath(category.children, code);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

/** From the root to the leaf: root › branch › leaf. */
export function categoryText(categories: readonly Category[], code: string | null): string {
  const path = categoryPath(categories, code);
  return path.length > 0 ? path.map((category) => category.name).join(' › ') : (code ?? '');
}

export function nameOf(list: readonly CodeName[], code: string | null): string {
  return list.find((entry) => entry.code === code)?.name ?? code ?? '';
}
