import { Store } from '../../shared/session/store';
import { fetchChunk } from '../../shared/ui/load/chunk';
import type { Spell } from '../core/findCategory';

/** The pinyin of words; null until its dictionary is here. It is large and no call waits for it: names and synonyms are found without it. */
export class Spelling {
  readonly spell = new Store<Spell | null>(null);
  private loading = false;

  /** Fetches the dictionary, once; where it does not come, the next wish asks again. */
  async load(): Promise<void> {
    if (this.loading || this.spell.get() !== null) return;
    this.loading = true;
    try {
      const { pinyin } = await fetchChunk(() => import('pinyin-pro'));
      const known = new Map<string, readonly string[]>();
      this.spell.set((word) => {
        const spelled =
          known.get(word) ??
          pinyin(word, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());
        known.set(word, spelled);
        return spelled;
      });
    } catch {
      // Words are compared all the same.
    } finally {
      this.loading = false;
    }
  }
}
