import { Button } from 'antd';
import { reasonFor, withGuidance } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { words } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import type { OutcomeDetail } from '../../core/submit';
import { useWorkplace } from '../useWorkplace';

/**
 * The words to say for the reason that was chosen, large enough to be read aloud. What is recorded is what the agent says
 * he told the caller: nothing is put into the record before he does.
 */
export function Guidance({
  ticketId,
  detail,
  disabled,
}: {
  ticketId: string;
  detail: OutcomeDetail;
  disabled: boolean;
}) {
  const desk = useDesk();
  const work = useWorkplace();
  const reason = reasonFor(useStore(desk.reference), detail.outcome, detail.reasonCode);
  if (!reason) return null;
  const { guidance, responsible } = reason;
  return (
    <div className="guidance" data-testid="guidance" role="status">
      <p className="meta second">
        {words.scope.say}
        {responsible ? `（${words.scope.inCharge(responsible)}）` : ''}
      </p>
      <p className="aloud">{guidance}</p>
      <Button
        size="small"
        data-testid="use-guidance"
        disabled={disabled || detail.summary.includes(guidance)}
        onClick={() => work.drafts.setDetail(ticketId, { summary: withGuidance(detail.summary, guidance) })}
      >
        {words.scope.use}
      </Button>
    </div>
  );
}
