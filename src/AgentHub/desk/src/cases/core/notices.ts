import type { CaseNotice } from '../../shared/contract';

/** What one's desk was told. */

export const isUnread = ({ readAt }: CaseNotice) => readAt === null;

export const keyOf = ({ ticket, kind, what, at }: CaseNotice) => `${ticket}/${kind}/${what}/${at}`;

/** What happened, as happenings are named everywhere: of a step its own code, of a clock what it does. */
export const stepOf = ({ kind, what }: CaseNotice) => (kind === 'step' ? what : kind);

/** As they stand once somebody has read some of them. */
export function withRead(
  notices: readonly CaseNotice[],
  read: readonly CaseNotice[],
  at: string,
  who: string,
): CaseNotice[] {
  const keys = new Set(read.map(keyOf));
  return notices.map((one) => (isUnread(one) && keys.has(keyOf(one)) ? { ...one, readAt: at, readBy: who } : one));
}
