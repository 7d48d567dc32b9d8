import type { DraftForm } from '../../shared/contract';
import type { PageState } from '../../shared/core/page';
import { type Draft, type FieldName, isDirty } from './draft';

/** What a refusal says of a ticket: ask again by oneself, only after a change, or not at all. */
export type Verdict = 'again' | 'content' | 'gone';

export function verdictOf(status: number): Verdict {
  if (status === 403 || status === 404 || status === 410) return 'gone';
  // 401: the sign-in ended, and the words wait for the next one. 409 is a matter of the moment, and so are the others.
  const passing = status < 400 || status >= 500 || [401, 408, 409, 425, 429].includes(status);
  return passing ? 'again' : 'content';
}

/** What the server did not take, and why. */
export interface Problem {
  /** Chinese, says what to do. */
  sentence: string;
  code: string;
  /** The fields to blame, and what stood in them: a field that was changed since is blamed no more. */
  fields: readonly FieldName[];
  values: DraftForm;
}

export function blamed(problem: Problem | null, values: DraftForm): FieldName[] {
  return problem?.fields.filter((field) => values[field] === problem.values[field]) ?? [];
}

/** Tickets that the page shows or has put aside visibly. */
export function onScreen({ view, workspace }: PageState): ReadonlySet<string> {
  const tickets = [view?.call?.ticketId, workspace.draftId, workspace.movedAway];
  return new Set(tickets.filter((id) => id != null));
}

/**
 * A page is open for a whole shift, and every ticket is a citizen's: one is held only while it is on screen, or while
 * the server lacks words of it that it may still take.
 */
export function isKept(draft: Draft, shown: boolean): boolean {
  return shown || draft.sending !== null || (isDirty(draft) && draft.barred !== 'ticket');
}
