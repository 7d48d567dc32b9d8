import type { DraftForm, OutcomeKind, ReferenceView } from '../../shared/contract';
import { hasBlanks, transferWords } from '../texts';
import type { FieldName } from './draft';

/** The part of an outcome that is not a field of the ticket. */
export interface OutcomeDetail {
  outcome: OutcomeKind | null;
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
export const outcomes: readonly OutcomeKind[] = ['directAnswer', 'ticket', 'transfer', 'notAccepted', 'referral'];

/** These need a reason of the city's list and the words that guide the caller. */
export function needsReason(outcome: OutcomeKind | null): boolean {
  return outcome === 'notAccepted' || outcome === 'referral';
}

/** What was added to an earlier ticket: it is shown, and never chosen here. */
export function isFollowUp(outcome: OutcomeKind | null): boolean {
  return outcome === 'supplement' || outcome === 'expedite';
}

/** A city whose document knows no referral has four outcomes; one that was chosen is shown all the same. */
export function offeredOutcomes(reference: ReferenceView, chosen: OutcomeKind | null): readonly OutcomeKind[] {
  const refers = reference.referralReasons.length > 0 || chosen === 'referral';
  return outcomes.filter((outcome) => outcome !== 'referral' || refers);
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
    case 'supplement':
    case 'expedite':
      break; // recorded with the ticket that it adds to, and never out of this form
    case 'notAccepted':
    case 'referral':
      if (empty(detail.reasonCode)) missing.push('reasonCode');
      if (empty(detail.summary)) missing.push('summary');
      else if (hasBlanks(detail.summary)) missing.push('blanks');
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
export function choosing(detail: OutcomeDetail, outcome: OutcomeKind): Partial<OutcomeDetail> {
  return detail.outcome === outcome ? {} : { outcome, reasonCode: null };
}

/** The summary that is sent: for a transfer the contract has one text for target and whether it was taken over. */
export function summaryOf(detail: OutcomeDetail): string {
  const more = detail.summary.trim();
  if (detail.outcome !== 'transfer') return more;
  return transferWords.write(detail.transferTarget.trim(), detail.takenOver, more);
}

/** The detail behind what a ticket or a draft holds: the other way round of `summaryOf`. */
export function detailOf(form: Pick<DraftForm, 'outcome' | 'summary' | 'reasonCode'>): OutcomeDetail {
  const detail = { ...noOutcome, outcome: form.outcome, summary: form.summary, reasonCode: form.reasonCode };
  const transfer = form.outcome === 'transfer' ? transferWords.read(form.summary) : null;
  return transfer ? { ...detail, ...transfer } : detail;
}

export function outcomeByDigit(code: string): OutcomeKind | null {
  const match = /^(?:Digit|Numpad)([1-5])$/.exec(code);
  return match ? (outcomes[Number(match[1]) - 1] ?? null) : null;
}

/** The guidance beside what was written already; nothing twice. */
export function withGuidance(summary: string, guidance: string): string {
  if (summary.includes(guidance)) return summary;
  return summary.trim() === '' ? guidance : `${summary.trimEnd()}\n${guidance}`;
}
