/** Keys of the desk, matched by place (event.code) so that no layout and no input method changes them. */

export type KeyAction =
  | 'answer'
  | 'hold'
  | 'mute'
  | 'dtmf'
  | 'threeWay'
  | 'transfer'
  | 'emergency'
  | 'hangUp'
  | 'focusForm'
  | 'search'
  | 'askLeader'
  | 'stateMenu'
  | 'outcomes'
  | 'submit'
  | 'keyList';

export interface KeyPress {
  code: string;
  keyCode: number;
  altKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  repeat: boolean;
}

interface Binding {
  action: KeyAction;
  code: string;
  alt?: boolean;
  ctrl?: boolean;
  cap: string;
}

export const bindings: readonly Binding[] = [
  { action: 'answer', code: 'F2', cap: 'F2' },
  { action: 'hold', code: 'F8', cap: 'F8' },
  { action: 'mute', code: 'KeyM', alt: true, cap: 'Alt+M' },
  { action: 'dtmf', code: 'KeyP', alt: true, cap: 'Alt+P' },
  { action: 'threeWay', code: 'KeyI', alt: true, cap: 'Alt+I' },
  { action: 'transfer', code: 'KeyZ', alt: true, cap: 'Alt+Z' },
  { action: 'emergency', code: 'KeyU', alt: true, cap: 'Alt+U' },
  { action: 'hangUp', code: 'KeyG', alt: true, cap: 'Alt+G' },
  { action: 'focusForm', code: 'KeyW', alt: true, cap: 'Alt+W' },
  { action: 'search', code: 'KeyK', alt: true, cap: 'Alt+K' },
  { action: 'askLeader', code: 'KeyY', alt: true, cap: 'Alt+Y' },
  { action: 'stateMenu', code: 'KeyT', alt: true, cap: 'Alt+T' },
  { action: 'outcomes', code: 'KeyO', alt: true, cap: 'Alt+O' },
  { action: 'submit', code: 'Enter', ctrl: true, cap: 'Ctrl+Enter' },
  { action: 'keyList', code: 'Slash', alt: true, cap: 'Alt+/' },
];

export function capOf(action: KeyAction): string {
  return bindings.find((binding) => binding.action === action)?.cap ?? '';
}

/** Those that somebody without a telephone has. */
const everybodys: readonly KeyAction[] = ['keyList'];

export function bindingsFor(takesCalls: boolean): readonly Binding[] {
  return takesCalls ? bindings : bindings.filter(({ action }) => everybodys.includes(action));
}

/** Null while an input method composes: the same key then picks a character. 229 is how older engines say so. */
export function actionOf(press: KeyPress): KeyAction | null {
  if (press.isComposing || press.keyCode === 229 || press.repeat || press.shiftKey || press.metaKey) return null;
  const match = bindings.find(
    (binding) =>
      binding.code === (press.code === 'NumpadEnter' ? 'Enter' : press.code) &&
      (binding.alt ?? false) === press.altKey &&
      (binding.ctrl ?? false) === press.ctrlKey,
  );
  return match?.action ?? null;
}

/** For 600 ms after an answer the keys of the call bar ignore input: a second press was meant for the ring. */
export const answerGuard = 600;

export function isGuarded(answeredAt: number | null, now: number): boolean {
  return answeredAt !== null && now - answeredAt < answerGuard;
}

/** Agents do not hang up first, so the key must be pressed twice within 3 s; once is enough when the caller has left. */
export const hangUpWindow = 3000;

export function hangUpPress(firstAt: number | null, now: number, callerLeft: boolean): 'hangUp' | 'armed' {
  return callerLeft || (firstAt !== null && now - firstAt <= hangUpWindow) ? 'hangUp' : 'armed';
}
