import { useCallback, useRef, useState } from 'react';
import type { CaseView } from '../../../shared/contract';
import { newId, Refusal, sentenceOf } from '../../../shared/live/http';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { addressOf, type Command, commandOf, type Deed } from '../../core/commands';
import type { Values } from '../../core/fields';
import { blamedOf, bodyOf } from '../../core/form';
import { caseTexts } from '../../texts';

/** Why a command was not done: for the form as a whole, or for fields of it. */
export interface Complaint {
  sentence: string;
  fields: readonly string[];
  /** Somebody was faster. */
  stale: boolean;
}

/** Sends a command. Where no answer came, the same wish is sent again and not done twice. */
export function useSubmit(
  deed: Deed,
  view: CaseView,
  number: string,
  onDone: (view: CaseView) => void,
  onStale: (current: CaseView) => void,
) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const wish = useRef<{ text: string; id: string } | null>(null);
  const submit = async (values: Values) => {
    if (busy) return;
    const body = bodyOf(commandOf(deed), values, view);
    const text = JSON.stringify(body);
    if (wish.current?.text !== text) wish.current = { text, id: newId() };
    setBusy(true);
    setComplaint(null);
    try {
      onDone(await desk.api.caseCommand(view.id, addressOf(deed), body, wish.current.id, number));
    } catch (thrown) {
      const current = staleCase(thrown);
      if (current) onStale(current);
      setComplaint({ ...complaintOf(commandOf(deed), thrown), stale: current !== null });
      if (!(thrown instanceof Refusal && thrown.unreachable)) wish.current = null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, complaint, submit, blame: useCallback((next: Complaint | null) => setComplaint(next), []) };
}

/** Somebody was faster: what stands there now. */
function staleCase(thrown: unknown): CaseView | null {
  if (!(thrown instanceof Refusal) || thrown.status !== 409) return null;
  const body = thrown.body as { current?: CaseView } | null;
  return body?.current ?? null;
}

function complaintOf(command: Command, thrown: unknown): Omit<Complaint, 'stale'> {
  if (!(thrown instanceof Refusal)) return { sentence: sentenceOf(thrown), fields: [] };
  if (thrown.unreachable) return { sentence: caseTexts.unreachable, fields: [] };
  return { sentence: thrown.detail, fields: blamedOf(command, thrown.fields) };
}
