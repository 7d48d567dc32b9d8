import type { CaseCountsView, CaseQueue, DueFilter, Role, TicketState } from '../../shared/contract';
import { ticketStates } from '../../shared/texts';
import { dueFilterTexts, queueTexts } from './texts';

/** A page of a list that somebody looks at, as the address has it: a reload comes back to it. */
export interface CaseWish {
  /** Null: the first list that he has. */
  queue: CaseQueue | null;
  state: TicketState | '';
  due: DueFilter;
  /** Code of a unit; empty for all. */
  unit: string;
  confidential: boolean;
  page: number;
  /** A ticket's number as its citizen told it: it opens that case for whoever has no list with it. */
  number: string;
}

const one = <T extends string>(words: Readonly<Record<T, unknown>>, text: string | undefined): T | null =>
  text !== undefined && Object.hasOwn(words, text) ? (text as T) : null;

export function wishOf(search: Readonly<Record<string, string>> = {}): CaseWish {
  return {
    queue: one(queueTexts, search.queue),
    state: one(ticketStates, search.state) ?? '',
    due: one(dueFilterTexts, search.due) ?? 'all',
    unit: search.unit ?? '',
    confidential: search.confidential === 'true',
    page: Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1),
    number: search.number ?? '',
  };
}

/** As it stands in an address: what is usual is left out. */
export function searchOf(wish: CaseWish): Record<string, string> {
  return {
    queue: wish.queue ?? '',
    state: wish.state,
    due: wish.due === 'all' ? '' : wish.due,
    unit: wish.unit,
    confidential: wish.confidential ? 'true' : '',
    page: wish.page > 1 ? String(wish.page) : '',
    number: wish.number,
  };
}

/** The list that is shown: the one asked for, or else the first that he has and where something waits. */
export function queueFor(wish: CaseWish, counts: CaseCountsView | null): CaseQueue | null {
  const queues = counts?.queues ?? [];
  const asked = queues.find(({ queue }) => queue === wish.queue);
  return (asked ?? queues.find(({ total }) => total > 0) ?? queues[0])?.queue ?? null;
}

/** Another list begins at its first page, without the filters of the last one. */
export function toQueue(queue: CaseQueue): CaseWish {
  return { queue, state: '', due: 'all', unit: '', confidential: false, page: 1, number: '' };
}

const ofUnits: readonly CaseQueue[] = ['unitSign', 'unitHandle', 'unitReview', 'unitDone'];

/** Whoever has every list may look at a unit's, and says which. */
export function choosesUnit(queue: CaseQueue, roles: readonly Role[]): boolean {
  return ofUnits.includes(queue) && roles.some((role) => role === 'shiftLeader' || role === 'supervisor');
}

/** The states that stand together in a list; where there is but one there is nothing to choose. */
const states: Partial<Record<CaseQueue, readonly TicketState[]>> = {
  unitHandle: [
    'dispatched',
    'handling',
    'redo',
    'returnReview',
    'extensionReview',
    'temporaryClosureReview',
    'temporarilyClosed',
  ],
  unitDone: ['handling', 'replied', 'revisit', 'screening'],
  filing: ['closed', 'merged'],
  supervision: [
    'accepted',
    'scopeCheck',
    'coordinationPending',
    'dispatched',
    'returnReview',
    'handling',
    'extensionReview',
    'temporaryClosureReview',
    'temporarilyClosed',
    'replied',
    'redo',
    'revisit',
    'screening',
  ],
};

export function statesOf(queue: CaseQueue): readonly TicketState[] {
  return states[queue] ?? [];
}
