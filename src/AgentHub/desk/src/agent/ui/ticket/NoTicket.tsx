import { Button } from 'antd';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';

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
    <section className="card fill" aria-label="工单草稿">
      <p className="empty" role="alert" data-testid="ticket-problem">
        打不开这件工单：{sentence}
        <Button data-testid="open-again" onClick={() => work.drafts.open(ticketId)}>
          再试一次
        </Button>
        {stage === 'draft' ? <Button onClick={() => desk.take({ kind: 'closeDraft' })}>关闭</Button> : null}
      </p>
    </section>
  );
}
