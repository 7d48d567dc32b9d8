import type { DeskCall } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { MaskedNumber } from '../../../shared/ui/common/MaskedNumber';
import { agentTexts, agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { callerTexts } from './texts';

export function CallerCard({ call }: { call: DeskCall }) {
  const work = useWorkplace();
  const known = useStore(work.history);
  const name = useStore(work.drafts.book).entries[call.ticketId]?.draft.values.requesterName;
  const history = known?.callId === call.id ? known.history : null;
  const ringing = call.state === 'ringing';
  return (
    <Card title={common.caller}>
      <MaskedNumber callId={call.id} caller={call.caller} hidden={ringing ? callerTexts.seenAfterAnswer : null} />
      <dl className="facts" style={{ marginTop: 6 }}>
        {name ? (
          <>
            <dt>{agentTexts.calledBy}</dt>
            <dd className="caller-text">{name}</dd>
          </>
        ) : null}
        <dt>{callerTexts.area}</dt>
        <dd className="caller-text">{call.caller.area ?? agentWords.unknownArea}</dd>
        {ringing ? null : (
          <>
            <dt>{common.dialled}</dt>
            <dd>
              {call.number.dialled} {call.number.name}
            </dd>
          </>
        )}
        <dt>{common.call}</dt>
        <dd>
          {history === null
            ? known?.error
              ? callerTexts.cannotLookUp
              : callerTexts.lookingUp
            : history.callsIn90Days <= 1 && history.calls.length === 0
              ? callerTexts.firstCall
              : callerTexts.callsLately(history.callsIn90Days)}
        </dd>
      </dl>
    </Card>
  );
}
