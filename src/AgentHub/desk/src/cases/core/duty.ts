import type { CaseView, DutyAttemptView, DutyCallView } from '../../shared/contract';
import { dutyResultTexts, dutyTexts } from '../texts';
import type { Chapter } from './story';

/** Keys of chapters that are no steps of the ticket: below those. */
const perTask = 1000;

/** Each ring of a unit's duty phones, and how the ringing ended where no ring says it. */
export function dutyChapters(calls: readonly DutyCallView[], nameOf: (unit: string) => string): Chapter[] {
  return calls.flatMap((call) => {
    const who = dutyTexts.who(nameOf(call.unit));
    const chapter = (no: number, at: string, what: string, details: readonly string[] = []): Chapter => ({
      no: -(call.task * perTask + no),
      at,
      who,
      what,
      details,
      why: '',
      moved: '',
    });
    const end = endOf(call);
    return [
      ...call.attempts.map((ring) => chapter(ring.no, ring.at, dutyTexts.rang(ring.name), detailsOf(ring))),
      ...(end === '' || call.endedAt === null ? [] : [chapter(0, call.endedAt, end)]),
    ];
  });
}

/** How the ringing stands, in a sentence. */
export function dutyState(call: DutyCallView, moment: (at: string) => string): string {
  const last = call.attempts.at(-1);
  switch (call.state) {
    case 'calling':
      if (last === undefined || last.result !== null) return dutyTexts.next(call.next);
      return last.answeredAt === null ? dutyTexts.ringing(last.name, call.round) : dutyTexts.listening(last.name);
    case 'pausing':
      return dutyTexts.pausing(call.nextAt === null ? '' : moment(call.nextAt));
    case 'acknowledged':
      return dutyTexts.acknowledged(last?.name ?? '', call.endedAt === null ? '' : moment(call.endedAt));
    case 'settled':
      return dutyTexts.settled;
    default:
      return endOf(call);
  }
}

/** Whether something may change by itself: somebody is rung, or is about to be. */
export function dutyIsLive(view: CaseView, calls: readonly DutyCallView[]): boolean {
  return (
    calls.some(({ live }) => live) ||
    (view.urgency !== 'normal' &&
      view.tasks.some(
        ({ no, state, signedAt }) => state === 'open' && signedAt === null && calls.every(({ task }) => task !== no),
      ))
  );
}

function endOf({ state, stoppedBy }: DutyCallView): string {
  switch (state) {
    case 'exhausted':
      return dutyTexts.exhausted;
    case 'stopped':
      return dutyTexts.stopped(stoppedBy);
    case 'nobodyListed':
      return dutyTexts.nobody;
    default:
      return '';
  }
}

function detailsOf({ result, answeredAt, endedBy }: DutyAttemptView): string[] {
  if (result === null) return answeredAt === null ? [] : [dutyTexts.hears];
  return [endedBy === '' ? dutyResultTexts[result] : dutyTexts.passedOn(endedBy)];
}
