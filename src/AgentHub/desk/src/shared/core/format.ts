import { common } from '../texts';

/** How times and numbers are written on the desk. China has one time zone and no summer time, so a clock is arithmetic. */

const beijingOffset = 8 * 3_600_000;
const weekdays = [
  common.sunday,
  common.monday,
  common.tuesday,
  common.wednesday,
  common.thursday,
  common.friday,
  common.saturday,
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as the clock on the wall shows it. */
function wall(moment: string | number): Date {
  const milliseconds = typeof moment === 'number' ? moment : Date.parse(moment);
  return new Date(milliseconds + beijingOffset);
}

/** 03:12, and 1:02:33 from an hour on. Never negative: clocks of two machines may differ by a little. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

export function since(start: string | null | undefined, now: number): string {
  return start ? duration(now - Date.parse(start)) : '--:--';
}

/** Whole seconds until a moment, 0 when it is past. */
export function secondsUntil(moment: string | null, now: number): number {
  return moment ? Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000)) : 0;
}

/** 09:38:26 */
export function clockTime(moment: string | number): string {
  const at = wall(moment);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}

/** Month, day, weekday and 09:38:26. */
export function dateLine(moment: number): string {
  const at = wall(moment);
  return common.dateLine(at.getUTCMonth() + 1, at.getUTCDate(), weekdays[at.getUTCDay()] ?? '', clockTime(moment));
}

/** 09:22 today, 03-13 18:22 this year, 2025-12-19 before. */
export function shortMoment(moment: string, now: number): string {
  const at = wall(moment);
  const today = wall(now);
  const day = `${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  if (at.getUTCFullYear() !== today.getUTCFullYear()) return `${at.getUTCFullYear()}-${day}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const sameDay = at.getUTCMonth() === today.getUTCMonth() && at.getUTCDate() === today.getUTCDate();
  return sameDay ? time : `${day} ${time}`;
}

/**
 * 138****6021 and 0371-2****618. The server masks; this is for the one number that reaches the page past the server:
 * what the telephone itself says about a caller while the server is away.
 */
export function maskNumber(number: string): string {
  const digits = number.replace(/[^\d]/g, '');
  if (digits.length < 7) return digits.length === 0 ? common.noCallerNumber : '****';
  if (digits.startsWith('0')) {
    const area = digits.startsWith('01') || digits.startsWith('02') ? 3 : 4;
    return `${digits.slice(0, area)}-${digits.slice(area, area + 1)}****${digits.slice(-3)}`;
  }
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Texts of callers are cut at 40 characters in lists; a pair of surrogates counts as one. */
export function cut(text: string, length = 40): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

/** Digits with gaps for reading aloud: 138 3788 6021. */
export function spaced(number: string): string {
  return /^1\d{10}$/.test(number) ? `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}` : number;
}
