import { describe, expect, it } from 'vitest';
import { barsOf, startOf } from '../../../src/cases/core/bars';
import { dueOf, span } from '../../../src/cases/core/due';
import type { CaseStepView, CaseTimerView } from '../../../src/shared/contract';
import { makeStep } from '../make';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.parse('2026-03-17T04:00:00Z');
const at = (offset: number) => new Date(noon + offset).toISOString();

describe('a span', () => {
  it('is said by its two largest parts', () => {
    expect(span(2 * 24 * hour + 3 * hour + 5 * minute)).toBe('2 天 3 小时');
    expect(span(24 * hour)).toBe('1 天');
    expect(span(5 * hour + 36 * minute)).toBe('5 小时 36 分');
    expect(span(-3 * minute)).toBe('3 分');
    expect(span(30_000)).toBe('不到 1 分');
  });
});

describe('a due time', () => {
  it('is left, near or late, in words as well as in weight', () => {
    expect(dueOf(at(48 * hour), true, noon)).toEqual({ tone: 'left', text: '剩 2 天' });
    expect(dueOf(at(23 * hour), true, noon)).toEqual({ tone: 'near', text: '剩 23 小时' });
    expect(dueOf(at(-1 * minute), true, noon)).toEqual({ tone: 'late', text: '超期 1 分' });
  });
  it('is near once it warned, however far it is', () => {
    expect(dueOf(at(72 * hour), true, noon, [at(-minute)]).tone).toBe('near');
    expect(dueOf(at(72 * hour), true, noon, [at(minute)]).tone).toBe('left');
  });
  it('is on time at its very moment', () => {
    expect(dueOf(at(0), true, noon).tone).toBe('near');
  });
  it('is said to be unknown where a clock runs and nobody knows its end', () => {
    expect(dueOf(null, true, noon)).toEqual({ tone: 'unknown', text: '到期时间未定' });
    expect(dueOf(null, false, noon).tone).toBe('none');
  });
});

const timer = (change: Partial<CaseTimerView>): CaseTimerView => ({
  timer: 'handle',
  task: 1,
  unit: 'kf-cg',
  due: at(6 * hour),
  overdue: false,
  warnsAt: [],
  explanation: '',
  ...change,
});
const runs = (due: string) => [{ timer: 'handle' as const, task: 1, due }];

const bars = (timers: readonly CaseTimerView[], timeline: readonly CaseStepView[]) =>
  barsOf({ timers, timeline, acceptedAt: at(-6 * hour) }, noon);

describe('a bar', () => {
  const began = makeStep({ no: 2, at: at(-2 * hour), after: runs(at(2 * hour)) });
  const extended = makeStep({ no: 3, at: at(-hour), before: runs(at(2 * hour)), after: runs(at(6 * hour)) });

  it('begins where its clock began, whatever extended it', () => {
    expect(startOf(timer({}), [began, extended])).toBe(began.at);
    expect(startOf(timer({ task: 2 }), [began, extended])).toBeNull();
  });
  it('begins anew where its clock was stopped and set again', () => {
    const stopped = makeStep({ no: 4, at: at(-30 * minute), before: runs(at(6 * hour)), after: [] });
    const again = makeStep({ no: 5, at: at(-10 * minute), before: [], after: runs(at(6 * hour)) });
    expect(startOf(timer({}), [began, extended, stopped, again])).toBe(again.at);
  });
  it('shows how much of its time is over, and where it warns', () => {
    const [bar] = bars([timer({ warnsAt: [at(2 * hour)] })], [began, extended]);
    expect(bar).toMatchObject({ used: 25, warns: [50], tone: 'near', text: '剩 6 小时' });
  });
  it('is full when it is over, and empty where its beginning is not told', () => {
    expect(bars([timer({ due: at(-hour) })], [began])[0]).toMatchObject({ used: 100, tone: 'late' });
    expect(bars([timer({})], [])[0]).toMatchObject({ used: 0 });
  });
  it('of the dispatch begins with the call', () => {
    expect(bars([timer({ timer: 'dispatch', task: null })], [])[0]).toMatchObject({
      startedAt: at(-6 * hour),
      used: 50,
    });
  });
  it('stands first where it ends first, and last where nobody knows', () => {
    const sorted = bars([timer({ due: null }), timer({ timer: 'sign' }), timer({ due: at(hour) })], []);
    expect(sorted.map(({ timer: { due } }) => due)).toEqual([at(hour), at(6 * hour), null]);
  });
});
