import type { Category } from '../../shared/contract';

/** The syllables of a word, one for each character, in small letters without tones. */
export type Spell = (word: string) => readonly string[];

/** A category that a ticket can name, with all the words by which it is found. */
export interface Findable {
  code: string;
  name: string;
  /** Names of what it stands under, from the root. */
  path: readonly string[];
  synonyms: readonly string[];
  /** Name and synonyms of what it stands under. */
  above: readonly string[];
}

/** What was found, and the synonym by which, where it was not the name. */
export interface Found {
  category: Findable;
  by: string | null;
}

/** The leaves of the tree, in its order. */
export function findables(categories: readonly Category[]): Findable[] {
  const below = (list: readonly Category[], path: readonly string[], above: readonly string[]): Findable[] =>
    list.flatMap(({ code, name, synonyms, children }) =>
      children.length > 0
        ? below(children, [...path, name], [...above, name, ...synonyms])
        : [{ code, name, path, synonyms, above }],
    );
  return below(categories, [], []);
}

/**
 * Those that are meant by what was typed: by a name first, then by a synonym, then by the pinyin of these, and last by what they stand under.
 * Without letters, or while the pinyin is not there yet, only words are compared. Nothing typed finds all.
 */
export function findCategories(all: readonly Findable[], typed: string, spell: Spell | null): Found[] {
  const text = fold(typed);
  if (text === '') return all.map((category) => ({ category, by: null }));
  const letters = spell !== null && /^[a-z']+$/.test(text) ? text.replaceAll("'", '') : '';
  const sounds = (word: string) => letters !== '' && spell !== null && matchesPinyin(spell(word), letters);
  return all
    .map((category) => ({ category, ...rank(category, text, sounds) }))
    .filter(({ order }) => order !== null)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ category, by }) => ({ category, by }));
}

function rank(
  { name, synonyms, above }: Findable,
  text: string,
  sounds: (word: string) => boolean,
): { order: number | null; by: string | null } {
  const has = (word: string) => fold(word).includes(text);
  if (fold(name).startsWith(text)) return { order: 0, by: null };
  if (has(name)) return { order: 1, by: null };
  const exact = synonyms.find((word) => fold(word).startsWith(text));
  if (exact) return { order: 2, by: exact };
  const within = synonyms.find(has);
  if (within) return { order: 3, by: within };
  if (sounds(name)) return { order: 4, by: null };
  const spoken = synonyms.find(sounds);
  if (spoken) return { order: 5, by: spoken };
  const under = above.find((word) => has(word) || sounds(word));
  return { order: under ? 6 : null, by: null };
}

/**
 * Whether letters are the pinyin of neighbouring characters, each written whole or by its initial (gongshui, gs, gshui, zhzh), the last one
 * also by its beginning.
 */
export function matchesPinyin(syllables: readonly string[], letters: string): boolean {
  return syllables.some((_, first) => continues(syllables, first, letters));
}

function continues(syllables: readonly string[], at: number, letters: string): boolean {
  if (letters === '') return true;
  const syllable = syllables[at];
  if (syllable === undefined || syllable === '') return false;
  if (syllable.startsWith(letters)) return true;
  const initials = /^[zcs]h/.test(syllable) ? [syllable.slice(0, 1), syllable.slice(0, 2)] : [syllable.slice(0, 1)];
  return [...initials, syllable].some(
    (part) => letters.startsWith(part) && continues(syllables, at + 1, letters.slice(part.length)),
  );
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
