import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketSummary } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { cut, shortMoment } from '../../../shared/core/format';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { goTo } from '../../../shared/ui/common/useRoute';
import { agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

/** Between calls: what the agent has not finished, and what was written last. */
export function IdlePane() {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useNow();
  const drafts = useStore(work.draftList);
  const more = useCommand();
  const types = useStore(desk.reference).demandTypes;
  return (
    <>
      <Card
        title={
          <>
            {formTexts.mine}{' '}
            <span className="count">{drafts ? formTexts.counted(drafts.total, drafts.capped) : '–'}</span>
          </>
        }
        flush
        size="shrink"
        testId="drafts"
        extra={<span className="small muted">{formTexts.mineHow}</span>}
      >
        {drafts?.items.length === 0 ? <p className="empty">{agentWords.noDrafts}</p> : null}
        {drafts && drafts.items.length > 0 ? (
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 110 }}>{formTexts.source}</th>
                <th>{formTexts.content}</th>
                <th style={{ width: 124 }}>{common.caller}</th>
                <th style={{ width: 96 }}>{formTexts.begunAt}</th>
                <th style={{ width: 108 }}>{formTexts.action}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.items.map((draft) => (
                <tr key={draft.id}>
                  <td className="whole">
                    <span className="tag">
                      {draft.demandType ? formTexts.draftOf(nameOf(types, draft.demandType)) : common.draft}
                    </span>
                  </td>
                  <td className="caller-text" title={draft.title}>
                    {cut(draft.title) || common.noTitle}
                  </td>
                  <td className="whole">{draft.caller}</td>
                  <td className="whole">{shortMoment(draft.createdAt, now)}</td>
                  <td className="whole">
                    <Button size="small" data-testid="continue-draft" onClick={() => work.openDraft(draft.id)}>
                      {common.goOn}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {drafts && drafts.items.length < drafts.total ? (
          <p className="empty">
            {formTexts.mineShown(drafts.items.length, formTexts.counted(drafts.total, drafts.capped))}{' '}
            <Button
              size="small"
              data-testid="more-drafts"
              loading={more.busy}
              onClick={() => void more.run(() => work.moreDrafts())}
            >
              {formTexts.moreOfMine}
            </Button>
          </p>
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
  const [recent, setRecent] = useState<readonly TicketSummary[] | null>(null);
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
      title={
        <>
          {formTexts.recent} <span className="small muted">{recent ? formTexts.notCounted(recent.length) : ''}</span>
        </>
      }
      flush
      size="fill"
      extra={
        <button type="button" className="link" onClick={() => goTo({ page: 'tickets', item: null })}>
          {common.findTickets}
        </button>
      }
    >
      {error && recent === null ? <p className="empty">{error}</p> : null}
      {recent?.length === 0 ? <p className="empty">{common.noTickets}</p> : null}
      {recent && recent.length > 0 ? (
        <table className="list">
          <thead>
            <tr>
              <th style={{ width: 96 }}>{formTexts.time}</th>
              <th style={{ width: 124 }}>{common.caller}</th>
              <th style={{ width: 76 }}>{common.dialled}</th>
              <th>{formTexts.matter}</th>
              <th style={{ width: 112 }}>{common.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {recent.map((ticket) => (
              <tr key={ticket.id} className="pick" onClick={() => goTo({ page: 'tickets', item: ticket.id })}>
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
                    {cut(ticket.title) || common.noTitle}
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
