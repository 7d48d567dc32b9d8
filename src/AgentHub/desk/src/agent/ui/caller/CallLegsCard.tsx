import type { DeskCall } from '../../../shared/contract';
import { clockTime, duration } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { endedBy } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { callerTexts } from './texts';

/** The call that is being wrapped up: its steps as far as they are known, and its recording. */
export function CallLegsCard({ call }: { call: DeskCall }) {
  const desk = useDesk();
  const work = useWorkplace();
  const recording = useStore(work.drafts.book).entries[call.ticketId]?.ticket?.recording ?? false;
  const span = (from: string | null, to: string | null) =>
    from && to ? duration(Date.parse(to) - Date.parse(from)) : '00:00';
  return (
    <Card
      title={common.thisCall}
      extra={
        <span className="small muted">
          {clockTime(call.arrivedAt)} – {call.endedAt ? clockTime(call.endedAt) : ''}
        </span>
      }
    >
      <dl className="facts">
        <dt>{clockTime(call.arrivedAt)}</dt>
        <dd>
          {common.dialled} {call.number.dialled} {callerTexts.cameIn}
        </dd>
        {call.handedOn ? (
          <>
            <dt>{clockTime(call.handedOn.talkedSince)}</dt>
            <dd>
              {callerTexts.answeredBy(call.handedOn.agentId)} {span(call.queuedAt, call.handedOn.talkedSince)}
            </dd>
            <dt>{clockTime(call.handedOn.at)}</dt>
            <dd>{callerTexts.gaveOn(call.handedOn.agentId, span(call.handedOn.talkedSince, call.handedOn.at))}</dd>
          </>
        ) : null}
        {call.answeredAt ? (
          <>
            <dt>{clockTime(call.answeredAt)}</dt>
            <dd>
              {callerTexts.youAnswered} {span(call.handedOn?.at ?? call.queuedAt, call.answeredAt)}
            </dd>
          </>
        ) : null}
        {call.endedAt ? (
          <>
            <dt>{clockTime(call.endedAt)}</dt>
            <dd>
              {call.endedBy ? endedBy[call.endedBy] : callerTexts.ended}
              {callerTexts.andTalked} {span(call.answeredAt, call.endedAt)}
            </dd>
          </>
        ) : null}
      </dl>
      {recording ? (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a telephone call has no captions.
        <audio
          className="player"
          controls
          preload="none"
          src={desk.api.recordingUrl(call.id)}
          style={{ marginTop: 8 }}
          data-testid="recording"
        />
      ) : (
        <p className="small muted" style={{ marginTop: 6 }}>
          {call.recording ? callerTexts.recordingLater : callerTexts.callNotRecorded}
        </p>
      )}
    </Card>
  );
}
