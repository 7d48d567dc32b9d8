import { useState } from 'react';
import { cut, shortMoment } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useNow } from '../../../shared/ui/common/deskContext';
import { goTo } from '../../../shared/ui/common/useRoute';
import { agentTexts, agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { callerTexts } from './texts';
import { useHistoryMark } from './useHistoryMark';

/** During the call the caller's past stands aside: open matters first, earlier calls behind a tab. */
export function HistoryCard({ callId }: { callId: string }) {
  const work = useWorkplace();
  const now = useNow();
  const known = useStore(work.history);
  const [tab, setTab] = useState<'tickets' | 'calls'>('tickets');
  const history = known?.callId === callId ? known.history : null;
  useHistoryMark(callId, history);
  const error = known?.callId === callId ? known.error : null;
  return (
    <section className="card fill" aria-label={callerTexts.callersPast}>
      <div className="tabs" role="tablist">
        <button type="button" role="tab" aria-selected={tab === 'tickets'} onClick={() => setTab('tickets')}>
          {agentTexts.openTickets} <span className="count">{history?.tickets.length ?? '–'}</span>
        </button>
        <button type="button" role="tab" aria-selected={tab === 'calls'} onClick={() => setTab('calls')}>
          {common.call} <span className="count">{history?.calls.length ?? '–'}</span>
        </button>
      </div>
      <div className="middle flush" data-testid={tab === 'tickets' ? 'history-tickets' : 'history-calls'}>
        {error ? (
          <p className="empty">
            {error}
            <button type="button" className="link" onClick={() => void work.loadHistory(callId)}>
              {agentTexts.again}
            </button>
          </p>
        ) : null}
        {tab === 'tickets'
          ? history?.tickets.map((ticket) => (
              <button
                key={ticket.id}
                type="button"
                className="piece-button"
                onClick={() => goTo({ page: 'tickets', item: ticket.id })}
              >
                <div className="row">
                  <span className="tag">{ticket.stateText}</span>
                  <b className="cut meta" title={ticket.title}>
                    {cut(ticket.title) || common.noTitle}
                  </b>
                </div>
                <div className="small muted cut">
                  {ticket.number ?? common.noNumber} · {shortMoment(ticket.createdAt, now)}
                </div>
              </button>
            ))
          : history?.calls.map((call) => (
              <div key={call.id} className="piece">
                <div className="row meta">
                  <b>{shortMoment(call.at, now)}</b>
                  <span className="cut">
                    {call.dialled} {call.name}
                  </span>
                </div>
                <div className="small muted cut">
                  {cut(call.title) || callerTexts.untitled}
                  {call.agentId ? callerTexts.byAgent(call.agentId) : ''}
                </div>
              </div>
            ))}
        {history && tab === 'tickets' && history.tickets.length === 0 ? (
          <p className="empty">{agentWords.noOpenTickets}</p>
        ) : null}
        {history && tab === 'calls' && history.calls.length === 0 ? (
          <p className="empty">{agentWords.firstCall}</p>
        ) : null}
        {history === null && !error ? (
          <p className="empty">
            <span className="skeleton" />
          </p>
        ) : null}
      </div>
    </section>
  );
}
