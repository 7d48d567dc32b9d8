import type { DeskView } from '../contract';
import { common } from '../texts';
import type { BarMode } from './bar';

/** How the page asks for attention when it is not looked at: the tab's title and its picture. No personal data. */
export interface Attention {
  title: string;
  icon: 'idle' | 'ready' | 'ringing' | 'talking' | 'wrapup' | 'aside';
}

export function attention(view: DeskView | null, mode: BarMode, pageName: string): Attention {
  const number = view?.call ? `${view.call.number.dialled} ${view.call.number.name}` : '';
  switch (mode) {
    case 'ringing':
      return { title: common.ringingOf(number), icon: 'ringing' };
    case 'phoneRinging':
      return { title: common.ringingCall, icon: 'ringing' };
    case 'talking':
      return { title: common.talkingOf(number), icon: 'talking' };
    case 'threeWay':
      return { title: common.threeWayOf(number), icon: 'talking' };
    case 'held':
      return { title: common.heldOf(number), icon: 'talking' };
    case 'phoneTalking':
      return { title: common.talkingCall, icon: 'talking' };
    case 'wrapUp':
      return { title: common.wrapUpOf(number), icon: 'wrapup' };
    case 'lost':
      return { title: common.lostCall, icon: 'ringing' };
    case 'phoneEnded':
    case 'waiting':
      return waiting(view, pageName);
  }
}

function waiting(view: DeskView | null, pageName: string): Attention {
  if (view?.agent.state === 'ready') return { title: common.readyAt(pageName), icon: 'ready' };
  if (view?.agent.state === 'notReady') return { title: common.notReadyAt(pageName), icon: 'aside' };
  if (view?.agent.state === 'break') return { title: common.onBreakAt(pageName), icon: 'aside' };
  return { title: pageName, icon: 'idle' };
}

/** What a screen reader says when it rings: the number dialled and its name, its merge mode, the caller's area. */
export function ringSentence(view: DeskView | null): string {
  const call = view?.call;
  if (!call) return common.callWithoutView;
  const parts = [
    common.call,
    `${call.number.dialled} ${call.number.name}`,
    call.number.modeText,
    call.caller.area ?? '',
  ];
  return parts.filter((part) => part !== '').join(common.comma);
}
