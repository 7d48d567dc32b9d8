import { describe, expect, it } from 'vitest';
import { answerable, returning, selfAnswered } from '../../../src/agent/core/ring';
import { barMode, isOrphan, isTakenBack } from '../../../src/shared/core/bar';
import { type Message, newPage, type PageState, reducePage } from '../../../src/shared/core/page';
import { givesWay } from '../../../src/shared/core/phone';
import { makeCall, makeSession, makeView, noon } from '../../make';

const play = (...messages: Message[]): PageState => messages.reduce(reducePage, newPage(noon));
const up: Message = { kind: 'linkUp', at: noon };
const down: Message = { kind: 'linkDown', at: noon + 500 };
let version = 0;
const desk = (call: ReturnType<typeof makeCall> | null, at = noon): Message => {
  version += 1;
  return { kind: 'desk', view: makeView({ version, call }), at };
};
const phone = (session: ReturnType<typeof makeSession> | null): Message => ({
  kind: 'phone',
  phone: { registration: 'registered', microphone: 'granted', session, loss: null },
});
const ring = (call: string | null, more: Partial<ReturnType<typeof makeSession>> = {}) =>
  phone(makeSession({ call, ...more }));
/** After the page has waited for a server that is there. */
const late = noon + 2000;

describe('a ring', () => {
  it('is answered as the call on screen', () => {
    const state = play(up, desk(makeCall()), ring('c1'));
    expect(answerable(state, noon)?.id).toBe('s1');
    expect(selfAnswered(state, noon)?.id).toBe('s1');
  });
  it('is answered in either order of picture and INVITE', () => {
    const early = play(up, desk(null), ring('c1'));
    expect(answerable(early, noon + 100)).toBeNull();
    expect(answerable(reducePage(early, desk(makeCall())), noon + 100)?.id).toBe('s1');
  });
  it('of another call, or of none, is never answered in the place of the call on screen', () => {
    for (const other of ['c0', null]) {
      const state = play(up, desk(makeCall()), ring(other));
      expect(barMode(state, late)).toBe('ringing');
      expect(answerable(state, late)).toBeNull();
      expect(selfAnswered(state, late)).toBeNull();
    }
  });
  it('of which the server knows nothing is answered by hand only', () => {
    for (const call of ['c9', null]) {
      const state = play(up, desk(null), ring(call));
      expect(answerable(state, noon + 100)).toBeNull();
      expect(barMode(state, late)).toBe('phoneRinging');
      expect(answerable(state, late)?.id).toBe('s1');
      expect(selfAnswered(state, late)).toBeNull();
    }
  });
  it('while the server is away is the telephone’s own, whatever the last picture showed', () => {
    for (const last of [null, makeCall(), makeCall({ state: 'talking' }), makeCall({ state: 'ended' })]) {
      const state = play(up, desk(last), down, ring(null));
      expect(barMode(state, late)).toBe('phoneRinging');
      expect(selfAnswered(state, late)?.id).toBe('s1');
    }
  });
  it('while it talks or is being answered is none', () => {
    for (const state of ['answering', 'talking'] as const) {
      expect(answerable(play(up, desk(makeCall()), ring('c1', { state })), late)).toBeNull();
    }
  });
});

describe('a call that is brought back', () => {
  const lost = makeCall({ state: 'ringing', resume: true });
  it('is answered by its own ring at once', () =>
    expect(returning(play(up, desk(lost), ring('c1')), noon)?.id).toBe('s1'));
  it('is not by another’s', () => expect(returning(play(up, desk(lost), ring('c0')), noon)).toBeNull());
  it('is only where the server says so', () =>
    expect(returning(play(up, desk(makeCall()), ring('c1')), noon)).toBeNull());
});

describe('a ring that the server took back', () => {
  const rung = play(up, desk(makeCall()), ring('c1', { since: noon + 10 }));
  const back = reducePage(rung, desk(null, noon + 20));
  it('is no call any more, though the telephone still rings', () => {
    expect(isTakenBack(back)).toBe(true);
    expect(barMode(back, late)).toBe('waiting');
    expect(answerable(back, late)).toBeNull();
  });
  it('does not become the next call’s', () => {
    const next = reducePage(back, desk(makeCall({ id: 'c2' }), noon + 30));
    expect(barMode(next, late)).toBe('ringing');
    expect(answerable(next, late)).toBeNull();
  });
  it('is a new offer where it rings anew', () => {
    const anew = reducePage(back, ring('c1', { id: 's2', since: noon + 25 }));
    expect(isTakenBack(anew)).toBe(false);
    expect(answerable(reducePage(anew, desk(makeCall(), noon + 30)), noon + 30)?.id).toBe('s2');
  });
  it('is over, too, when its call is', () => {
    expect(isTakenBack(play(up, desk(makeCall({ state: 'ended' })), ring('c1')))).toBe(true);
  });
  it('is not believed to be over by a page without its server', () => {
    expect(isTakenBack(reducePage(back, down))).toBe(false);
  });
});

describe('two calls in one telephone', () => {
  const ringing = makeSession({ call: 'c1' });
  const talking = makeSession({ call: 'c1', state: 'talking' });
  it('give way to what the server rings now while they only ring', () => {
    expect(givesWay(ringing, 'c2')).toBe(true);
    expect(givesWay(ringing, 'c1')).toBe(true);
    expect(givesWay(makeSession({ call: null }), 'c2')).toBe(true);
    expect(givesWay(ringing, null)).toBe(false);
  });
  it('are not disturbed while somebody talks, except by the same call brought back', () => {
    expect(givesWay(talking, 'c2')).toBe(false);
    expect(givesWay(talking, null)).toBe(false);
    expect(givesWay(talking, 'c1')).toBe(true);
    expect(givesWay(makeSession({ call: 'c1', state: 'answering' }), 'c2')).toBe(false);
  });
});

describe('a talk of which the server knows nothing', () => {
  const over = noon + 60_000;
  it('is ended by the page where the server had named it', () => {
    expect(isOrphan(play(up, desk(null), ring('c1', { state: 'talking' })), over)).toBe(true);
    const next = play(up, desk(makeCall({ id: 'c2' })), ring('c1', { state: 'talking' }));
    expect(isOrphan(next, over)).toBe(true);
  });
  it('goes on where it began in Asterisk’s own queue: a citizen is in it', () => {
    expect(isOrphan(play(up, desk(null), ring(null, { state: 'talking' })), over)).toBe(false);
  });
  it('may be one that the server has taken over meanwhile', () => {
    const state = play(up, desk(makeCall({ state: 'talking' })), ring(null, { state: 'talking' }), down);
    expect(barMode(state, over)).toBe('talking');
  });
});
