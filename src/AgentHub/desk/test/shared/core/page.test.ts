import { describe, expect, it } from 'vitest';
import { barMode, isOrphan } from '../../../src/shared/core/bar';
import { type Message, newPage, type PageState, reducePage } from '../../../src/shared/core/page';
import { makeCall, makeSession, makeView, noon } from '../../make';

const play = (...messages: Message[]): PageState => messages.reduce(reducePage, newPage(noon));
const up: Message = { kind: 'linkUp', at: noon };
const desk = (change: Parameters<typeof makeView>[0], at = noon): Message => ({
  kind: 'desk',
  view: makeView(change),
  at,
});
const phone = (session: ReturnType<typeof makeSession> | null): Message => ({
  kind: 'phone',
  phone: { registration: 'registered', microphone: 'granted', session, loss: null },
});

describe('views of the server', () => {
  it('takes the newest and ignores older ones', () => {
    const state = play(up, desk({ version: 5, pendingWrites: 5 }), desk({ version: 4, pendingWrites: 4 }));
    expect(state.view?.pendingWrites).toBe(5);
  });
  it('takes a lower version after a reconnect, but only the first one', () => {
    const state = play(
      up,
      desk({ version: 50 }),
      { kind: 'linkDown', at: noon },
      desk({ version: 2 }),
      up,
      desk({ version: 1 }),
    );
    expect(state.view?.version).toBe(2);
  });
  it('keeps what it showed while the link is down, and knows since when', () => {
    const state = play(
      up,
      desk({ call: makeCall() }),
      { kind: 'linkDown', at: noon + 7000 },
      { kind: 'linkDown', at: noon + 9000 },
    );
    expect(state.view?.call?.id).toBe('c1');
    expect(state.link).toMatchObject({ state: 'down', since: noon + 7000 });
  });
  it('learns the difference of the clocks', () => expect(play(up, desk({}, noon - 2500)).clockOffset).toBe(2500));
});

describe('what the middle pane shows', () => {
  const draft: Message = { kind: 'openDraft', ticketId: 'old' };
  it('leaves a draft alone while it rings', () => {
    expect(play(up, desk({}), draft, desk({ version: 2, call: makeCall() })).workspace).toMatchObject({
      draftId: 'old',
      movedAway: null,
    });
  });
  it('moves the draft away, visibly, when the call is answered', () => {
    const state = play(
      up,
      desk({}),
      draft,
      desk({ version: 2, call: makeCall() }),
      desk({ version: 3, call: makeCall({ state: 'talking' }) }),
    );
    expect(state.workspace).toEqual({ draftId: null, callId: 'c1', movedAway: 'old' });
  });
  it('shows the call on Alt+W, and nothing happens to the draft', () => {
    const state = play(up, desk({}), draft, desk({ version: 2, call: makeCall() }), { kind: 'showCall' });
    expect(state.workspace).toMatchObject({ draftId: null, movedAway: 'old' });
  });
  it('does not say that a draft moved when it is the ticket of this very call', () => {
    const state = play(up, { kind: 'openDraft', ticketId: 't1' }, desk({ call: makeCall({ state: 'talking' }) }));
    expect(state.workspace.movedAway).toBeNull();
  });
});

describe('the call bar between two witnesses', () => {
  it('follows the server when both agree', () => {
    const talking = makeCall({ state: 'talking' });
    expect(barMode(play(up, desk({ call: makeCall() }), phone(makeSession())), noon)).toBe('ringing');
    expect(barMode(play(up, desk({ call: talking }), phone(makeSession({ state: 'talking' }))), noon)).toBe('talking');
    const party = { target: '12366', name: '税务', state: 'dialling' as const, since: '2026-03-17T04:00:00Z' };
    expect(barMode(play(up, desk({ call: { ...talking, party } })), noon)).toBe('threeWay');
    expect(barMode(play(up, desk({ call: makeCall({ state: 'held' }) })), noon)).toBe('held');
    expect(barMode(play(up, desk({ call: makeCall({ state: 'ended' }) })), noon)).toBe('wrapUp');
  });
  it('shows a ring of the telephone at once when the server is away', () => {
    expect(barMode(play(phone(makeSession())), noon)).toBe('phoneRinging');
    expect(barMode(play(up, desk({}), { kind: 'linkDown', at: noon }, phone(makeSession())), noon)).toBe(
      'phoneRinging',
    );
  });
  it('gives a healthy server a moment to say which call it is', () => {
    const state = play(up, desk({}), phone(makeSession()));
    expect(barMode(state, noon + 300)).toBe('waiting');
    expect(barMode(state, noon + 1500)).toBe('phoneRinging');
  });
  it('believes the telephone that a call is over while the server is away', () => {
    const state = play(up, desk({ call: makeCall({ state: 'talking' }) }), { kind: 'linkDown', at: noon }, phone(null));
    expect(barMode(state, noon)).toBe('phoneEnded');
  });
  it('shows no call when another page has taken over', () => {
    expect(barMode(play(up, desk({ replaced: true, call: makeCall({ state: 'talking' }) })), noon)).toBe('waiting');
  });
});

describe('a session that outlived its call', () => {
  const gone = play(up, desk({ call: makeCall({ state: 'ended' }) }), phone(makeSession({ state: 'talking' })));
  it('is ended by the page after a while', () => expect(isOrphan(gone, noon + 6000)).toBe(true));
  it('is left alone at first', () => expect(isOrphan(gone, noon + 2000)).toBe(false));
  it('is left alone while the server is away', () => {
    expect(isOrphan(reducePage(gone, { kind: 'linkDown', at: noon }), noon + 60_000)).toBe(false);
  });
});
