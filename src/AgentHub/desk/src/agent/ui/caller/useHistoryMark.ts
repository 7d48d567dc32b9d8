import { useLayoutEffect } from 'react';
import type { HistoryView } from '../../../shared/contract';
import { useDesk } from '../../../shared/ui/common/deskContext';

const marked = new Set<string>();

/** When a caller's history is in the document, once per call: measured by tests. */
export function useHistoryMark(callId: string, history: HistoryView | null): void {
  const desk = useDesk();
  useLayoutEffect(() => {
    if (!history || marked.has(callId)) return;
    marked.add(callId);
    const view = desk.page.get().view;
    performance.mark('hotline-history', { detail: { callId, version: view?.version, now: view?.now } });
  }, [desk, callId, history]);
}
