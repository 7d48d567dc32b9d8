import { dueTexts } from './texts';

/** How a due time looks: by weight and by words, never by colour alone. */
export type DueTone = 'left' | 'near' | 'late' | 'unknown' | 'none';

export interface Due {
  tone: DueTone;
  text: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** 2 days 3 hours, 5 hours 36 minutes, 12 minutes: the two largest that say something. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts =
    days > 0
      ? [dueTexts.days(days), hours > 0 ? dueTexts.hours(hours) : '']
      : [hours > 0 ? dueTexts.hours(hours) : '', rest > 0 ? dueTexts.minutes(rest) : ''];
  return parts.filter((part) => part !== '').join(' ') || dueTexts.moment;
}

/**
 * @param due Until when; null where nobody knows.
 * @param runs Whether a clock runs at all.
 * @param warnsAt When it warns; where a list does not say, within a day.
 */
export function dueOf(due: string | null, runs: boolean, now: number, warnsAt: readonly string[] = []): Due {
  if (due === null) return runs ? { tone: 'unknown', text: dueTexts.unknown } : { tone: 'none', text: dueTexts.none };
  const left = Date.parse(due) - now;
  if (left < 0) return { tone: 'late', text: dueTexts.late(span(left)) };
  const warned = warnsAt.some((at) => Date.parse(at) <= now);
  return { tone: warned || left <= day ? 'near' : 'left', text: dueTexts.left(span(left)) };
}
