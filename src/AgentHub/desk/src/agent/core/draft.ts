import type { DraftForm, TicketView } from '../../shared/contract';

/** One ticket being written: what the server has, what the agent typed, and when the difference must be sent. */
export interface Draft {
  ticketId: string;
  /** What the server is known to hold. A field is the agent's own as long as it differs from this. */
  base: DraftForm;
  /** What the form shows. */
  values: DraftForm;
  /** The values on their way to the server, null when nothing is. */
  sending: DraftForm | null;
  /** When the oldest change not yet sent was made; null when everything is sent. */
  dirtySince: number | null;
  lastEdit: number;
  /** After a failed save nothing is sent before this moment. */
  retryAt: number | null;
  failures: number;
  savedAt: string | null;
  /** Nothing is sent: what was typed is not taken as it is, or there is no such ticket for this agent, however it is changed. */
  barred: 'content' | 'ticket' | null;
  /** Fields that both sides changed: the server's value of each. The agent's is in `values`. */
  conflicts: Partial<DraftForm>;
}

export type DraftMessage =
  | { kind: 'edited'; change: Partial<DraftForm>; at: number }
  | { kind: 'sendingStarted'; at: number }
  | { kind: 'saved'; version: number; savedAt: string; at: number }
  | { kind: 'refused'; current: TicketView; at: number }
  | { kind: 'failed'; at: number }
  /** What was on its way was refused for its content: it is still here, and nothing is wrong with the line. */
  | { kind: 'notTaken'; at: number }
  /** The same for a draft: what is on record cannot be made of it, until it is changed. */
  | { kind: 'barred'; by: 'content' | 'ticket'; at: number }
  | { kind: 'serverBack'; at: number }
  | { kind: 'refreshed'; current: TicketView; at: number }
  | { kind: 'settled'; field: FieldName; keep: 'mine' | 'theirs'; at: number };

export type FieldName = Exclude<keyof DraftForm, 'version'>;

/** A field that is new belongs here, and the compiler asks for it. */
const fields: Record<FieldName, true> = {
  demandType: true,
  category: true,
  title: true,
  text: true,
  place: true,
  requesterName: true,
  requesterKind: true,
  contactNumber: true,
  unit: true,
  accusedUnit: true,
  confidential: true,
  urgency: true,
  outcome: true,
  summary: true,
  reasonCode: true,
};

export const fieldNames = Object.keys(fields) as readonly FieldName[];

/** Of these the page shows one at a time, so two values cannot stand side by side: what was typed here wins. */
const outcomeFields: readonly FieldName[] = ['outcome', 'summary', 'reasonCode'];

/** A change is sent 600 ms after the last key, and 3 s after the first one at the latest. */
export const idleDelay = 600;
export const longestDelay = 3000;
const retryDelays = [1000, 2000, 4000, 8000] as const;
const longestRetry = 10_000;

/** What of a ticket is a draft: its fields, and the version that they are of. */
export function formOf(ticket: DraftForm): DraftForm {
  const values = fieldNames.map((name) => [name, ticket[name]]);
  return { version: ticket.version, ...Object.fromEntries(values) } as DraftForm;
}

export function openDraft(ticket: TicketView): Draft {
  const form = formOf(ticket);
  return {
    ticketId: ticket.id,
    base: form,
    values: form,
    sending: null,
    dirtySince: null,
    lastEdit: 0,
    retryAt: null,
    failures: 0,
    savedAt: ticket.savedAt,
    barred: null,
    conflicts: {},
  };
}

export function reduceDraft(draft: Draft, message: DraftMessage): Draft {
  switch (message.kind) {
    case 'edited': {
      const values = { ...draft.values, ...message.change, version: draft.values.version };
      const barred = draft.barred === 'ticket' ? draft.barred : null;
      return { ...draft, values, barred, dirtySince: draft.dirtySince ?? message.at, lastEdit: message.at };
    }
    case 'sendingStarted':
      return { ...draft, sending: payload(draft), dirtySince: null, retryAt: null };
    case 'saved':
      return {
        ...draft,
        base: { ...(draft.sending ?? draft.values), version: message.version },
        values: { ...draft.values, version: message.version },
        sending: null,
        retryAt: null,
        failures: 0,
        savedAt: message.savedAt,
      };
    case 'failed':
      return {
        ...draft,
        sending: null,
        dirtySince: draft.dirtySince ?? message.at,
        failures: draft.failures + 1,
        retryAt: message.at + (retryDelays[draft.failures] ?? longestRetry),
      };
    case 'notTaken':
      return { ...draft, sending: null, dirtySince: isDirty(draft) ? (draft.dirtySince ?? message.at) : null };
    case 'barred':
      // What was typed while it was on its way is another content.
      return {
        ...draft,
        sending: null,
        barred: message.by === 'content' && draft.dirtySince !== null ? null : message.by,
      };
    case 'serverBack':
      return { ...draft, retryAt: null };
    case 'refused':
    case 'refreshed':
      // What is on record is all there is: nothing can be put beside it any more.
      if (message.current.state !== 'draft') return openDraft(message.current);
      return merge(draft, formOf(message.current), message.current.savedAt, message.at);
    case 'settled':
      return settle(draft, message.field, message.keep, message.at);
  }
}

/** What is sent: where both sides changed a field, the server's value stays until the agent has chosen. */
export function payload(draft: Draft): DraftForm {
  return { ...draft.values, ...draft.conflicts, version: draft.base.version };
}

export function isDirty(draft: Draft): boolean {
  return fieldNames.some((field) => payload(draft)[field] !== draft.base[field]);
}

/** When to send next; null when there is nothing to send or an answer is awaited. */
export function nextSaveAt(draft: Draft): number | null {
  if (draft.sending || draft.barred || draft.dirtySince === null || !isDirty(draft)) return null;
  const due = Math.min(draft.lastEdit + idleDelay, draft.dirtySince + longestDelay);
  return draft.retryAt === null ? due : Math.max(due, draft.retryAt);
}

export type Stamp = 'saved' | 'saving' | 'local' | 'refused' | 'conflict' | 'untouched';

/** What the header of the form says. A change waiting for its 600 ms counts as being saved. */
export function stampOf(draft: Draft): Stamp {
  if (Object.keys(draft.conflicts).length > 0) return 'conflict';
  const dirty = isDirty(draft);
  if (draft.barred && dirty) return 'refused';
  if (draft.failures > 0 && (dirty || draft.sending)) return 'local';
  if (dirty || draft.sending) return 'saving';
  return draft.savedAt ? 'saved' : 'untouched';
}

function merge(draft: Draft, theirs: DraftForm, savedAt: string, at: number): Draft {
  // Older than what the server itself confirmed: an answer that was overtaken.
  if (theirs.version < draft.base.version) return { ...draft, sending: null };
  const values = { ...draft.values, version: theirs.version };
  const conflicts: Partial<DraftForm> = {};
  for (const field of fieldNames) {
    const mine = draft.values[field];
    const touched = mine !== draft.base[field];
    if (!touched) assign(values, field, theirs);
    else if (outcomeFields.includes(field)) continue;
    else if (theirs[field] !== draft.base[field] && theirs[field] !== mine) assign(conflicts, field, theirs);
  }
  const merged = { ...draft, base: theirs, values, conflicts, sending: null, barred: null, savedAt, retryAt: null };
  return { ...merged, dirtySince: isDirty(merged) ? (draft.dirtySince ?? at) : null };
}

function settle(draft: Draft, field: FieldName, keep: 'mine' | 'theirs', at: number): Draft {
  const values = { ...draft.values };
  if (keep === 'theirs') assign(values, field, { ...draft.values, ...draft.conflicts });
  const conflicts = { ...draft.conflicts };
  delete conflicts[field];
  const settled = { ...draft, values, conflicts };
  return { ...settled, dirtySince: isDirty(settled) ? (draft.dirtySince ?? at) : null, lastEdit: at };
}

function assign<T extends Partial<DraftForm>>(target: T, field: FieldName, source: DraftForm): void {
  Object.assign(target, { [field]: source[field] });
}
