import { describe, expect, it } from 'vitest';
import { followUpBar, isOpenFor } from '../../../src/agent/core/followUp';
import { makeCall, makeTicket } from '../../make';

const earlier = makeTicket({ id: 't0', state: 'accepted' });
const talking = makeCall({ state: 'talking' });
const draft = makeTicket({ id: 't1', state: 'draft' });

describe('what a citizen says of a matter that has a ticket', () => {
  it('is added to it in the call and after it', () => {
    expect(isOpenFor(earlier, talking)).toBe(true);
    expect(followUpBar(talking, draft)).toBeNull();
    expect(followUpBar(makeCall({ state: 'ended' }), draft)).toBeNull();
  });
  it('waits for the answer', () => {
    expect(followUpBar(makeCall({ state: 'ringing' }), null)).toBe('whileRinging');
  });
  it('has no place in a ticket that is not open, nor in that of the call itself', () => {
    for (const state of ['draft', 'answeredDirect', 'transferred', 'notAccepted', 'referred', 'followedUp'] as const) {
      expect(isOpenFor({ ...earlier, state }, talking)).toBe(false);
    }
    expect(isOpenFor({ ...earlier, id: talking.ticketId }, talking)).toBe(false);
  });
  it('is not added where the call has an outcome', () => {
    expect(followUpBar(talking, makeTicket({ id: 't1', state: 'accepted' }))).toBe('recorded');
  });
});
