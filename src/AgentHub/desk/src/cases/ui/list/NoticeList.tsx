import { Button } from 'antd';
import type { CaseNotice } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { happeningText } from '../../../shared/core/happening';
import { useNow } from '../../../shared/ui/common/deskContext';
import { useReach } from '../../../shared/ui/common/useReach';
import { isUnread, keyOf, stepOf } from '../../core/notices';
import { caseTexts } from '../../texts';

interface Props {
  notices: readonly CaseNotice[] | null;
  error: string | null;
  open: string | null;
  onOpen(notice: CaseNotice): void;
  onReadAll(): void;
}

/** What one's desk was told in the last days, the newest first. Who opens the ticket has read it. */
export function NoticeList({ notices, error, open, onOpen, onReadAll }: Props) {
  const now = useNow();
  const middle = useReach<HTMLDivElement>();
  const unread = (notices ?? []).filter(isUnread).length;
  return (
    <section className="card fill list-card" aria-label={caseTexts.notices}>
      <div className="row search-row">
        <h2 className="case-list-name">{caseTexts.notices}</h2>
        <span className="small muted">{unread > 0 ? caseTexts.noticesUnread(unread) : ''}</span>
        <span className="spacer" />
        <Button size="small" disabled={unread === 0} data-testid="read-all" onClick={onReadAll}>
          {caseTexts.readAll}
        </Button>
      </div>
      {error ? (
        <p className="note amber" role="status" style={{ margin: 8 }}>
          {error}
        </p>
      ) : null}
      <div className="middle flush" ref={middle}>
        <ul className="desk-notices" data-testid="desk-notices">
          {(notices ?? []).map((notice) => (
            <li key={keyOf(notice)}>
              <button
                type="button"
                className={notice.ticket === open ? 'case-row on' : 'case-row'}
                data-testid="desk-notice"
                onClick={() => onOpen(notice)}
              >
                <span className={isUnread(notice) ? 'notice-what unread' : 'notice-what'}>
                  {happeningText(stepOf(notice), notice.what)} · {notice.number ?? ''}
                </span>
                <span className="small second">
                  {shortMoment(notice.at, now)}
                  {notice.dueAt === null ? '' : ` · ${caseTexts.noticeDue(shortMoment(notice.dueAt, now))}`}
                  {' · '}
                  {isUnread(notice) ? caseTexts.unread : caseTexts.readBy(notice.readBy ?? '')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {notices?.length === 0 ? <p className="empty">{caseTexts.noNotices}</p> : null}
      </div>
    </section>
  );
}
