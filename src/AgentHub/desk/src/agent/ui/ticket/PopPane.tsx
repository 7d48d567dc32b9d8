import type { DeskCall } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { cut, shortMoment } from '../../../shared/core/format';
import { ticketNumber } from '../../../shared/core/ticketNumber';
import { useStore } from '../../../shared/session/store';
import { common, outcomeTexts } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk, useNow } from '../../../shared/ui/common/deskContext';
import { expeditedText } from '../../../shared/ui/ticket/expedited';
import { handedOnText } from '../../core/handedOn';
import { agentTexts, agentWords } from '../../texts';
import { useHistoryMark } from '../caller/useHistoryMark';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

/** While it rings: is it about something that is already there? */
export function PopPane({ call }: { call: DeskCall }) {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useNow();
  const known = useStore(work.history);
  const units = useStore(desk.reference).units;
  const types = useStore(desk.reference).demandTypes;
  const mine = known?.callId === call.id ? known : null;
  const history = mine?.history ?? null;
  useHistoryMark(call.id, history);
  const retry = mine?.error ? (
    <p className="empty">
      {mine.error}
      <button type="button" className="link" onClick={() => void work.loadHistory(call.id)}>
        {agentTexts.again}
      </button>
    </p>
  ) : null;
  return (
    <>
      {call.handedOn ? <HandedOnCard call={call} /> : null}
      <Card
        title={
          <>
            {agentTexts.openTickets} <span className="count">{history?.tickets.length ?? '–'}</span>
          </>
        }
        size="fill"
        flush
        testId="history-tickets"
        extra={<span className="small muted">{formTexts.askFirst}</span>}
      >
        {retry ??
          (history?.tickets.length === 0 ? (
            <p className="empty">{agentWords.noOpenTickets}</p>
          ) : (
            <table className="list two-line">
              <thead>
                <tr>
                  <th style={{ width: 74 }}>{common.type}</th>
                  <th>{formTexts.matterAndUnit}</th>
                  <th style={{ width: 140 }}>{common.state}</th>
                  <th style={{ width: 116 }}>{common.registered}</th>
                </tr>
              </thead>
              <tbody>
                {history?.tickets.map((ticket) => (
                  <tr key={ticket.id}>
                    <td className="whole">
                      <span className="tag">{nameOf(types, ticket.demandType) || common.undecided}</span>
                    </td>
                    <td>
                      <button
                        type="button"
                        className="link caller-text"
                        style={{ minHeight: 0, padding: 0, color: 'inherit', fontWeight: 600 }}
                        title={ticket.title}
                        data-testid="earlier-ticket"
                        onClick={() => work.beside.set(ticket.id)}
                      >
                        {cut(ticket.title) || common.noTitle}
                      </button>
                      <div
                        className="small muted cut"
                        title={`${ticketNumber(ticket)} · ${nameOf(units, ticket.unit) || formTexts.noUnit}`}
                      >
                        {ticketNumber(ticket)} · {nameOf(units, ticket.unit) || formTexts.noUnit}
                      </div>
                    </td>
                    <td className="whole" title={expeditedText(ticket, now)}>
                      {ticket.stateText}
                      {ticket.expedited > 0 ? ` ${formTexts.expeditedTimes(ticket.expedited)}` : ''}
                    </td>
                    <td className="whole">{shortMoment(ticket.createdAt, now)}</td>
                  </tr>
                )) ?? <Skeletons rows={3} columns={4} />}
              </tbody>
            </table>
          ))}
      </Card>
      <Card
        title={
          <>
            {formTexts.earlierCalls} <span className="count">{history?.calls.length ?? '–'}</span>
          </>
        }
        size="fill"
        flush
        testId="history-calls"
      >
        {retry ??
          (history?.calls.length === 0 ? (
            <p className="empty">{agentWords.firstCall}</p>
          ) : (
            <table className="list">
              <thead>
                <tr>
                  <th style={{ width: 108 }}>{formTexts.time}</th>
                  <th style={{ width: 150 }}>{formTexts.numberDialled}</th>
                  <th>{formTexts.content}</th>
                  <th style={{ width: 96 }}>{common.agent}</th>
                  <th style={{ width: 112 }}>{common.outcome}</th>
                </tr>
              </thead>
              <tbody>
                {history?.calls.map((earlier) => (
                  <tr key={earlier.id}>
                    <td className="whole">{shortMoment(earlier.at, now)}</td>
                    <td title={earlier.name}>
                      {earlier.dialled} {earlier.name}
                    </td>
                    <td className="caller-text" title={earlier.title}>
                      {cut(earlier.title)}
                    </td>
                    <td title={earlier.agents.join(' → ')}>{earlier.agents.join(' → ') || common.unanswered}</td>
                    <td className="whole">
                      {earlier.outcome ? (
                        <span className="tag blue">{outcomeTexts[earlier.outcome].name}</span>
                      ) : (
                        <span className="muted">{formTexts.noOutcome}</span>
                      )}
                    </td>
                  </tr>
                )) ?? <Skeletons rows={4} columns={5} />}
              </tbody>
            </table>
          ))}
      </Card>
    </>
  );
}

/** What the colleague wrote who gave the call on: it is read before the answer, and gone on with after it. */
function HandedOnCard({ call }: { call: DeskCall }) {
  const work = useWorkplace();
  const ticket = useStore(work.drafts.book).entries[call.ticketId]?.ticket ?? null;
  return (
    <Card
      title={formTexts.handedOn}
      size="shrink"
      testId="handed-on-ticket"
      aside={<span className="small muted">{call.handedOn ? handedOnText(call.handedOn) : ''}</span>}
    >
      <b className="caller-text">{ticket?.title || common.noTitle}</b>
      <p className="fixed-text">{ticket?.text || formTexts.nothingWritten}</p>
    </Card>
  );
}

/** Rows of the final height while the history is on its way. */
function Skeletons({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else.
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <td key={column}>
          <span className="skeleton" />
        </td>
      ))}
    </tr>
  ));
}
