import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketSummary } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { cut, shortMoment } from '../../../shared/core/format';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { goTo } from '../../../shared/ui/common/useRoute';
import { useWorkplace } from '../useWorkplace';

/** Between calls: what the agent has not finished, and what was written last. */
export function IdlePane() {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useNow();
  const drafts = useStore(work.draftList);
  const types = useStore(desk.reference).demandTypes;
  return (
    <>
      <Card
        title={
          <>
            待我完成 <span className="count">{drafts?.length ?? '–'}</span>
          </>
        }
        flush
        size="shrink"
        testId="drafts"
        extra={<span className="small muted">草稿随写随存，换电脑也能继续</span>}
      >
        {drafts?.length === 0 ? <p className="empty">{words.noDrafts}</p> : null}
        {drafts && drafts.length > 0 ? (
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 110 }}>来源</th>
                <th>内容</th>
                <th style={{ width: 124 }}>来电人</th>
                <th style={{ width: 96 }}>开始于</th>
                <th style={{ width: 108 }}>操作</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <tr key={draft.id}>
                  <td className="whole">
                    <span className="tag">
                      {draft.demandType ? `草稿 · ${nameOf(types, draft.demandType)}` : '草稿'}
                    </span>
                  </td>
                  <td className="caller-text" title={draft.title}>
                    {cut(draft.title) || '（未填标题）'}
                  </td>
                  <td className="whole">{draft.caller}</td>
                  <td className="whole">{shortMoment(draft.createdAt, now)}</td>
                  <td className="whole">
                    <Button size="small" data-testid="continue-draft" onClick={() => work.openDraft(draft.id)}>
                      继续填写
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {drafts === null ? (
          <p className="empty">
            <span className="skeleton" />
          </p>
        ) : null}
      </Card>
      <RecentTickets />
    </>
  );
}

function RecentTickets() {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useNow();
  const drafts = useStore(work.draftList);
  const searchable = usePage((page) => page.view?.database !== false && page.link.state === 'up');
  const [recent, setRecent] = useState<TicketSummary[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the list of drafts changes.
  useEffect(() => {
    if (!searchable) return;
    let gone = false;
    desk.api.tickets('', null, 1).then(
      (page) => {
        if (!gone) {
          setRecent(page.items);
          setError(null);
        }
      },
      (thrown: unknown) => {
        if (!gone) setError(sentenceOf(thrown));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk, drafts, searchable]);
  return (
    <Card
      title="最近工单"
      flush
      size="fill"
      extra={
        <button type="button" className="link" onClick={() => goTo({ page: 'tickets', ticketId: null })}>
          查找工单
        </button>
      }
    >
      {error && recent === null ? <p className="empty">{error}</p> : null}
      {recent?.length === 0 ? <p className="empty">还没有工单</p> : null}
      {recent && recent.length > 0 ? (
        <table className="list">
          <thead>
            <tr>
              <th style={{ width: 96 }}>时间</th>
              <th style={{ width: 124 }}>来电人</th>
              <th style={{ width: 76 }}>拨打</th>
              <th>事项</th>
              <th style={{ width: 112 }}>结果</th>
            </tr>
          </thead>
          <tbody>
            {recent.map((ticket) => (
              <tr key={ticket.id} className="pick" onClick={() => goTo({ page: 'tickets', ticketId: ticket.id })}>
                <td className="whole">{shortMoment(ticket.createdAt, now)}</td>
                <td className="whole">{ticket.caller}</td>
                <td className="whole">{ticket.dialled}</td>
                <td>
                  <a
                    className="link caller-text"
                    style={{ minHeight: 0, padding: 0 }}
                    href={`#/tickets/${encodeURIComponent(ticket.id)}`}
                    title={ticket.title}
                  >
                    {cut(ticket.title) || '（未填标题）'}
                  </a>
                </td>
                <td className="whole">
                  <span className="tag">{ticket.stateText}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}
