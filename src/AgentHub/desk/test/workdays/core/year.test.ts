import { describe, expect, it } from 'vitest';
import { isWeekend, markOf, monthsOf, moved, withDay, yearOfFile } from '../../../src/workdays/core/year';

const known = [
  { date: '2026-10-01', kind: 'off', name: 'a' },
  { date: '2026-10-10', kind: 'work', name: 'a' },
] as const;

describe('a year', () => {
  it('has twelve months whose weeks begin on Monday', () => {
    const months = monthsOf(2024);
    expect(months).toHaveLength(12);
    expect(months[1]?.weeks.flat().filter((day) => day !== null)).toHaveLength(29);
    expect(months[0]?.weeks[0]?.[0]).toBe('2024-01-01');
    expect(months[8]?.weeks[0]).toEqual([null, null, null, null, null, null, '2024-09-01']);
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
  });

  it('is walked through by days and does not end in another', () => {
    expect(moved('2026-02-28', 1)).toBe('2026-03-01');
    expect(moved('2026-12-31', 7)).toBe('2026-12-31');
  });
});

describe('a day', () => {
  it('is what its weekday says unless it was made something else', () => {
    expect(isWeekend('2026-10-10')).toBe(true);
    expect(markOf('2026-10-09', known, []).look).toBe('plain');
    expect(markOf('2026-10-11', known, []).look).toBe('weekend');
    expect(markOf('2026-10-01', known, []).look).toBe('off');
    expect(markOf('2026-10-10', known, []).look).toBe('work');
    expect(markOf('2026-10-01', known, [{ date: '2026-10-01', kind: 'plain', name: '' }])).toEqual({
      look: 'plain',
      name: '',
      changed: true,
    });
  });

  it('that is made what it was is no change', () => {
    const once = withDay([], { date: '2026-10-09', kind: 'off', name: 'b' }, known);
    expect(once).toHaveLength(1);
    expect(withDay(once, { date: '2026-10-09', kind: 'plain', name: '' }, known)).toEqual([]);
    expect(withDay([], { date: '2026-10-01', kind: 'off', name: 'a' }, known)).toEqual([]);
  });
});

describe('a file', () => {
  it('says its year by its name', () => {
    expect(yearOfFile('2027.csv')).toBe(2027);
    expect(yearOfFile('calendar-2027.csv')).toBe(2027);
    expect(yearOfFile('holidays.csv')).toBeNull();
  });
});
