import { describe, expect, it } from 'vitest';
import { newSince, noticesOf, storyOf, wholeStoryOf } from '../../../src/cases/core/story';
import type { SentNoticeView } from '../../../src/shared/contract';
import { makeCase, makeStep, makeTask } from '../make';

const nameOf = (code: string | null) => ({ 'kf-cg': '市城市管理局', 'kf-zj': '市住建局' })[code ?? ''] ?? '';
const at = '2026-03-17T02:10:00Z';

const sent = (change: Partial<SentNoticeView> = {}): SentNoticeView => ({
  step: 'dispatch',
  what: 'dispatched',
  channel: 'sms',
  audience: 'units',
  unit: 'kf-cg',
  state: 'sent',
  reason: null,
  at,
  doneAt: '2026-03-17T02:10:03Z',
  ...change,
});

describe('notices in the timeline', () => {
  it('says whom a message reached, those alike together, and why one did not', () => {
    const view = makeCase({
      timeline: [makeStep()],
      notices: [
        sent({ audience: 'citizen', unit: null }),
        sent(),
        sent({ unit: 'kf-zj', state: 'skipped', reason: 'noAddress' }),
        sent({
          step: 'warn',
          what: 'handle',
          state: 'dead',
          reason: 'refused',
          at: '2026-03-18T02:10:00Z',
          doneAt: null,
        }),
      ],
    });
    expect(noticesOf(view, nameOf).map(({ what, details, why }) => [what, ...details, why])).toEqual([
      ['已短信通知', '诉求人、市城市管理局', '派单', ''],
      ['未短信通知', '市住建局', '派单', '通讯录未登记'],
      ['短信通知未能送达', '市城市管理局', '办理将到期', '对方拒收'],
    ]);
    expect(wholeStoryOf(view, nameOf).map(({ what }) => what)[0]).toBe('派单');
    expect(newSince(makeCase(), view, nameOf)).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('says who did what, for whom, and where it led', () => {
    const view = makeCase({
      timeline: [makeStep()],
      // Finer than the step is kept.
      tasks: [
        makeTask({ dispatchedAt: '2026-03-17T02:10:00.0004567Z' }),
        makeTask({ no: 2, kind: 'coHandler', unit: 'kf-zj' }),
      ],
    });
    expect(storyOf(view, nameOf)).toEqual([
      {
        no: 1,
        at,
        who: '郑小红（派单员）',
        what: '派单',
        details: ['主办 市城市管理局', '协办 市住建局'],
        why: '',
        moved: '已受理 → 已转办',
      },
    ]);
  });
  it('names the unit of whoever works for one, and his number where nobody has it any more', () => {
    const step = makeStep({ verb: 'sign', role: 'unitHandler', unit: 'kf-cg', who: '4001', whoName: '' });
    expect(storyOf(makeCase({ timeline: [step] }), nameOf)[0]?.who).toBe('4001（市城市管理局 承办人）');
  });
  it('says what the system did by itself, and what happened in the call', () => {
    const overdue = makeStep({ verb: 'noteOverdue', role: 'system', who: 'system', from: 'handling', to: 'handling' });
    const called = makeStep({ verb: null, role: 'system', from: null, to: 'draft', toText: '草稿' });
    const opened = makeStep({ verb: null, role: 'agent', from: 'draft', to: 'accepted', toText: '已受理' });
    const [first, second, third] = storyOf(makeCase({ timeline: [called, opened, overdue] }), nameOf);
    expect(first).toMatchObject({ who: '系统', what: '来电登记', moved: '' });
    expect(second).toMatchObject({ what: '通话结果：已受理', moved: '草稿 → 已受理' });
    expect(third).toMatchObject({ who: '系统', what: '登记超期', moved: '' });
  });
  it('says from when to when each clock moved with the calendar', () => {
    const step = makeStep({
      verb: 'recountDeadlines',
      role: 'system',
      before: [
        { timer: 'sign', task: 1, due: '2026-10-09T06:00:00Z' },
        { timer: 'handle', task: 1, due: '2026-10-10T09:00:00Z' },
        { timer: 'return', task: 1, due: null },
      ],
      after: [
        { timer: 'sign', task: 1, due: '2026-10-09T06:00:00Z' },
        { timer: 'handle', task: 1, due: '2026-10-12T09:00:00Z' },
        { timer: 'return', task: 1, due: '2026-10-09T09:00:00Z' },
      ],
    });
    expect(storyOf(makeCase({ timeline: [step] }), nameOf)[0]?.details).toEqual([
      '办理 10-10 17:00 → 10-12 17:00',
      '退单 无法确定 → 10-09 17:00',
    ]);
  });
  it('tells how a revisit went', () => {
    const ratings = { hotlineService: null, unitContact: 'satisfied', result: 'dissatisfied' } as const;
    const revisit = { no: 1, round: 0, by: '3105', at, way: 'phone', connected: true, ratings, solved: null } as const;
    const view = makeCase({
      timeline: [makeStep({ verb: 'recordRevisit', role: 'revisitOfficer' })],
      revisits: [{ ...revisit, finding: null, note: '' }],
    });
    expect(storyOf(view, nameOf)[0]?.details).toEqual(['热线服务 未评价，联系答复 满意，办理结果 不满意']);
  });
  it('tells what happened since somebody looked', () => {
    const before = makeCase({ timeline: [makeStep()] });
    const sign = makeStep({ no: 2, verb: 'sign', at: '2026-03-17T03:00:00Z' });
    const now = makeCase({ timeline: [makeStep(), sign], version: 8 });
    expect(newSince(before, now, nameOf).map(({ what }) => what)).toEqual(['签收']);
  });
});
