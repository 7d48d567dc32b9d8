import type { BarMode } from '../../shared/core/bar';
import type { PageState } from '../../shared/core/page';

/** The seven keys of a call, in their fixed order. An unavailable key is dimmed with its reason, never removed. */
export const controlKeys = ['hold', 'mute', 'dtmf', 'threeWay', 'transfer', 'emergency', 'hangUp'] as const;
export type ControlKey = (typeof controlKeys)[number];

export type DimReason =
  | 'noCall'
  | 'ringing'
  | 'notOffered'
  | 'telephonyAway'
  | 'serverAway'
  | 'unknownCall'
  | 'replaced'
  | 'callEnded'
  | 'partyPresent'
  | 'whileHeld'
  | 'lostCall';

export interface Control {
  key: ControlKey;
  /** Null when the key can be pressed. */
  dimmed: DimReason | null;
  /** Pressed in: on hold, muted, somebody is joined. */
  active: boolean;
}

const notYetServed: ReadonlySet<ControlKey> = new Set(['emergency']);

export function controls(state: PageState, mode: BarMode): Control[] {
  return controlKeys.map((key) => ({ key, dimmed: dimReason(key, state, mode), active: isActive(key, state, mode) }));
}

function isActive(key: ControlKey, state: PageState, mode: BarMode): boolean {
  if (key === 'hold') return mode === 'held';
  if (key === 'mute') return state.phone.session?.muted === true;
  return key === 'threeWay' && mode === 'threeWay';
}

function dimReason(key: ControlKey, state: PageState, mode: BarMode): DimReason | null {
  if (state.view?.replaced) return 'replaced';
  if (notYetServed.has(key)) return 'notOffered';
  switch (mode) {
    case 'waiting':
      return 'noCall';
    case 'wrapUp':
    case 'phoneEnded':
      return 'callEnded';
    case 'lost':
      return 'lostCall';
    case 'ringing':
    case 'phoneRinging':
      return 'ringing';
    case 'phoneTalking':
      // Mute, keys and hang-up are the telephone's own; hold, three-way and transfer are the server's.
      if (key !== 'hold' && key !== 'threeWay' && key !== 'transfer') return null;
      return state.link.state === 'up' ? 'unknownCall' : 'serverAway';
    case 'talking':
    case 'held':
    case 'threeWay':
      return dimReasonInCall(key, state, mode);
  }
}

function dimReasonInCall(key: ControlKey, state: PageState, mode: BarMode): DimReason | null {
  if (key === 'hangUp' || key === 'mute' || key === 'dtmf') return null;
  if (state.link.state !== 'up') return 'serverAway';
  if (state.view?.telephony === false) return 'telephonyAway';
  if ((key === 'threeWay' || key === 'transfer') && state.view?.call?.party) return 'partyPresent';
  return key === 'threeWay' && mode === 'held' ? 'whileHeld' : null;
}
