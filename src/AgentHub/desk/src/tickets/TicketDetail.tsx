import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketView } from '../shared/contract';
import { categoryText, nameOf } from '../shared/core/categories';
import { clockTime, shortMoment } from '../shared/core/format';
import { reasonName } from '../shared/core/reasons';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { kindTexts, outcomeTexts, urgencyTexts } from '../shared/texts';
import { Card } from '../shared/ui/common/Card';
import { useDesk, useNow, usePage } from '../shared/ui/common/deskContext';
import { goTo } from '../shared/ui/common/useRoute';

/** One ticket to read. An own draft can be gone on with. */
export function TicketDetail({ ticketId }: { ticketId: string }) {
  const desk = useDesk();
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
    <Button size="small" onClick={() => goTo({ page: 'tickets', ticketId: null })}>
      关闭
    </Button>
  );
  if (!ticket)
    return (
      <Card title="工单" size="fill" extra={close}>
        {error ? <p role="alert">{error}</p> : <span className="skeleton" />}
      </Card>
    );
  const mine = ticket.state === 'draft' && ticket.agentId === desk.session.agent?.id;
  return (
    <Card
      title={ticket.number ?? '草稿'}
      size="fill"
      testId="ticket-detail"
      aside={<span className="tag">{ticket.stateText}</span>}
      extra={close}
      footer={
        mine ? (
          <>
            <span className="small second">{busy ? '通话结束后可以继续填写' : ''}</span>
            <span className="spacer" />
            <Button
              type="primary"
              disabled={busy}
              onClick={() => {
                desk.workplace.openDraft(ticket.id);
                goTo({ page: 'desk', ticketId: null });
              }}
            >
              继续填写
            </Button>
          </>
        ) : null
      }
    >
      <h3 className="caller-text" style={{ fontWeight: 600, fontSize: 16 }}>
        {ticket.title || '（未填标题）'}
      </h3>
      <dl className="facts" style={{ margin: '8px 0' }}>
        <dt>来电人</dt>
        <dd>
          {ticket.caller}
          {ticket.requesterName ? ` · ${ticket.requesterName}` : ''} · {kindTexts[ticket.requesterKind]}
        </dd>
        <dt>拨打</dt>
        <dd>{ticket.dialled}</dd>
        <dt>登记</dt>
        <dd>
          {shortMoment(ticket.createdAt, now)} · 座席 {ticket.agentId}
        </dd>
        <dt>诉求类型</dt>
        <dd>{nameOf(reference.demandTypes, ticket.demandType) || '未定'}</dd>
        <dt>分类</dt>
        <dd>{categoryText(reference.categories, ticket.category) || '未定'}</dd>
        <dt>地点</dt>
        <dd className="caller-text">{ticket.place || '未填'}</dd>
        <dt>承办单位</dt>
        <dd>{nameOf(reference.units, ticket.unit) || '未定'}</dd>
        <dt>紧急程度</dt>
        <dd>
          {urgencyTexts[ticket.urgency]}
          {ticket.confidential ? ' · 保密' : ''}
        </dd>
        {ticket.outcome ? (
          <>
            <dt>结果</dt>
            <dd>
              {outcomeTexts[ticket.outcome].name}
              {ticket.reasonCode ? ` · ${reasonName(reference, ticket.outcome, ticket.reasonCode)}` : ''}
            </dd>
          </>
        ) : null}
        <dt>保存于</dt>
        <dd>
          {shortMoment(ticket.savedAt, now)}
          {ticket.acceptedAt ? ` · 受理 ${clockTime(ticket.acceptedAt)}` : ''}
        </dd>
      </dl>
      <p className="fixed-text">{ticket.text || '（没有内容）'}</p>
      {ticket.summary ? (
        <>
          <h4 className="meta muted" style={{ margin: '10px 0 2px' }}>
            答复与引导
          </h4>
          <p className="fixed-text">{ticket.summary}</p>
        </>
      ) : null}
      <h4 className="meta muted" style={{ margin: '10px 0 4px' }}>
        录音（每次收听留痕）
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
        <p className="meta second">没有录音</p>
      )}
    </Card>
  );
}
