import type { DraftForm, Outcome } from '../../shared/contract';
import type { FieldName } from './draft';

/** The part of an outcome that is not a field of the ticket. */
export interface OutcomeDetail {
  outcome: Outcome | null;
  summary: string;
  reasonCode: string | null;
  /** transfer only */
  transferTarget: string;
  takenOver: boolean | null;
}

export const noOutcome: OutcomeDetail = {
  outcome: null,
  summary: '',
  reasonCode: null,
  transferTarget: '',
  takenOver: null,
};

/** In the order of their keys 1–5. */
export const outcomes: readonly Outcome[] = ['directAnswer', 'ticket', 'transfer', 'notAccepted', 'referral'];

/** These need a reason of the city's list and the words that guide the caller. */
export function needsReason(outcome: Outcome | null): boolean {
  return outcome === 'notAccepted' || outcome === 'referral';
}

export type MissingField =
  | 'outcome'
  | 'summary'
  /** The guidance still has {…}: nobody was told that. */
  | 'blanks'
  | 'reasonCode'
  | 'transferTarget'
  | 'takenOver'
  | 'demandType'
  | 'category'
  | 'title'
  | 'text'
  | 'unit';

/** What each outcome cannot do without, in the order in which the form shows it. */
export function missingFields(form: DraftForm, detail: OutcomeDetail): MissingField[] {
  const empty = (text: string | null) => text === null || text.trim() === '';
  const missing: MissingField[] = [];
  switch (detail.outcome) {
    case null:
      missing.push('outcome');
      break;
    case 'directAnswer':
      if (empty(detail.summary)) missing.push('summary');
      break;
    case 'ticket':
      for (const field of ['demandType', 'category', 'title', 'text', 'unit'] as const) {
        if (empty(form[field])) missing.push(field);
      }
      break;
    case 'transfer':
      if (empty(detail.transferTarget)) missing.push('transferTarget');
      if (detail.takenOver === null) missing.push('takenOver');
      break;
    case 'notAccepted':
    case 'referral':
      if (empty(detail.reasonCode)) missing.push('reasonCode');
      if (empty(detail.summary)) missing.push('summary');
      else if (/[{}｛｝]/.test(detail.summary)) missing.push('blanks');
      break;
  }
  return missing;
}

/** A field of the form, or of the outcome's own part of it. */
export type FormField = FieldName | 'transferTarget' | 'takenOver';

/** What is wrong, at the field where it is. */
export type Marks = Readonly<Partial<Record<FormField, string>>>;

export function fieldOf(missing: MissingField): FormField {
  return missing === 'blanks' ? 'summary' : missing;
}

/** The code that is sent: one that was chosen for another outcome is none. */
export function reasonOf(detail: OutcomeDetail): string | null {
  return needsReason(detail.outcome) ? detail.reasonCode : null;
}

/** Another outcome has reasons of its own. */
export function choosing(detail: OutcomeDetail, outcome: Outcome): Partial<OutcomeDetail> {
  return detail.outcome === outcome ? {} : { outcome, reasonCode: null };
}

/** The summary that is sent: for a transfer the contract has one text for target and whether it was taken over. */
export function summaryOf(detail: OutcomeDetail): string {
  if (detail.outcome !== 'transfer') return detail.summary.trim();
  const taken = detail.takenOver === null ? '' : detail.takenOver ? '，对方已接走' : '，对方未接走';
  const head = `转接 ${detail.transferTarget.trim()}${taken}`;
  return detail.summary.trim() === '' ? head : `${head}。${detail.summary.trim()}`;
}

const transferSummary = /^转接 (.*?)(?:，(对方已接走|对方未接走))?(?:。([\s\S]*))?$/;

/** The detail behind what a ticket or a draft holds: the other way round of `summaryOf`. */
export function detailOf(form: Pick<DraftForm, 'outcome' | 'summary' | 'reasonCode'>): OutcomeDetail {
  const detail = { ...noOutcome, outcome: form.outcome, summary: form.summary, reasonCode: form.reasonCode };
  const transfer = form.outcome === 'transfer' ? transferSummary.exec(form.summary) : null;
  if (!transfer) return detail;
  const [, target = '', taken, more = ''] = transfer;
  return { ...detail, transferTarget: target, takenOver: taken ? taken === '对方已接走' : null, summary: more };
}

export function outcomeByDigit(code: string): Outcome | null {
  const match = /^(?:Digit|Numpad)([1-5])$/.exec(code);
  return match ? (outcomes[Number(match[1]) - 1] ?? null) : null;
}
