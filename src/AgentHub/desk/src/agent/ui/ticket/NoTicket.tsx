import { Button } from 'antd';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { agentTexts } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

interface Props {
  ticketId: string;
  /** Why, in Chinese. */
  sentence: string;
  stage: 'call' | 'wrapUp' | 'draft';
}

/** The server says it has no such ticket, or not for this agent. It is asked again only when the agent wants it. */
export function NoTicket({ ticketId, sentence, stage }: Props) {
  const desk = useDesk();
  const work = useWorkplace();
  return (
    <section className="card fill" aria-label={formTexts.ticketDraft}>
      <p className="empty" role="alert" data-testid="ticket-problem">
        {formTexts.cannotOpen}
        {sentence}
        <Button data-testid="open-again" onClick={() => work.drafts.open(ticketId)}>
          {agentTexts.again}
        </Button>
        {stage === 'draft' ? <Button onClick={() => desk.take({ kind: 'closeDraft' })}>{common.closeIt}</Button> : null}
      </p>
    </section>
  );
}
