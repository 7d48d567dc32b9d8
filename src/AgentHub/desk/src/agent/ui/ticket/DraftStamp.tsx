import { clockTime } from '../../../shared/core/format';
import { recordedTexts } from '../../../shared/texts';
import { Icon } from '../../../shared/ui/common/Icon';
import { stampOf } from '../../core/draft';
import type { Recorded } from '../../core/recorded';
import type { DraftEntry } from '../../work/draftKeeper';

/** Where the text is: saved with its time, on its way, or only here. */
export function DraftStamp({ entry, recorded }: { entry: DraftEntry; recorded: Recorded | null }) {
  const stamp = stampOf(entry.draft);
  const savedAt = entry.draft.savedAt ? clockTime(entry.draft.savedAt) : '';
  const text = recorded
    ? recordedTexts.stamp(recorded, savedAt)
    : stamp === 'saved'
      ? `已自动保存 ${savedAt}`
      : stamp === 'saving'
        ? '正在保存…'
        : stamp === 'local'
          ? '仅存在本机，连上后上传'
          : stamp === 'refused'
            ? `没有保存：${entry.problem?.sentence ?? ''}`
            : stamp === 'conflict'
              ? '有内容与系统不同，请选择'
              : '还没有改动';
  const look = recorded ? 'saved' : stamp;
  return (
    <span className={`stamp ${look}`} data-testid="draft-stamp" data-stamp={look} role="status">
      {look === 'saved' ? <Icon name="tick" size="small" /> : null}
      {look === 'local' || look === 'refused' || look === 'conflict' ? <Icon name="warn" size="small" /> : null}
      {text}
    </span>
  );
}
