import { type KeyboardEvent, useState } from 'react';
import type { CaseSummary } from '../../../shared/contract';

/** One row of the list takes the focus; arrows go from row to row. */
export function useRowKeys(items: readonly CaseSummary[], open: string | null) {
  const [at, setAt] = useState<string | null>(null);
  const there = (id: string | null) => items.some((item) => item.id === id);
  const first = there(at) ? at : there(open) ? open : (items[0]?.id ?? null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')];
    const now = rows.findIndex((row) => row.contains(document.activeElement));
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    event.preventDefault();
    setAt(row.dataset.case ?? null);
    row.focus();
  };
  return { first, onKeyDown };
}
