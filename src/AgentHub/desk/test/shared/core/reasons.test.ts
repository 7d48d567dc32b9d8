import { describe, expect, it } from 'vitest';
import { offeredOutcomes, withGuidance } from '../../../src/agent/core/submit';
import type { ReferenceView } from '../../../src/shared/contract';
import { outcomeFor, reasonFor, reasonName, reasonsFor } from '../../../src/shared/core/reasons';

const reference: ReferenceView = {
  demandTypes: [],
  categories: [],
  units: [],
  breakReasons: [],
  notAcceptReasons: [{ code: 'secrecy', name: '涉密', guidance: '不能受理。' }],
  referralReasons: [{ code: 'court', name: '须诉讼', responsible: '法院', guidance: '请向「{法院}」提出。' }],
  formerReasons: [
    { code: 'emergency', name: '紧急事项' },
    { code: 'court', name: '旧名' },
  ],
  skills: [],
};

describe('reasons', () => {
  it('belong to one outcome each', () => {
    expect(reasonsFor(reference, 'notAccepted').map((reason) => reason.code)).toEqual(['secrecy']);
    expect(reasonsFor(reference, 'referral').map((reason) => reason.code)).toEqual(['court']);
    expect(reasonsFor(reference, 'ticket')).toEqual([]);
    expect([outcomeFor(reference, 'court'), outcomeFor(reference, 'secrecy')]).toEqual(['referral', 'notAccepted']);
  });
  it('bring the words to say, and who is in charge', () => {
    expect(reasonFor(reference, 'referral', 'court')).toMatchObject({
      responsible: '法院',
      guidance: '请向「{法院}」提出。',
    });
    expect(reasonFor(reference, 'notAccepted', 'secrecy')).toMatchObject({ responsible: null });
    expect(reasonFor(reference, 'notAccepted', 'court')).toBeNull();
  });
  it('of old tickets keep a name, and never show a code to people', () => {
    expect(reasonName(reference, 'referral', 'court')).toBe('须诉讼');
    expect(reasonName(reference, 'notAccepted', 'court')).toBe('须诉讼');
    expect(reasonName(reference, 'notAccepted', 'emergency')).toBe('紧急事项');
  });
});

describe('referral', () => {
  it('is offered where the city knows it, and where it was chosen', () => {
    const elsewhere = { ...reference, referralReasons: [] };
    expect(offeredOutcomes(reference, null)).toHaveLength(5);
    expect(offeredOutcomes(elsewhere, null)).toEqual(['directAnswer', 'ticket', 'transfer', 'notAccepted']);
    expect(offeredOutcomes(elsewhere, 'referral')).toContain('referral');
  });
});

describe('guidance that was said', () => {
  it('stands beside what was written, once', () => {
    expect(withGuidance(' ', '请向法院提出。')).toBe('请向法院提出。');
    expect(withGuidance('市民不服判决', '请向法院提出。')).toBe('市民不服判决\n请向法院提出。');
    expect(withGuidance('已说：请向法院提出。', '请向法院提出。')).toBe('已说：请向法院提出。');
  });
});
