import { describe, expect, it } from 'vitest';
import {
  clockTime,
  cut,
  dateLine,
  duration,
  maskNumber,
  secondsUntil,
  shortMoment,
  since,
} from '../../../src/shared/core/format';
import { noon } from '../../make';

describe('times', () => {
  it('shows mm:ss, and hours from an hour on', () => {
    expect(duration(192_400)).toBe('03:12');
    expect(duration(3_753_000)).toBe('1:02:33');
  });
  it('never runs below zero when the clocks differ', () => expect(duration(-900)).toBe('00:00'));
  it('counts from a moment of the server', () => {
    expect(since('2026-03-17T03:57:00Z', noon)).toBe('03:00');
    expect(since(null, noon)).toBe('--:--');
  });
  it('rounds what is left upwards, so that a ring never says 0 while it rings', () => {
    expect(secondsUntil('2026-03-17T04:00:11.200Z', noon)).toBe(12);
    expect(secondsUntil('2026-03-17T03:59:00Z', noon)).toBe(0);
  });
  it('is on Beijing time, whatever the PC says', () => {
    expect(clockTime('2026-03-17T01:38:26Z')).toBe('09:38:26');
    expect(dateLine(Date.parse('2026-03-16T16:00:00Z'))).toBe('3月17日 周二 00:00:00');
  });
  it('names the day only when it is not today, the year only when it is not this one', () => {
    expect(shortMoment('2026-03-17T01:22:00Z', noon)).toBe('09:22');
    expect(shortMoment('2026-03-13T10:22:00Z', noon)).toBe('03-13 18:22');
    expect(shortMoment('2025-12-19T02:00:00Z', noon)).toBe('2025-12-19');
  });
});

describe('numbers of callers', () => {
  it.each([
    ['13800006021', '138****6021'],
    ['037122345618', '0371-2****618'],
    ['01088886666', '010-8****666'],
    ['anonymous', '无号码'],
    ['12345', '****'],
  ])('%s is masked as %s', (number, masked) => expect(maskNumber(number)).toBe(masked));
  it('cuts long texts by characters, not by halves of them', () => {
    expect(cut('一'.repeat(41))).toBe(`${'一'.repeat(40)}…`);
    expect(cut('𠮷'.repeat(40))).toBe('𠮷'.repeat(40));
  });
});
