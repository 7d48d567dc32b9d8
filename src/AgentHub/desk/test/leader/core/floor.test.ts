import { describe, expect, it } from 'vitest';
import { alarmOf, seatsOf, share, sheetOf, skillsOf } from '../../../src/leader/core/floor';
import type { AgentState, FloorAgent, FloorView, ReferenceView } from '../../../src/shared/contract';

const seat = (id: string, state: AgentState, skills: string[] = [], name = '李雯'): FloorAgent => ({
  id,
  name,
  state,
  since: '2026-03-17T04:00:00Z',
  reason: null,
  phoneRegistered: true,
  skills,
  callId: null,
});
const floor = (agents: FloorAgent[], queuedAt: string[]): FloorView => ({
  version: 1,
  now: '2026-03-17T04:01:00Z',
  telephony: true,
  agents,
  waiting: queuedAt.map((at, n) => ({
    callId: `w${n}`,
    dialled: '12345',
    name: '',
    caller: '138****6021',
    queuedAt: at,
    step: '',
    why: '',
  })),
  calls: [],
  truth: { lookedAt: null, today: 0, kinds: [] },
  notice: null,
});
const reference = { breakReasons: [{ code: 'meal', name: '用餐' }] } as unknown as ReferenceView;

describe('the alarm', () => {
  it('is raised when somebody waits and nobody is ready or rung', () => {
    const waits = ['2026-03-17T04:00:30Z', '2026-03-17T04:00:10Z'];
    expect(alarmOf(floor([seat('1', 'talking'), seat('2', 'break')], waits))).toEqual({
      waiting: 2,
      since: '2026-03-17T04:00:10Z',
    });
    expect(alarmOf(floor([seat('1', 'ready')], waits))).toBeNull();
    expect(alarmOf(floor([seat('1', 'ringing')], waits))).toBeNull();
    expect(alarmOf(floor([], []))).toBeNull();
  });
});

describe('the seats', () => {
  it('are filtered by state and skill, in the order of their numbers', () => {
    const all = floor([seat('2', 'ready', ['法律']), seat('1', 'ready', ['公积金', '法律']), seat('3', 'talking')], []);
    expect(seatsOf(all, { state: 'ready', skill: '' }).map(({ id }) => id)).toEqual(['1', '2']);
    expect(seatsOf(all, { state: '', skill: '公积金' }).map(({ id }) => id)).toEqual(['1']);
    expect(skillsOf(all)).toEqual(['公积金', '法律']);
  });
  it('are exported as texts that no spreadsheet computes, reasons in words', () => {
    const sheet = sheetOf([{ ...seat('1', 'break', [], '=HYPERLINK("x")'), reason: 'meal' }], null, reference);
    expect(sheet).toContain(`"'=HYPERLINK(""x"")"`);
    expect(sheet).toContain('"用餐"');
    expect(sheet).not.toContain('meal');
  });
  it('say how soon is soon in this city', () => {
    const day = { asked: 5, answered: 3, soon: 2, soonSeconds: 20, abandoned: 0, unfinished: 0, lastAbandoned: [] };
    expect(sheetOf([], day, reference)).toContain('"20 秒内接通"');
  });
});

describe('a share', () => {
  it('has one digit, and is none of nothing', () => {
    expect(share(1, 3)).toBe('33.3');
    expect(share(0, 0)).toBe('—');
  });
});
