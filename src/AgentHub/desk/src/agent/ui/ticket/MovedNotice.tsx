import { useStore } from '../../../shared/session/store';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

/** The visible move of a draft that gave way to a call. */
export function MovedNotice() {
  const desk = useDesk();
  const work = useWorkplace();
  const movedAway = usePage((page) => page.workspace.movedAway);
  const title = useStore(work.drafts.book).entries[movedAway ?? '']?.draft.values.title;
  if (movedAway === null) return null;
  return (
    <p className="note blue" role="status" data-testid="moved-notice">
      <span className="cut">
        {formTexts.formerDraft}
        {title ? `“${title}”` : ''}
        {formTexts.movedToMine}
      </span>
      <span className="spacer" />
      <button type="button" className="link" onClick={() => desk.take({ kind: 'noticeRead' })}>
        {formTexts.read}
      </button>
    </p>
  );
}
