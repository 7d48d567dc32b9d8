import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../shared/contract';
import { sentenceOf } from '../../shared/live/http';
import { useDesk } from '../../shared/ui/common/deskContext';

export interface OpenCase {
  view: CaseView | null;
  error: string | null;
  /** As it stood when somebody filled a form and it changed meanwhile; null where he saw it change. */
  before: CaseView | null;
  /** The newer one that came with an answer; unseen where he was filling a form. */
  take(view: CaseView, unseen: boolean): void;
  /** He left the form: what changed is what stands there now. */
  seen(): void;
}

/**
 * The case that is read. It is read again when the list shows another version of it, or shows it no more: each look is written into the
 * audit, so it is not read every little while.
 * @param number As its citizen told it; empty for whoever sees it anyway.
 * @param listed Version in the list; null where it is not there.
 * @param filling Somebody fills a form: what changes is told, so that he does not send it unseen.
 */
export function useCase(id: string, number: string, listed: number | null, filling: boolean): OpenCase {
  const desk = useDesk();
  const [state, setState] = useState<{ view: CaseView | null; before: CaseView | null }>({ view: null, before: null });
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ view: state.view, filling });
  latest.current = { view: state.view, filling };
  /** It came with the answer to one's own command: that it leaves the list then is no news. */
  const answered = useRef(false);
  const readFor = useRef<number | null | undefined>(undefined);

  const put = useCallback((view: CaseView, unseen: boolean) => {
    setState((known) => ({
      view,
      before: unseen && known.view?.version !== view.version ? (known.before ?? known.view) : null,
    }));
    setError(null);
  }, []);
  useEffect(() => {
    const last = readFor.current;
    readFor.current = listed;
    const { view } = latest.current;
    const own = answered.current;
    answered.current = false;
    if (view !== null && listed === null && own) return;
    if (view !== null && (listed === null ? last === null : listed <= view.version)) return;
    desk.api.case(id, number).then(
      (found) => put(found, latest.current.filling),
      (thrown: unknown) => setError(sentenceOf(thrown)),
    );
  }, [desk, id, number, listed, put]);
  const take = useCallback(
    (view: CaseView, unseen: boolean) => {
      answered.current = true;
      put(view, unseen);
    },
    [put],
  );
  const seen = useCallback(() => setState(({ view }) => ({ view, before: null })), []);
  return { ...state, error, take, seen };
}
