import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { TicketView } from '../../contract';
import { categoryText, nameOf } from '../../core/categories';
import { clockTime, cut, shortMoment } from '../../core/format';
import { reasonName } from '../../core/reasons';
import { sentenceOf } from '../../live/http';
import { readsTickets } from '../../session/desk';
import { useStore } from '../../session/store';
import { common, kindTexts, outcomeTexts, urgencyTexts } from '../../texts';
import { Card } from '../common/Card';
import { useDesk, useNow, usePage } from '../common/deskContext';
import { goTo } from '../common/useRoute';
import { expeditedText } from './expedited';
import { detailTexts } from './texts';

interface Props {
  ticketId: string;
  onClose(): void;
  /** What can be done with it where it stands; `reload` reads it again. */
  footer?(ticket: TicketView, reload: () => void): ReactNode;
}

/** One ticket to read, beside a list or beside the form of a call. An own draft can be gone on with. */
export function TicketDetail({ ticketId, onClose, footer }: Props) {
  const desk = useDesk();
  const now = useNow();
  const reference = useStore(desk.reference);
  const busy = usePage((page) => page.view?.call != null);
  const [ticket, setTicket] = useState<TicketView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [reading, setReading] = useState(0);
  const reload = useCallback(() => setReading((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when asked to.
  useEffect(() => {
    let gone = false;
    desk.api.ticket(ticketId).then(
      (loaded) => {
        if (!gone) setTicket(loaded);
      },
      (thrown: unknown) => {
        if (!gone) setError(sentenceOf(thrown));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk, ticketId, reading]);
  const close = (
    <Button size="small" data-testid="close-ticket" onClick={onClose}>
      {common.closeIt}
    </Button>
  );
  if (!ticket)
    return (
      <Card title={common.ticket} size="fill" extra={close}>
        {error ? <p role="alert">{error}</p> : <span className="skeleton" />}
      </Card>
    );
  const mine = ticket.state === 'draft' && ticket.agentId === desk.session.agent?.id;
  return (
    <Card
      title={ticket.number ?? (ticket.state === 'draft' ? common.draft : cut(ticket.title) || common.noTitle)}
      size="fill"
      testId="ticket-detail"
      aside={<span className="tag">{ticket.stateText}</span>}
      extra={close}
      footer={
        mine ? (
          <>
            <span className="small second">{busy ? detailTexts.afterTheCall : ''}</span>
            <span className="spacer" />
            <Button
              type="primary"
              disabled={busy}
              onClick={() => {
                desk.workplace.openDraft(ticket.id);
                goTo({ page: 'desk', item: null });
              }}
            >
              {common.goOn}
            </Button>
          </>
        ) : footer ? (
          footer(ticket, reload)
        ) : ticket.state !== 'draft' && readsTickets(desk.session) ? (
          <>
            <span className="spacer" />
            <Button
              data-testid="to-case"
              onClick={() => goTo({ page: 'cases', item: ticket.id, search: { number: ticket.number ?? '' } })}
            >
              {detailTexts.itsCase}
            </Button>
          </>
        ) : null
      }
    >
      <h3 className="caller-text" style={{ fontWeight: 600, fontSize: 16 }}>
        {ticket.title || common.noTitle}
      </h3>
      <dl className="facts" style={{ margin: '8px 0' }}>
        <dt>{common.caller}</dt>
        <dd>
          {ticket.caller}
          {ticket.requesterName ? ` · ${ticket.requesterName}` : ''} · {kindTexts[ticket.requesterKind]}
        </dd>
        <dt>{common.dialled}</dt>
        <dd>{ticket.dialled}</dd>
        <dt>{common.registered}</dt>
        <dd>
          {shortMoment(ticket.createdAt, now)} {detailTexts.agentId} {ticket.agentId}
        </dd>
        <dt>{common.demandType}</dt>
        <dd>{nameOf(reference.demandTypes, ticket.demandType) || common.undecided}</dd>
        <dt>{detailTexts.category}</dt>
        <dd>{categoryText(reference.categories, ticket.category) || common.undecided}</dd>
        <dt>{detailTexts.place}</dt>
        <dd className="caller-text">{ticket.place || detailTexts.notFilled}</dd>
        <dt>{detailTexts.unit}</dt>
        <dd>{nameOf(reference.units, ticket.unit) || common.undecided}</dd>
        {ticket.accusedUnit ? (
          <>
            <dt>{detailTexts.accused}</dt>
            <dd data-testid="accused">{nameOf(reference.units, ticket.accusedUnit)}</dd>
          </>
        ) : null}
        <dt>{common.urgency}</dt>
        <dd>
          {urgencyTexts[ticket.urgency]}
          {ticket.confidential ? detailTexts.andConfidential : ''}
        </dd>
        {ticket.outcome ? (
          <>
            <dt>{common.outcome}</dt>
            <dd>
              {outcomeTexts[ticket.outcome].name}
              {ticket.reasonCode ? ` · ${reasonName(reference, ticket.outcome, ticket.reasonCode)}` : ''}
            </dd>
          </>
        ) : null}
        {ticket.earlier ? (
          <>
            <dt>{detailTexts.earlier}</dt>
            <dd data-testid="earlier-number">{ticket.earlier.number ?? detailTexts.notFilled}</dd>
          </>
        ) : null}
        {ticket.expedited > 0 ? (
          <>
            <dt>{common.expedited}</dt>
            <dd data-testid="expedited">{expeditedText(ticket, now)}</dd>
          </>
        ) : null}
        <dt>{detailTexts.savedOn}</dt>
        <dd>
          {shortMoment(ticket.savedAt, now)}
          {ticket.acceptedAt ? detailTexts.acceptedAt(clockTime(ticket.acceptedAt)) : ''}
        </dd>
      </dl>
      <p className="fixed-text">{ticket.text || detailTexts.noContent}</p>
      {ticket.followUps.length > 0 ? (
        <>
          <h4 className="meta muted" style={{ margin: '10px 0 2px' }}>
            {detailTexts.followUps}
          </h4>
          <ul className="follow-ups" data-testid="follow-ups">
            {ticket.followUps.map((more) => (
              <li key={more.callId}>
                <div className="small second">
                  {detailTexts.kind[more.kind]} · {shortMoment(more.at, now)} {detailTexts.agentId} {more.agentId}
                </div>
                <p className="fixed-text">{more.words || detailTexts.noWords}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {ticket.summary ? (
        <>
          <h4 className="meta muted" style={{ margin: '10px 0 2px' }}>
            {ticket.earlier ? detailTexts.saidMore : detailTexts.answerAndGuidance}
          </h4>
          <p className="fixed-text">{ticket.summary}</p>
        </>
      ) : null}
      <h4 className="meta muted" style={{ margin: '10px 0 4px' }}>
        {detailTexts.recordingAudited}
      </h4>
      {ticket.recording ? (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a telephone call has no captions.
        <audio
          className="player"
          controls
          preload="none"
          src={desk.api.recordingUrl(ticket.callId)}
          data-testid="recording"
        />
      ) : (
        <p className="meta second">{detailTexts.noRecording}</p>
      )}
    </Card>
  );
}
