import type { CalendarDayForm, CalendarDayMoved, CalendarDayView, DayMarkKind } from '../../shared/contract';

/** A day as the page draws it: what its weekday says, unless it was made something else. */
export type DayLook = 'off' | 'work' | 'weekend' | 'plain';

export interface MonthOfYear {
  /** From 1. */
  month: number;
  /** Weeks from Monday on; null where a day belongs to another month. */
  weeks: (string | null)[][];
}

const dayMs = 86_400_000;

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** 0 for Monday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

export const isWeekend = (date: string): boolean => weekdayOf(date) > 4;

export function monthsOf(year: number): MonthOfYear[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = Date.UTC(year, index, 1);
    const length = (Date.UTC(year, index + 1, 1) - first) / dayMs;
    const days = Array.from({ length }, (_, day) => isoOf(first + day * dayMs));
    const cells: (string | null)[] = [...Array<null>(weekdayOf(days[0] ?? '')).fill(null), ...days];
    while (cells.length % 7 > 0) cells.push(null);
    return {
      month: index + 1,
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    };
  });
}

/** The day that many days on, or the same where that is in another year. */
export function moved(date: string, days: number): string {
  const to = isoOf(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
  return to.slice(0, 4) === date.slice(0, 4) ? to : date;
}

/** What a day is, with what is changed on the page. */
export function markOf(
  date: string,
  known: readonly CalendarDayView[],
  changed: readonly CalendarDayForm[],
): { look: DayLook; name: string; changed: boolean } {
  const draft = changed.find((day) => day.date === date);
  const mark: { kind: DayMarkKind; name: string } = draft ??
    known.find((day) => day.date === date) ?? { kind: 'plain', name: '' };
  const look = mark.kind === 'plain' ? (isWeekend(date) ? 'weekend' : 'plain') : mark.kind;
  return { look, name: mark.name, changed: draft !== undefined };
}

/** The days that are to change, with one more; what is as it was before is none. */
export function withDay(
  changed: readonly CalendarDayForm[],
  day: CalendarDayForm,
  known: readonly CalendarDayView[],
): CalendarDayForm[] {
  const others = changed.filter((other) => other.date !== day.date);
  const before = known.find((other) => other.date === day.date);
  const same = before ? before.kind === day.kind && before.name === day.name : day.kind === 'plain';
  return same ? others : [...others, day].sort((a, b) => a.date.localeCompare(b.date));
}

/** The year that a file is of: its name says it, 2027.csv. Null for any other name. */
export function yearOfFile(name: string): number | null {
  const found = /(20\d\d)\.csv$/.exec(name);
  return found ? Number(found[1]) : null;
}

/** The days of a change that are really other ones. */
export const really = (days: readonly CalendarDayMoved[]): CalendarDayMoved[] =>
  days.filter(({ before, after }) => before.kind !== after.kind || before.name !== after.name);
