import { describe, expect, it } from 'vitest';
import { followUpBar } from '../../../src/agent/core/followUp';
import { makeCall, makeTicket } from '../../make';

const earlier = makeTicket({ id: 't0', state: 'accepted' });
const talking = makeCall({ state: 'talking' });
const draft = makeTicket({ id: 't1', state: 'draft' });

describe('what a citizen says of a matter that has a ticket', () => {
  it('is added to it in the call and after it', () => {
    expect(followUpBar(earlier, talking, draft)).toBeNull();
    expect(followUpBar(earlier, makeCall({ state: 'ended' }), draft)).toBeNull();
  });
  it('waits for the answer', () => {
    expect(followUpBar(earlier, makeCall({ state: 'ringing' }), null)).toBe('whileRinging');
  });
  it('has no place in a ticket that is not open, nor in that of the call itself', () => {
    for (const state of ['draft', 'answeredDirect', 'transferred', 'notAccepted', 'referred', 'followedUp'] as const) {
      expect(followUpBar({ ...earlier, state }, talking, draft)).toBe('notOpen');
    }
    expect(followUpBar({ ...earlier, id: talking.ticketId }, talking, draft)).toBe('notOpen');
  });
  it('is not added where the call has an outcome', () => {
    expect(followUpBar(earlier, talking, makeTicket({ id: 't1', state: 'accepted' }))).toBe('recorded');
  });
});
