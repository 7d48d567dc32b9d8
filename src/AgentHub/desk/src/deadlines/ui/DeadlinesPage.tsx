import { setsUp } from '../../shared/session/desk';
import { useDesk } from '../../shared/ui/common/deskContext';
import { Calculator } from './Calculator';
import { Examples } from './Examples';
import { MoveRuleSet } from './MoveRuleSet';
import { useRuleSets } from './useRuleSets';

/** Deadlines without a ticket: worked examples, a calculation, and for the system's administrator the rules of one ticket. */
export function DeadlinesPage() {
  const desk = useDesk();
  const { ruleSets, error } = useRuleSets();
  return (
    <main className="main deadlines">
      <Examples ruleSets={ruleSets} failed={error} />
      <div className="deadline-tools">
        <Calculator ruleSets={ruleSets} />
        {setsUp(desk.session) ? <MoveRuleSet ruleSets={ruleSets} /> : null}
      </div>
    </main>
  );
}
