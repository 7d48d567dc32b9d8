import { shortMoment } from '../../../shared/core/format';
import { useNow } from '../../../shared/ui/common/deskContext';
import { contactWayTexts, storyTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part, Said } from './Part';

/** What the unit answered, the newest first. */
export function Replies({ view, unitName }: PartProps) {
  const now = useNow();
  if (view.replies.length === 0) return null;
  return (
    <Part title={caseTexts.replies}>
      {[...view.replies].reverse().map((reply) => (
        <article key={reply.no} className="said" data-testid="reply">
          <p className="row" style={{ flexWrap: 'wrap' }}>
            <b>{caseTexts.replyOf(reply.no)}</b>
            <span>{unitName(reply.unit)}</span>
            <span className={reply.solved ? 'tag green' : 'tag amber'}>
              {reply.solved ? storyTexts.solved : storyTexts.unsolved}
            </span>
            <span className="tag">
              {reply.review === null
                ? caseTexts.reviewPending
                : reply.review.granted
                  ? storyTexts.approved
                  : storyTexts.sentBack}
            </span>
            {reply.mayBePublished ? <span className="tag outline">{caseTexts.publish}</span> : null}
          </p>
          <p className="fixed-text">{reply.text}</p>
          <p className="small muted">
            {caseTexts.contacted(contactWayTexts[reply.way], shortMoment(reply.contactedAt, now))}
          </p>
          <Said label={caseTexts.explanation} text={reply.explanation} />
          <Said label={caseTexts.withoutOpinions} text={reply.withoutOpinions} />
          <Said label={caseTexts.scan} text={reply.scan} />
          <Said label={caseTexts.reason} text={reply.review?.note ?? null} />
        </article>
      ))}
    </Part>
  );
}
