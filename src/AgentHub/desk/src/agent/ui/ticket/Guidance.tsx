import { Button } from 'antd';
import { reasonFor } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { type OutcomeDetail, withGuidance } from '../../core/submit';
import { agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

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
        {agentWords.scope.say}
        {responsible ? formTexts.bracketed(agentWords.scope.inCharge(responsible)) : ''}
      </p>
      <p className="aloud">{guidance}</p>
      <Button
        size="small"
        data-testid="use-guidance"
        disabled={disabled || detail.summary.includes(guidance)}
        onClick={() => work.drafts.setDetail(ticketId, { summary: withGuidance(detail.summary, guidance) })}
      >
        {agentWords.scope.use}
      </Button>
    </div>
  );
}
