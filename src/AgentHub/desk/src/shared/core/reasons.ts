import type { OutcomeKind, ReferenceView, ReferralView, SetAside } from '../contract';
import { shortReasons } from '../texts';
import { nameOf } from './categories';

/** A reason of the city's lists with the words that the agent says. */
export interface Reason {
  code: string;
  name: string;
  guidance: string;
  /** Who is in charge; null for a refusal, which leads to nobody in particular. */
  responsible: string | null;
}

const refusalsOf = (reference: ReferenceView): Reason[] =>
  reference.notAcceptReasons.map((reason) => ({ ...reason, responsible: null }));

/** The reasons that an outcome can have. */
export function reasonsFor(reference: ReferenceView, outcome: OutcomeKind | null): readonly Reason[] {
  if (outcome === 'notAccepted') return refusalsOf(reference);
  return outcome === 'referral' ? reference.referralReasons : [];
}

export function reasonFor(reference: ReferenceView, outcome: OutcomeKind | null, code: string | null): Reason | null {
  return reasonsFor(reference, outcome).find((reason) => reason.code === code) ?? null;
}

/** What a reason leads to: a matter is either referred or refused. */
export function outcomeFor(reference: ReferenceView, code: string): OutcomeKind {
  return reference.referralReasons.some((reason: ReferralView) => reason.code === code) ? 'referral' : 'notAccepted';
}

/** Whatever list it stands in, or stood in when an old ticket named it. */
export function reasonName(reference: ReferenceView, outcome: OutcomeKind | null, code: string): string {
  const known = reasonFor(reference, outcome, code) ?? reasonFor(reference, outcomeFor(reference, code), code);
  return known?.name ?? nameOf(reference.formerReasons, code);
}

/** Why somebody takes no calls, in words; empty where the reason is one that nobody here knows: a code is no word. */
export function asideText(reference: ReferenceView, reason: string | null): string {
  if (reason === null) return '';
  return reference.breakReasons.find(({ code }) => code === reason)?.name ?? shortReasons[reason as SetAside] ?? '';
}
