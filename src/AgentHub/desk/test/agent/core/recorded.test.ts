import { describe, expect, it } from 'vitest';
import { recordedOf } from '../../../src/agent/core/recorded';
import { recordedTexts } from '../../../src/agent/texts';
import { makeTicket } from '../../make';

describe('what is on record', () => {
  const accepted = makeTicket({
    state: 'accepted',
    stateText: '已受理',
    number: '410200-20260317-1-000001',
    agentId: '1027',
  });
  it('is nothing while the ticket is a draft, whatever is chosen in it', () => {
    expect(recordedOf(null, '1027')).toBeNull();
    expect(recordedOf(makeTicket({ outcome: 'transfer', summary: '转接 12366' }), '1027')).toBeNull();
  });
  it('is called submitted only by the agent who submitted it', () => {
    const mine = recordedOf(accepted, '1027');
    const others = recordedOf(accepted, '1004');
    if (!mine || !others) throw new Error('recorded');
    expect(recordedTexts.note(mine)).toContain('您已提交');
    expect(recordedTexts.stamp(mine, '12:00:00')).toBe('12:00:00 已提交');
    for (const text of [recordedTexts.note(others), recordedTexts.stamp(others, '12:00:00')]) {
      expect(text).toContain('座席 1027');
      expect(text).not.toContain('您已提交');
    }
    expect(recordedTexts.note(others)).toContain('410200-20260317-1-000001');
    expect(recordedTexts.key(others)).not.toBe(recordedTexts.key(mine));
  });
  it('may be nobody’s: the system closed it', () => {
    const closed = recordedOf(makeTicket({ state: 'transferred', stateText: '已转接', agentId: '' }), '');
    expect(closed?.mine).toBe(false);
    expect(closed && recordedTexts.note(closed)).toContain('系统');
  });
});
