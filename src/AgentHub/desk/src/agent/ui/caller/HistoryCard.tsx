import { useState } from 'react';
import { cut, shortMoment } from '../../../shared/core/format';
import { ticketNumber } from '../../../shared/core/ticketNumber';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useNow } from '../../../shared/ui/common/deskContext';
import { useReach } from '../../../shared/ui/common/useReach';
import { expeditedText } from '../../../shared/ui/ticket/expedited';
import { agentTexts, agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { callerTexts } from './texts';
import { useHistoryMark } from './useHistoryMark';

/** The server's own limit of each list. */
const longest = 19;

/** During the call the caller's past stands aside: open matters first, earlier calls behind a tab. */
export function HistoryCard({ callId }: { callId: string }) {
  const work = useWorkplace();
  const now = useNow();
  const known = useStore(work.history);
  const middle = useReach<HTMLDivElement>();
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
      <div ref={middle} className="middle flush" data-testid={tab === 'tickets' ? 'history-tickets' : 'history-calls'}>
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
                data-testid="earlier-ticket"
                onClick={() => work.beside.set(ticket.id)}
              >
                <div className="row">
                  <span className="tag">{ticket.stateText}</span>
                  <b className="cut meta" title={ticket.title}>
                    {cut(ticket.title) || common.noTitle}
                  </b>
                </div>
                <div className="small muted cut" title={ticketNumber(ticket)}>
                  {ticketNumber(ticket)} · {shortMoment(ticket.createdAt, now)}
                </div>
                {ticket.expedited > 0 ? <div className="small second">{expeditedText(ticket, now)}</div> : null}
              </button>
            ))
          : history?.calls.map((call) => (
              <div key={call.id} className="piece">
                <div className="row meta">
                  <b>{shortMoment(call.at, now)}</b>
                  <span className="cut" title={`${call.dialled} ${call.name}`}>
                    {call.dialled} {call.name}
                  </span>
                </div>
                <div className="small muted cut" title={call.title}>
                  {cut(call.title) || callerTexts.untitled}
                  {call.agents.length > 0 ? callerTexts.byAgent(call.agents.join(' → ')) : ''}
                </div>
              </div>
            ))}
        {history && tab === 'tickets' && history.tickets.length === 0 ? (
          <p className="empty">{agentWords.noOpenTickets}</p>
        ) : null}
        {history && tab === 'calls' && history.calls.length === 0 ? (
          <p className="empty">{agentWords.firstCall}</p>
        ) : null}
        {history && (tab === 'tickets' ? history.tickets : history.calls).length >= longest ? (
          <p className="small muted" style={{ padding: '8px 12px' }}>
            {callerTexts.newestOnly(longest)}
          </p>
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
