import { useEffect, useState } from 'react';
import type { CaseListView, CaseQueue } from '../../shared/contract';
import { sentenceOf } from '../../shared/live/http';
import { useDesk } from '../../shared/ui/common/deskContext';
import { type CaseWish, searchOf } from '../core/wish';

export interface CaseListState {
  /** One page; null while it is read for the first time. */
  list: CaseListView | null;
  error: string | null;
  readAt: number | null;
}

/** One page of one list. Read anew where it may have changed, while the last one stays on screen. */
export function useCaseList(queue: CaseQueue | null, wish: CaseWish, revision: number): CaseListState {
  const desk = useDesk();
  const asked = queue === null ? null : new URLSearchParams(searchOf({ ...wish, queue })).toString();
  const [read, setRead] = useState<{ asked: string; list: CaseListView; at: number } | null>(null);
  const [failed, setFailed] = useState<{ asked: string; error: string } | null>(null);
  useEffect(() => {
    if (asked === null || revision === 0) return;
    let gone = false;
    desk.api.cases(Object.fromEntries(new URLSearchParams(asked))).then(
      (list) => {
        if (gone) return;
        setRead({ asked, list, at: Date.now() });
        setFailed(null);
      },
      (thrown: unknown) => {
        if (!gone) setFailed({ asked, error: sentenceOf(thrown) });
      },
    );
    return () => {
      gone = true;
    };
  }, [desk, asked, revision]);
  const own = read?.asked === asked ? read : null;
  return {
    list: own?.list ?? null,
    error: failed?.asked === asked ? failed.error : null,
    readAt: own?.at ?? null,
  };
}
