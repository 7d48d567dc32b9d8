import type { CaseView } from '../../../shared/contract';
import { useReach } from '../../../shared/ui/common/useReach';
import { useDutyCalls } from '../useDutyCalls';
import { Applications } from './Applications';
import { Attachments } from './Attachments';
import { Coordination } from './Coordination';
import { DutyCalls } from './DutyCalls';
import { Replies } from './Replies';
import { Revisits } from './Revisits';
import { Tasks } from './Tasks';
import { TicketFacts } from './TicketFacts';
import { TimeBars } from './TimeBars';
import { Timeline } from './Timeline';

export interface PartProps {
  view: CaseView;
  unitName(code: string | null): string;
}

/** Everything that is known of a case, what is needed first at the top; only this scrolls. */
export function CaseBody({ view, unitName }: PartProps) {
  const middle = useReach<HTMLDivElement>();
  const [dutyCalls, put] = useDutyCalls(view);
  const rung = { ...view, dutyCalls };
  return (
    <div className="middle case-body" ref={middle}>
      <TimeBars view={view} unitName={unitName} />
      <TicketFacts view={view} unitName={unitName} />
      <Tasks view={view} unitName={unitName} />
      <DutyCalls view={rung} unitName={unitName} put={put} />
      <Replies view={view} unitName={unitName} />
      <Attachments view={view} unitName={unitName} />
      <Applications view={view} unitName={unitName} />
      <Revisits view={view} unitName={unitName} />
      <Coordination view={view} unitName={unitName} />
      <Timeline view={rung} unitName={unitName} />
    </div>
  );
}
