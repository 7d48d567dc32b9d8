import type { DeskCall } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { MaskedNumber } from '../../../shared/ui/common/MaskedNumber';
import { useWorkplace } from '../useWorkplace';

export function CallerCard({ call }: { call: DeskCall }) {
  const work = useWorkplace();
  const known = useStore(work.history);
  const name = useStore(work.drafts.book).entries[call.ticketId]?.draft.values.requesterName;
  const history = known?.callId === call.id ? known.history : null;
  const ringing = call.state === 'ringing';
  return (
    <Card title="来电人">
      <MaskedNumber callId={call.id} caller={call.caller} hidden={ringing ? '接听后可查看' : null} />
      <dl className="facts" style={{ marginTop: 6 }}>
        {name ? (
          <>
            <dt>称呼</dt>
            <dd className="caller-text">{name}</dd>
          </>
        ) : null}
        <dt>归属地</dt>
        <dd className="caller-text">{call.caller.area ?? words.unknownArea}</dd>
        {ringing ? null : (
          <>
            <dt>拨打</dt>
            <dd>
              {call.number.dialled} {call.number.name}
            </dd>
          </>
        )}
        <dt>来电</dt>
        <dd>
          {history === null
            ? known?.error
              ? '暂时查不到'
              : '正在查询'
            : history.callsIn90Days <= 1 && history.calls.length === 0
              ? '首次来电'
              : `近 90 天 ${history.callsIn90Days} 次`}
        </dd>
      </dl>
    </Card>
  );
}
