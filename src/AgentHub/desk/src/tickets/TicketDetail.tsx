import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketView } from '../shared/contract';
import { categoryText, nameOf } from '../shared/core/categories';
import { clockTime, cut, shortMoment } from '../shared/core/format';
import { reasonName } from '../shared/core/reasons';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { common, kindTexts, outcomeTexts, urgencyTexts } from '../shared/texts';
import { Card } from '../shared/ui/common/Card';
import { useDesk, useNow, usePage } from '../shared/ui/common/deskContext';
import { goTo, useRoute } from '../shared/ui/common/useRoute';
import { listTexts } from './texts';

/** One ticket to read. An own draft can be gone on with. */
export function TicketDetail({ ticketId }: { ticketId: string }) {
  const desk = useDesk();
  const route = useRoute();
  const now = useNow();
  const reference = useStore(desk.reference);
  const busy = usePage((page) => page.view?.call != null);
  const [ticket, setTicket] = useState<TicketView | null>(null);
  const [error, setError] = useState<string | null>(null);
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
  }, [desk, ticketId]);
  const close = (
    <Button size="small" onClick={() => goTo({ ...route, item: null })}>
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
            <span className="small second">{busy ? listTexts.afterTheCall : ''}</span>
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
          {shortMoment(ticket.createdAt, now)} {listTexts.agentId} {ticket.agentId}
        </dd>
        <dt>{common.demandType}</dt>
        <dd>{nameOf(reference.demandTypes, ticket.demandType) || common.undecided}</dd>
        <dt>{listTexts.category}</dt>
        <dd>{categoryText(reference.categories, ticket.category) || common.undecided}</dd>
        <dt>{listTexts.place}</dt>
        <dd className="caller-text">{ticket.place || listTexts.notFilled}</dd>
        <dt>{listTexts.unit}</dt>
        <dd>{nameOf(reference.units, ticket.unit) || common.undecided}</dd>
        <dt>{common.urgency}</dt>
        <dd>
          {urgencyTexts[ticket.urgency]}
          {ticket.confidential ? listTexts.andConfidential : ''}
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
        <dt>{listTexts.savedOn}</dt>
        <dd>
          {shortMoment(ticket.savedAt, now)}
          {ticket.acceptedAt ? listTexts.acceptedAt(clockTime(ticket.acceptedAt)) : ''}
        </dd>
      </dl>
      <p className="fixed-text">{ticket.text || listTexts.noContent}</p>
      {ticket.summary ? (
        <>
          <h4 className="meta muted" style={{ margin: '10px 0 2px' }}>
            {listTexts.answerAndGuidance}
          </h4>
          <p className="fixed-text">{ticket.summary}</p>
        </>
      ) : null}
      <h4 className="meta muted" style={{ margin: '10px 0 4px' }}>
        {listTexts.recordingAudited}
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
        <p className="meta second">{listTexts.noRecording}</p>
      )}
    </Card>
  );
}
