import type { CaseCountsView, CaseQueue } from '../../../shared/contract';
import { queueTexts } from '../../core/texts';
import { caseTexts } from '../../texts';

interface Props {
  counts: CaseCountsView | null;
  shown: CaseQueue | null;
  /** How many notices of the desk nobody has read. */
  unread: number;
  noticesShown: boolean;
  onPick(queue: CaseQueue): void;
  onNotices(): void;
}

/** The lists that somebody has, with how many wait in each. */
export function QueueList({ counts, shown, unread, noticesShown, onPick, onNotices }: Props) {
  return (
    <nav className="card queue-list" aria-label={caseTexts.queues}>
      {counts === null ? <span className="skeleton" style={{ margin: 12 }} /> : null}
      {counts?.queues.map(({ queue, total, soon, overdue }) => (
        <button
          key={queue}
          type="button"
          title={queueTexts[queue].hint}
          aria-current={queue === shown && !noticesShown}
          data-testid={`queue-${queue}`}
          onClick={() => onPick(queue)}
        >
          <span className="name">{queueTexts[queue].name}</span>
          <b data-testid={`count-${queue}`}>{total}</b>
          {soon > 0 ? (
            <span className="soon" data-testid={`soon-${queue}`}>
              {caseTexts.soonCount(soon)}
            </span>
          ) : null}
          {overdue > 0 ? <span className="late">{caseTexts.lateCount(overdue)}</span> : null}
        </button>
      ))}
      <button
        type="button"
        title={caseTexts.noticesHint}
        aria-current={noticesShown}
        data-testid="queue-notices"
        onClick={onNotices}
      >
        <span className="name">{caseTexts.notices}</span>
        <b data-testid="count-notices">{unread}</b>
        {unread > 0 ? <span className="late">{caseTexts.noticesUnread(unread)}</span> : null}
      </button>
      {counts?.queues.length === 0 ? <p className="empty">{caseTexts.noQueues}</p> : null}
    </nav>
  );
}
