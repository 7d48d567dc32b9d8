import type { DeskCall } from '../../../shared/contract';
import { clockTime, duration } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { endedBy } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';

/** The call that is being wrapped up: its steps as far as they are known, and its recording. */
export function CallLegsCard({ call }: { call: DeskCall }) {
  const desk = useDesk();
  const work = useWorkplace();
  const recording = useStore(work.drafts.book).entries[call.ticketId]?.ticket?.recording ?? false;
  const span = (from: string | null, to: string | null) =>
    from && to ? duration(Date.parse(to) - Date.parse(from)) : '00:00';
  return (
    <Card
      title="本次通话"
      extra={
        <span className="small muted">
          {clockTime(call.arrivedAt)} – {call.endedAt ? clockTime(call.endedAt) : ''}
        </span>
      }
    >
      <dl className="facts">
        <dt>{clockTime(call.arrivedAt)}</dt>
        <dd>拨打 {call.number.dialled} 进线</dd>
        {call.answeredAt ? (
          <>
            <dt>{clockTime(call.answeredAt)}</dt>
            <dd>您接听，等待 {span(call.queuedAt, call.answeredAt)}</dd>
          </>
        ) : null}
        {call.endedAt ? (
          <>
            <dt>{clockTime(call.endedAt)}</dt>
            <dd>
              {call.endedBy ? endedBy[call.endedBy] : '通话结束'}，通话 {span(call.answeredAt, call.endedAt)}
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
          {call.recording ? '录音整理后可在“工单”中收听' : '本次通话未录音'}
        </p>
      )}
    </Card>
  );
}
