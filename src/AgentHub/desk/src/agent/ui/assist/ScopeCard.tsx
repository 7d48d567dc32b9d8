import { Select } from 'antd';
import { outcomeFor, reasonsFor } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { recordedOf } from '../../core/recorded';
import { needsReason } from '../../core/submit';
import { agentWords } from '../../texts';
import { EmergencyWay } from '../common/EmergencyWay';
import { Guidance } from '../ticket/Guidance';
import { useWorkplace } from '../useWorkplace';

/**
 * While the citizen listens: a matter that is not for 12345, and the words to say. What is chosen here is the outcome begun,
 * to be recorded after the call.
 */
export function ScopeCard({ ticketId, reading }: { ticketId: string; reading: boolean }) {
  const desk = useDesk();
  const work = useWorkplace();
  const reference = useStore(desk.reference);
  const entry = useStore(work.drafts.book).entries[ticketId];
  if (!entry || recordedOf(entry.ticket, '') !== null) return null;
  const { detail } = entry;
  const lists = [
    { outcome: 'referral', label: agentWords.scope.referred },
    { outcome: 'notAccepted', label: agentWords.scope.refused },
  ] as const;
  const choose = (code: string | undefined) =>
    work.drafts.setDetail(
      ticketId,
      code === undefined
        ? { outcome: null, reasonCode: null }
        : { outcome: outcomeFor(reference, code), reasonCode: code },
    );
  return (
    <Card title={agentWords.scope.title} size={reading ? 'fill' : 'shrink'}>
      <div data-testid="scope-reason">
        <Select
          style={{ width: '100%' }}
          aria-label={agentWords.scope.choose}
          placeholder={agentWords.scope.choose}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={needsReason(detail.outcome) ? detail.reasonCode : null}
          options={lists
            .map(({ outcome, label }) => ({
              label,
              options: reasonsFor(reference, outcome).map((reason) => ({ value: reason.code, label: reason.name })),
            }))
            .filter((list) => list.options.length > 0)}
          onChange={choose}
        />
      </div>
      <Guidance ticketId={ticketId} detail={detail} disabled={false} />
      <EmergencyWay onTransfer={null} />
    </Card>
  );
}
