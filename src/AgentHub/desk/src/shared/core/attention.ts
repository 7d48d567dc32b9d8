import type { DeskView } from '../contract';
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
      return { title: `(振铃) ${number}`, icon: 'ringing' };
    case 'phoneRinging':
      return { title: '(振铃) 来电', icon: 'ringing' };
    case 'talking':
      return { title: `(通话) ${number}`, icon: 'talking' };
    case 'threeWay':
      return { title: `(三方) ${number}`, icon: 'talking' };
    case 'held':
      return { title: `(保持) ${number}`, icon: 'talking' };
    case 'phoneTalking':
      return { title: '(通话) 来电', icon: 'talking' };
    case 'wrapUp':
      return { title: `(话后) ${number}`, icon: 'wrapup' };
    case 'lost':
      return { title: '(失联) 正在接回通话', icon: 'ringing' };
    case 'phoneEnded':
    case 'waiting':
      return waiting(view, pageName);
  }
}

function waiting(view: DeskView | null, pageName: string): Attention {
  if (view?.agent.state === 'ready') return { title: `(示闲) ${pageName}`, icon: 'ready' };
  if (view?.agent.state === 'notReady') return { title: `(示忙) ${pageName}`, icon: 'aside' };
  if (view?.agent.state === 'break') return { title: `(小休) ${pageName}`, icon: 'aside' };
  return { title: pageName, icon: 'idle' };
}

/** What a screen reader says when it rings: 来电，12329 住房公积金热线，双号并行，河南开封 */
export function ringSentence(view: DeskView | null): string {
  const call = view?.call;
  if (!call) return '来电，服务器没有给出信息，可以接听';
  const parts = ['来电', `${call.number.dialled} ${call.number.name}`, call.number.modeText, call.caller.area ?? ''];
  return parts.filter((part) => part !== '').join('，');
}
