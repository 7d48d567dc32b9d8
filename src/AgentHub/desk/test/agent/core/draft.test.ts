import { describe, expect, it } from 'vitest';
import {
  type Draft,
  type DraftMessage,
  isDirty,
  nextSaveAt,
  openDraft,
  payload,
  reduceDraft,
  stampOf,
} from '../../../src/agent/core/draft';
import { makeTicket } from '../../make';

const play = (...messages: DraftMessage[]): Draft => messages.reduce(reduceDraft, openDraft(makeTicket()));
const type = (text: string, at: number): DraftMessage => ({ kind: 'edited', change: { text }, at });
const sent = (at: number): DraftMessage => ({ kind: 'sendingStarted', at });
const saved = (version: number): DraftMessage => ({ kind: 'saved', version, savedAt: '2026-03-17T04:00:01Z', at: 0 });

describe('when a draft is sent', () => {
  it('waits 600 ms after the last key', () => {
    expect(nextSaveAt(play(type('a', 1000)))).toBe(1600);
    expect(nextSaveAt(play(type('a', 1000), type('ab', 1400)))).toBe(2000);
  });
  it('waits no longer than 3 s after the first key', () => {
    const typing = Array.from({ length: 20 }, (_, index) => type('x'.repeat(index + 1), 1000 + index * 200));
    expect(nextSaveAt(play(...typing))).toBe(4000);
  });
  it('sends nothing when nothing changed, or was changed back', () => {
    expect(nextSaveAt(play())).toBeNull();
    expect(nextSaveAt(play(type('a', 1), type('', 2)))).toBeNull();
  });
  it('keeps what an outcome was refused for its content, and sends it as a draft', () => {
    const refused = play(type('a', 1000), sent(1100), { kind: 'notTaken', at: 1200 });
    expect(stampOf(refused)).toBe('saving');
    expect(nextSaveAt(refused)).toBe(1600);
  });
  it('waits for an answer before it sends again', () => {
    const draft = play(type('a', 1000), sent(1600), type('ab', 1700));
    expect(nextSaveAt(draft)).toBeNull();
    expect(nextSaveAt(reduceDraft(draft, saved(2)))).toBe(2300);
  });
  it('tries again after a failure, later each time, and at once when the server is back', () => {
    const failed = play(type('a', 1000), sent(1600), { kind: 'failed', at: 2000 });
    expect(nextSaveAt(failed)).toBe(3000);
    const again = [sent(3000), { kind: 'failed', at: 3000 } as DraftMessage].reduce(reduceDraft, failed);
    expect(nextSaveAt(again)).toBe(5000);
    expect(nextSaveAt(reduceDraft(again, { kind: 'serverBack', at: 3100 }))).toBeLessThan(5000);
  });
});

describe('what the header says', () => {
  it('goes from saving to saved', () => {
    expect(stampOf(play(type('a', 1)))).toBe('saving');
    expect(stampOf(play(type('a', 1), sent(2)))).toBe('saving');
    expect(stampOf(play(type('a', 1), sent(2), saved(2)))).toBe('saved');
  });
  it('says that the text is only here until it is not', () => {
    const failed = play(type('a', 1), sent(2), { kind: 'failed', at: 3 });
    expect(stampOf(failed)).toBe('local');
    expect(stampOf([sent(4), saved(2)].reduce(reduceDraft, failed))).toBe('saved');
  });
});

describe('when somebody else changed the ticket', () => {
  const theirs = makeTicket({ version: 7, text: '系统', place: '龙亭区' });
  it('takes over fields that the agent has not touched', () => {
    const draft = play(
      { kind: 'edited', change: { title: '标题' }, at: 1 },
      { kind: 'refused', current: theirs, at: 2 },
    );
    expect(draft.values).toMatchObject({ title: '标题', text: '系统', place: '龙亭区' });
    expect(draft.conflicts).toEqual({});
    expect(payload(draft)).toMatchObject({ version: 7, title: '标题' });
    expect(nextSaveAt(draft)).not.toBeNull();
  });
  it('shows both values of a field that both changed, and overwrites neither', () => {
    const draft = play(type('我的', 1), { kind: 'refused', current: theirs, at: 2 });
    expect(draft.conflicts).toEqual({ text: '系统' });
    expect(draft.values.text).toBe('我的');
    expect(payload(draft).text).toBe('系统');
    expect(stampOf(draft)).toBe('conflict');
  });
  it('sends the agent’s value once it is chosen', () => {
    const draft = play(
      type('我的', 1),
      { kind: 'refused', current: theirs, at: 2 },
      { kind: 'settled', field: 'text', keep: 'mine', at: 3 },
    );
    expect(payload(draft).text).toBe('我的');
    expect(isDirty(draft)).toBe(true);
  });
  it('has nothing to send when the other value is chosen', () => {
    const draft = play(
      type('我的', 1),
      { kind: 'refused', current: theirs, at: 2 },
      { kind: 'settled', field: 'text', keep: 'theirs', at: 3 },
    );
    expect(draft.values.text).toBe('系统');
    expect(isDirty(draft)).toBe(false);
  });
  it('is no conflict when both wrote the same: the answer to the first save was lost', () => {
    const draft = play(type('我的', 1), { kind: 'refused', current: makeTicket({ version: 2, text: '我的' }), at: 2 });
    expect(draft.conflicts).toEqual({});
    expect(isDirty(draft)).toBe(false);
  });
  it('ignores a state older than the one confirmed', () => {
    const draft = play(type('新', 1), sent(2), saved(9), {
      kind: 'refreshed',
      current: makeTicket({ version: 3, text: '旧' }),
      at: 4,
    });
    expect(draft.values.text).toBe('新');
  });
});

describe('a ticket that got its outcome meanwhile', () => {
  it('is shown as it is on record, and nothing is sent any more', () => {
    const current = makeTicket({ state: 'accepted', version: 5, text: '同事提交的内容' });
    for (const kind of ['refused', 'refreshed'] as const) {
      const draft = play(type('我写的', 1), { kind, current, at: 2 });
      expect(draft.values.text).toBe('同事提交的内容');
      expect(nextSaveAt(draft)).toBeNull();
    }
  });
});

describe('a draft that is not taken', () => {
  const barred = (by: 'content' | 'ticket') => play(type('a', 1000), sent(1600), { kind: 'barred', by, at: 1700 });
  it('is not sent again as it is, and says so', () => {
    for (const by of ['content', 'ticket'] as const) {
      expect(nextSaveAt(barred(by))).toBeNull();
      expect(stampOf(barred(by))).toBe('refused');
    }
  });
  it('is sent again when it was changed, unless there is no ticket for it', () => {
    expect(nextSaveAt(reduceDraft(barred('content'), type('ab', 2000)))).toBe(2600);
    expect(nextSaveAt(reduceDraft(barred('ticket'), type('ab', 2000)))).toBeNull();
  });
  it('is sent again at once when it was changed on the way', () => {
    const changed = play(type('a', 1000), sent(1600), type('ab', 1650), { kind: 'barred', by: 'content', at: 1700 });
    expect(nextSaveAt(changed)).toBe(2250);
  });
});
