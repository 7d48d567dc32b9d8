import { describe, expect, it } from 'vitest';
import { dutyIsLive, dutyState } from '../../../src/cases/core/duty';
import { storyOf } from '../../../src/cases/core/story';
import { makeCase, makeDutyCall, makeRing, makeStep, makeTask } from '../make';

const nameOf = (code: string | null) => (code === 'kf-cg' ? '市城市管理局' : '');
const moment = (at: string) => at.slice(11, 16);

describe('the ringing of duty phones', () => {
  it('stands in the timeline, ring by ring, between the steps', () => {
    const view = makeCase({
      timeline: [makeStep(), makeStep({ no: 2, verb: 'sign', at: '2026-03-17T02:12:00Z' })],
      dutyCalls: [
        makeDutyCall({
          state: 'acknowledged',
          live: false,
          attempts: [
            makeRing({ result: 'noAnswer' }),
            makeRing({ no: 2, name: '李四', at: '2026-03-17T02:11:00Z', result: 'acknowledged' }),
            makeRing({ no: 3, name: '王五', at: '2026-03-17T02:13:00Z', result: 'ended', endedBy: '郑小红' }),
          ],
        }),
      ],
    });
    expect(storyOf(view, nameOf).map(({ who, what, details }) => [who, what, ...details])).toEqual([
      ['郑小红（派单员）', '派单'],
      ['值班电话（市城市管理局）', '已拨打 张三', '无人接听'],
      ['值班电话（市城市管理局）', '已拨打 李四', '已按 1 确认'],
      ['郑小红（派单员）', '签收'],
      ['值班电话（市城市管理局）', '已拨打 王五', '郑小红 改拨下一位'],
    ]);
  });
  it('says at its end why nobody is rung any more', () => {
    const ended = { live: false, endedAt: '2026-03-17T02:20:00Z' };
    const story = (change: object) =>
      storyOf(makeCase({ dutyCalls: [makeDutyCall({ ...ended, ...change })] }), nameOf).map(({ what }) => what);
    expect(story({ state: 'exhausted' })).toEqual(['多轮拨打无人确认，已停止，请另行联系']);
    expect(story({ state: 'stopped', stoppedBy: '郑小红' })).toEqual(['郑小红 停止拨打']);
    expect(story({ state: 'nobodyListed' })).toEqual(['没有登记值班电话，请另行联系']);
    expect(story({ state: 'settled' })).toEqual([]);
  });
  it('says how it stands now', () => {
    const state = (change: object) => dutyState(makeDutyCall(change), moment);
    expect(state({ next: '张三' })).toBe('即将拨打 张三');
    expect(state({ attempts: [makeRing()], round: 2 })).toBe('正在拨打 张三（第 2 轮）');
    expect(state({ attempts: [makeRing({ answeredAt: '2026-03-17T02:10:09Z' })] })).toBe('张三 已接听，正在听取通知');
    expect(state({ state: 'pausing', nextAt: '2026-03-17T02:15:00Z' })).toBe('全部无人确认，02:15 再次拨打');
    expect(state({ state: 'acknowledged', endedAt: '2026-03-17T02:11:00Z', attempts: [makeRing()] })).toBe(
      '张三 02:11 已按 1 确认',
    );
    expect(state({ state: 'settled' })).toBe('单位已签收，不再拨打');
    expect(state({ state: 'nobodyListed' })).toBe('没有登记值班电话，请另行联系');
  });
  it('may change by itself while it is live, or is about to begin', () => {
    const urgent = makeCase({
      urgency: 'special',
      tasks: [makeTask({ state: 'open', signedAt: null, signedBy: null })],
    });
    expect(dutyIsLive(urgent, [])).toBe(true);
    expect(dutyIsLive(urgent, [makeDutyCall({ live: false })])).toBe(false);
    expect(dutyIsLive(urgent, [makeDutyCall()])).toBe(true);
    expect(dutyIsLive({ ...urgent, urgency: 'normal' }, [])).toBe(false);
  });
});
