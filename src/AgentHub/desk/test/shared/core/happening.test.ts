import { describe, expect, it } from 'vitest';
import { happeningText } from '../../../src/shared/core/happening';

describe('what happened', () => {
  it.each([
    ['dispatch', 'dispatched', '派单'],
    ['accepted', 'accepted', '已受理'],
    ['expedite', '', '来电催办'],
    ['warn', 'handle', '办理将到期'],
    ['overdue', 'sign', '签收已超期'],
    ['warn', 'gone', 'gone将到期'],
    ['toString', '', 'toString'],
  ])('%s %s is called %s', (step, what, text) => {
    expect(happeningText(step, what)).toBe(text);
  });
});
