import { describe, expect, it } from 'vitest';
import { formOf, openDraft, reduceDraft } from '../../../src/agent/core/draft';
import { blamed, isKept, onScreen, verdictOf } from '../../../src/agent/core/keeping';
import { newPage, reducePage } from '../../../src/shared/core/page';
import { makeCall, makeTicket, makeView, noon } from '../../make';

describe('what a refusal says of a ticket', () => {
  it('is told by its number', () => {
    for (const status of [403, 404, 410]) expect(verdictOf(status)).toBe('gone');
    for (const status of [400, 413, 422]) expect(verdictOf(status)).toBe('content');
    for (const status of [0, 401, 408, 409, 429, 500, 502, 503]) expect(verdictOf(status)).toBe('again');
  });
  it('blames a field until it is changed', () => {
    const values = formOf(makeTicket({ unit: 'gone', title: '长' }));
    const problem = { sentence: '', code: '', fields: ['unit', 'title'] as const, values };
    expect(blamed(problem, values)).toEqual(['unit', 'title']);
    expect(blamed(problem, { ...values, unit: 'city' })).toEqual(['title']);
    expect(blamed(null, values)).toEqual([]);
  });
});

describe('what is kept', () => {
  const draft = openDraft(makeTicket());
  const typed = reduceDraft(draft, { kind: 'edited', change: { text: 'a' }, at: 1 });
  it('is what is on screen, and words that the server may still take', () => {
    expect(isKept(draft, true)).toBe(true);
    expect(isKept(draft, false)).toBe(false);
    expect(isKept(typed, false)).toBe(true);
    expect(isKept(reduceDraft(typed, { kind: 'barred', by: 'content', at: 2 }), false)).toBe(true);
    expect(isKept(reduceDraft(typed, { kind: 'barred', by: 'ticket', at: 2 }), false)).toBe(false);
  });
  it('knows what is on screen', () => {
    const idle = newPage(noon);
    expect([...onScreen(idle)]).toEqual([]);
    const writing = reducePage(idle, { kind: 'openDraft', ticketId: 'old' });
    const talking = reducePage(writing, {
      kind: 'desk',
      view: makeView({ call: makeCall({ state: 'talking' }) }),
      at: noon,
    });
    expect([...onScreen(talking)]).toEqual(['t1', 'old']);
  });
});
