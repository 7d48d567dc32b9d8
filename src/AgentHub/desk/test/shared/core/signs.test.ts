import { describe, expect, it } from 'vitest';
import { controls } from '../../../src/agent/core/controls';
import { attention, ringSentence } from '../../../src/shared/core/attention';
import { worstFault } from '../../../src/shared/core/faults';
import { newPage, type PageState, reducePage } from '../../../src/shared/core/page';
import { makeCall, makeSession, makeView, noon } from '../../make';

const page = (change: Partial<PageState> = {}): PageState => ({
  ...newPage(noon),
  link: { state: 'up', since: noon, freshDesk: false, freshFloor: false },
  view: makeView(),
  phone: { registration: 'registered', microphone: 'granted', session: null, loss: null },
  ...change,
});

describe('title and ring', () => {
  const view = makeView({ call: makeCall() });
  it('mirrors the state without naming the caller', () => {
    expect(attention(view, 'ringing', '话务台').title).toBe('(振铃) 12329 住房公积金热线');
    expect(attention(makeView(), 'waiting', '话务台')).toEqual({ title: '(示闲) 话务台', icon: 'ready' });
    expect(JSON.stringify(attention(view, 'talking', '话务台'))).not.toContain('6021');
  });
  it('speaks a ring in one sentence', () => {
    expect(ringSentence(view)).toBe('来电，12329 住房公积金热线，双号并行，河南开封');
    expect(ringSentence(null)).toBe('来电，服务器没有给出信息，可以接听');
  });
});

describe('the seven keys', () => {
  it('keep their order in every state', () => {
    for (const mode of ['waiting', 'ringing', 'talking', 'held', 'threeWay', 'wrapUp', 'phoneTalking'] as const) {
      expect(controls(page(), mode).map((control) => control.key)).toEqual([
        'hold',
        'mute',
        'dtmf',
        'threeWay',
        'transfer',
        'emergency',
        'hangUp',
      ]);
    }
  });
  const dimmed = (state: PageState, mode: Parameters<typeof controls>[1]) =>
    Object.fromEntries(controls(state, mode).map((control) => [control.key, control.dimmed]));
  it('say why they are dimmed', () => {
    expect(dimmed(page(), 'waiting').hold).toBe('noCall');
    expect(dimmed(page(), 'talking')).toMatchObject({
      hold: null,
      threeWay: null,
      hangUp: null,
      transfer: null,
      emergency: 'notOffered',
    });
    expect(dimmed(page({ view: makeView({ telephony: false }) }), 'talking')).toMatchObject({
      hold: 'telephonyAway',
      hangUp: null,
    });
  });
  it('leave mute and hang-up to the telephone while the server is away', () => {
    const away = page({
      link: { ...page().link, state: 'down' },
      phone: { ...page().phone, session: makeSession({ state: 'talking' }) },
    });
    expect(dimmed(away, 'phoneTalking')).toMatchObject({ mute: null, hangUp: null, hold: 'serverAway' });
    expect(dimmed(away, 'talking')).toMatchObject({ mute: null, hangUp: null, hold: 'serverAway' });
    expect(dimmed({ ...away, link: page().link }, 'phoneTalking')).toMatchObject({ mute: null, hold: 'unknownCall' });
  });
});

describe('the banner', () => {
  const kind = (state: PageState, at = noon) => worstFault(state, at, null)?.kind ?? null;
  it('is not there when nothing is wrong', () => expect(kind(page())).toBeNull());
  it('shows the worst fault first', () => {
    const view = makeView({ database: false, telephony: false });
    expect(kind(page({ view }))).toBe('telephony');
    expect(kind(page({ view: { ...view, replaced: true } }))).toBe('replaced');
    expect(kind(page({ view: { ...view, telephony: true } }))).toBe('database');
  });
  it('waits 3 s before it speaks of a lost server', () => {
    const state = page({ link: { state: 'down', since: noon, freshDesk: true, freshFloor: true } });
    expect(kind(state, noon + 2000)).toBeNull();
    expect(kind(state, noon + 3000)).toBe('serverLost');
  });
  it('names microphone before registration, since the one follows from the other', () => {
    expect(kind(page({ phone: { ...page().phone, microphone: 'refused', registration: 'off' } }))).toBe('microphone');
    expect(kind(page({ phone: { ...page().phone, registration: 'unregistered' } }))).toBe('unregistered');
  });
  it('tells an agent who was set aside, not one who chose to be', () => {
    const aside = (reason: string) =>
      page({ view: makeView({ agent: { ...makeView().agent, state: 'notReady', reason } }) });
    expect(kind(aside('missed'))).toBe('setAside');
    expect(kind(aside('requested'))).toBeNull();
  });
  it('asks before a call at another sign-in is taken over, and says where the telephone was left', () => {
    const asked = reducePage(page(), { kind: 'elsewhere', where: 'call' });
    expect(worstFault(asked, noon, null)).toEqual({ kind: 'elsewhere', where: 'call' });
    const left = reducePage(asked, { kind: 'elsewhere', where: 'phone' });
    expect(worstFault(left, noon, null)).toEqual({ kind: 'elsewhere', where: 'phone' });
    expect(worstFault(reducePage(left, { kind: 'elsewhere', where: null }), noon, null)).toBeNull();
    expect(reducePage(left, { kind: 'elsewhere', where: 'phone' })).toBe(left);
  });
  it('says for 5 s that all is well again', () => {
    expect(worstFault(page(), noon + 1000, { at: noon, uploaded: 2 })).toEqual({ kind: 'recovered', uploaded: 2 });
    expect(worstFault(page(), noon + 6000, { at: noon, uploaded: 2 })).toBeNull();
  });
});
