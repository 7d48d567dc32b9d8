import { useCallback, useEffect, useState } from 'react';
import type { CaseNotice } from '../../shared/contract';
import { sentenceOf } from '../../shared/live/http';
import { useDesk, usePage } from '../../shared/ui/common/deskContext';
import { isUnread, withRead } from '../core/notices';
import { useVisible } from './useVisible';

const everySoOften = 30_000;

export interface DeskNotices {
  notices: readonly CaseNotice[] | null;
  unread: number;
  error: string | null;
  /** Marks those as read that are not. */
  read(these: readonly CaseNotice[]): void;
}

/** What one's desk was told, asked for again every little while as long as somebody looks. */
export function useDeskNotices(): DeskNotices {
  const desk = useDesk();
  const visible = useVisible();
  const reachable = usePage((page) => page.view?.database !== false);
  const [notices, setNotices] = useState<readonly CaseNotice[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const look = useCallback(async () => {
    try {
      setNotices(await desk.api.deskNotices());
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk]);
  useEffect(() => {
    if (!visible || !reachable) return;
    void look();
    const timer = window.setInterval(() => void look(), everySoOften);
    return () => window.clearInterval(timer);
  }, [look, visible, reachable]);
  const read = (these: readonly CaseNotice[]) => {
    const fresh = these.filter(isUnread);
    if (fresh.length === 0) return;
    const who = desk.session.agent?.name ?? '';
    desk.api
      .noticesRead(fresh.map(({ ticket, kind, what, at }) => ({ ticket, kind, what, at })))
      .then(() => setNotices((known) => known && withRead(known, fresh, new Date().toISOString(), who)))
      .catch((thrown: unknown) => setError(sentenceOf(thrown)));
  };
  return { notices, unread: (notices ?? []).filter(isUnread).length, error, read };
}
