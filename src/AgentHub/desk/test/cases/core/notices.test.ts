import { describe, expect, it } from 'vitest';
import { isUnread, stepOf, withRead } from '../../../src/cases/core/notices';
import type { CaseNotice } from '../../../src/shared/contract';

const told = (change: Partial<CaseNotice> = {}): CaseNotice => ({
  ticket: 't1',
  number: '410200202603171000103',
  kind: 'step',
  what: 'urge',
  at: '2026-03-17T02:10:00Z',
  dueAt: null,
  readAt: null,
  readBy: null,
  ...change,
});

describe('what a desk was told', () => {
  it('is read once: the first who did stays', () => {
    const [one, two] = [told(), told({ what: 'dispatch', readAt: '2026-03-17T03:00:00Z', readBy: '董浩' })];
    const after = withRead([one, two], [one, two], '2026-03-17T04:00:00Z', '王芳');
    expect(after.map(({ readBy }) => readBy)).toEqual(['王芳', '董浩']);
    expect(after.some(isUnread)).toBe(false);
    expect(withRead([one], [two], 'x', 'y')).toEqual([one]);
  });
  it('is named by its step, of a clock by what it does', () => {
    expect([stepOf(told()), stepOf(told({ kind: 'warn', what: 'sign' }))]).toEqual(['urge', 'warn']);
  });
});
