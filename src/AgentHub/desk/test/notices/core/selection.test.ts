import { describe, expect, it } from 'vitest';
import {
  filterOf,
  mayBeGivenUp,
  mayBeSentAgain,
  pickedOf,
  searchOf,
  toggled,
} from '../../../src/notices/core/selection';
import type { DeliveryState, NoticeView } from '../../../src/shared/contract';

const notice = (id: string, state: DeliveryState): NoticeView => ({
  id,
  ticket: '410200202603171000103',
  step: 'dispatch',
  what: 'dispatched',
  channel: 'sms',
  audience: 'citizen',
  unit: null,
  to: '138****6021',
  state,
  reason: null,
  detail: '',
  attempts: 0,
  at: '2026-03-17T02:10:00Z',
  dueAt: null,
  doneAt: null,
});

describe('the list of notices', () => {
  it('shows what nobody could deliver, unless the address asks for something else', () => {
    expect(filterOf(undefined)).toEqual({ state: 'dead', channel: '', page: 1 });
    expect(filterOf({ state: 'lost', channel: 'fax', page: '-2' })).toEqual({ state: 'dead', channel: '', page: 1 });
    expect(filterOf({ state: 'skipped', channel: 'mail', page: '3' })).toEqual({
      state: 'skipped',
      channel: 'mail',
      page: 3,
    });
  });
  it('comes back to the same place from its address', () => {
    for (const filter of [filterOf(undefined), filterOf({ state: 'failed', channel: 'sms', page: '2' })])
      expect(filterOf(searchOf(filter))).toEqual(filter);
    expect(searchOf(filterOf(undefined))).toEqual({});
  });
  it('sends again what is over, gives up what is not, and does nothing to what was sent', () => {
    const all = (['queued', 'failed', 'sent', 'dead', 'skipped'] as const).map((state) => notice(state, state));
    expect(all.filter(mayBeSentAgain).map(({ id }) => id)).toEqual(['dead', 'skipped']);
    expect(all.filter(mayBeGivenUp).map(({ id }) => id)).toEqual(['queued', 'failed', 'dead']);
  });
  it('deals with those picked that still stand there so', () => {
    const picked = toggled(toggled(new Set(), ['a', 'b', 'gone'], true), ['b'], false);
    expect(pickedOf([notice('a', 'dead'), notice('b', 'dead')], picked, mayBeSentAgain)).toEqual(['a']);
    expect(pickedOf([notice('a', 'sent')], picked, mayBeSentAgain)).toEqual([]);
  });
});
