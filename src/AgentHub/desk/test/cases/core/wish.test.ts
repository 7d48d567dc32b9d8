import { describe, expect, it } from 'vitest';
import { choosesUnit, queueFor, searchOf, toQueue, wishOf } from '../../../src/cases/core/wish';

const count = (queue: 'dispatch' | 'revisit', total: number) => ({
  queue,
  total,
  soon: 0,
  overdue: 0,
  confidential: 0,
});

describe('the list that somebody looks at', () => {
  it('stands in the address, so that a reload comes back to it', () => {
    const wish = { ...toQueue('supervision'), state: 'handling', due: 'overdue', page: 3 } as const;
    expect(wishOf(searchOf({ ...wish, confidential: true }))).toEqual({ ...wish, confidential: true });
    expect(searchOf(toQueue('revisit'))).toEqual({
      queue: 'revisit',
      state: '',
      due: '',
      unit: '',
      confidential: '',
      page: '',
      number: '',
    });
  });
  it('is a known one, whatever was typed into the address', () => {
    expect(wishOf({ queue: 'toString', state: 'x', due: 'y', page: '-2' })).toEqual({
      queue: null,
      state: '',
      due: 'all',
      unit: '',
      confidential: false,
      page: 1,
      number: '',
    });
  });
  it('is the one asked for, or else the first in which somebody waits', () => {
    const counts = { queues: [count('dispatch', 0), count('revisit', 2)] };
    expect(queueFor(toQueue('dispatch'), counts)).toBe('dispatch');
    expect(queueFor(toQueue('closing'), counts)).toBe('revisit');
    expect(queueFor(wishOf(), { queues: [count('dispatch', 0)] })).toBe('dispatch');
    expect(queueFor(wishOf(), null)).toBeNull();
  });
  it('of a unit is chosen by those who have all of them', () => {
    expect(choosesUnit('unitSign', ['supervisor'])).toBe(true);
    expect(choosesUnit('unitSign', ['unit'])).toBe(false);
    expect(choosesUnit('dispatch', ['supervisor'])).toBe(false);
  });
});
