import type { CaseStepView, CaseTimerView, CaseView } from '../../shared/contract';
import { type DueTone, dueOf } from './due';

/** A clock as a bar: from when, how far, and what is left, in words. */
export interface Bar {
  key: string;
  timer: CaseTimerView;
  /** Since when it runs; null where the timeline does not say. */
  startedAt: string | null;
  /** 0 to 100: how much of its time is over. */
  used: number;
  /** 0 to 100: where it warns. */
  warns: readonly number[];
  tone: DueTone;
  text: string;
}

/** What a bar needs of a case. */
export type Clocked = Pick<CaseView, 'timers' | 'timeline' | 'acceptedAt'>;

export function barsOf(view: Clocked, now: number): Bar[] {
  return [...view.timers].sort(byDue).map((timer) => barOf(timer, view, now));
}

function barOf(timer: CaseTimerView, { timeline, acceptedAt }: Clocked, now: number): Bar {
  // What the call itself set going stands in no step.
  const startedAt = startOf(timer, timeline) ?? (timer.timer === 'dispatch' ? acceptedAt : null);
  const { tone, text } = dueOf(timer.due, true, now, timer.warnsAt);
  const share = shareOf(startedAt, timer.due);
  return {
    key: `${timer.timer} ${timer.task ?? ''}`,
    timer,
    startedAt,
    used: share(now),
    warns: timer.due === null ? [] : timer.warnsAt.map((at) => share(Date.parse(at))),
    tone,
    text,
  };
}

/** The last step at which it was not there before and was there after: an extension moves its end, not its beginning. */
export function startOf(timer: CaseTimerView, timeline: readonly CaseStepView[]): string | null {
  const has = (running: CaseStepView['after']) =>
    running.some((other) => other.timer === timer.timer && other.task === timer.task);
  return timeline.findLast((step) => has(step.after) && !has(step.before))?.at ?? null;
}

function shareOf(start: string | null, due: string | null): (at: number) => number {
  if (start === null || due === null) return () => 0;
  const [from, whole] = [Date.parse(start), Math.max(1, Date.parse(due) - Date.parse(start))];
  return (at) => Math.round(Math.min(100, Math.max(0, ((at - from) / whole) * 100)));
}

function byDue(one: CaseTimerView, other: CaseTimerView): number {
  return (one.due === null ? Infinity : Date.parse(one.due)) - (other.due === null ? Infinity : Date.parse(other.due));
}
