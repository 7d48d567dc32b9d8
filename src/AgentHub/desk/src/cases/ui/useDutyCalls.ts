import { useCallback, useEffect, useState } from 'react';
import type { CaseView, DutyCallView } from '../../shared/contract';
import { useDesk } from '../../shared/ui/common/deskContext';
import { dutyIsLive } from '../core/duty';
import { useVisible } from './useVisible';

const every = 3_000;

/**
 * How the ringing of duty phones goes: as the case was read, and read again every few seconds while something may change by itself. That holds
 * nothing of the citizen, so it is not written into the audit as the case is.
 */
export function useDutyCalls(view: CaseView): [readonly DutyCallView[], (calls: readonly DutyCallView[]) => void] {
  const desk = useDesk();
  const visible = useVisible();
  const [known, setKnown] = useState({ view, calls: view.dutyCalls });
  const calls = known.view === view ? known.calls : view.dutyCalls;
  const put = useCallback((newer: readonly DutyCallView[]) => setKnown({ view, calls: newer }), [view]);
  const live = visible && dutyIsLive(view, calls);
  useEffect(() => {
    if (!live) return;
    const timer = window.setInterval(() => {
      // Where it cannot be read now, what was known stands, and it is read again.
      desk.api.dutyCalls(view.id).then(put, () => undefined);
    }, every);
    return () => window.clearInterval(timer);
  }, [desk, live, put, view.id]);
  return [calls, put];
}
