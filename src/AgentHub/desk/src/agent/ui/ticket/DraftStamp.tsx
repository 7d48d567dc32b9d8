import { clockTime } from '../../../shared/core/format';
import { Icon } from '../../../shared/ui/common/Icon';
import { stampOf } from '../../core/draft';
import type { Recorded } from '../../core/recorded';
import { recordedTexts } from '../../texts';
import type { DraftEntry } from '../../work/draftKeeper';
import { formTexts } from './texts';

/** Where the text is: saved with its time, on its way, or only here. */
export function DraftStamp({ entry, recorded }: { entry: DraftEntry; recorded: Recorded | null }) {
  const stamp = stampOf(entry.draft);
  const savedAt = entry.draft.savedAt ? clockTime(entry.draft.savedAt) : '';
  const text = recorded
    ? recordedTexts.stamp(recorded, savedAt)
    : stamp === 'saved'
      ? formTexts.savedAt(savedAt)
      : stamp === 'saving'
        ? formTexts.saving
        : stamp === 'local'
          ? formTexts.onlyHere
          : stamp === 'refused'
            ? formTexts.refusedBecause(entry.problem?.sentence ?? '')
            : stamp === 'conflict'
              ? formTexts.conflict
              : formTexts.untouched;
  const look = recorded ? 'saved' : stamp;
  return (
    <span className={`stamp ${look}`} data-testid="draft-stamp" data-stamp={look} role="status">
      {look === 'saved' ? <Icon name="tick" size="small" /> : null}
      {look === 'local' || look === 'refused' || look === 'conflict' ? <Icon name="warn" size="small" /> : null}
      {text}
    </span>
  );
}
