import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseCountsView } from '../../shared/contract';
import { sentenceOf } from '../../shared/live/http';
import { useDesk, usePage } from '../../shared/ui/common/deskContext';
import { useVisible } from './useVisible';

const everySoOften = 15_000;
/** A list may change while its counts do not: one went and one came. */
const inAnyCase = 60_000;

export interface CaseCounts {
  counts: CaseCountsView | null;
  error: string | null;
  /** Grows when a list may have changed. */
  revision: number;
  /** Asks now: somebody did something, or wants to know. */
  refresh(): void;
}

/** How many wait in each list, asked for again every little while as long as somebody looks. */
export function useCaseCounts(): CaseCounts {
  const desk = useDesk();
  const visible = useVisible();
  const reachable = usePage((page) => page.view?.database !== false);
  const [counts, setCounts] = useState<CaseCountsView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [revision, setRevision] = useState(0);
  const known = useRef('');
  const changedAt = useRef(0);

  const look = useCallback(
    async (anew: boolean) => {
      try {
        const found = await desk.api.caseCounts();
        const text = JSON.stringify(found);
        setError(null);
        if (text !== known.current) setCounts(found);
        if (anew || text !== known.current || Date.now() - changedAt.current >= inAnyCase) {
          changedAt.current = Date.now();
          setRevision((last) => last + 1);
        }
        known.current = text;
      } catch (thrown) {
        setError(sentenceOf(thrown));
      }
    },
    [desk],
  );
  useEffect(() => {
    if (!visible || !reachable) return;
    void look(false);
    const timer = window.setInterval(() => void look(false), everySoOften);
    return () => window.clearInterval(timer);
  }, [look, visible, reachable]);
  return { counts, error, revision, refresh: useCallback(() => void look(true), [look]) };
}
