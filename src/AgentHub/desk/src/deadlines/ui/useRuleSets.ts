import { useEffect, useState } from 'react';
import type { RuleSetView } from '../../shared/contract';
import { sentenceOf } from '../../shared/live/http';
import { useDesk } from '../../shared/ui/common/deskContext';

/** All rule sets, those of other cities too: an old ticket keeps its own. */
export function useRuleSets(): { ruleSets: readonly RuleSetView[]; error: string | null } {
  const desk = useDesk();
  const [ruleSets, setRuleSets] = useState<readonly RuleSetView[]>([]);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    desk.api.ruleSets().then(
      (found) => {
        if (!gone) setRuleSets(found);
      },
      (thrown: unknown) => {
        if (!gone) setError(sentenceOf(thrown));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk]);
  return { ruleSets, error };
}
