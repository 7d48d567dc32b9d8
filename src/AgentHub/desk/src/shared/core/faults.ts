import type { SetAside } from '../contract';
import type { Elsewhere, PageState } from './page';

/** What stands in the banner: one at a time, the worst first. */
export type Fault =
  | { kind: 'replaced' }
  | { kind: 'signInOver' }
  | { kind: 'elsewhere'; where: Elsewhere }
  | { kind: 'telephony' }
  | { kind: 'serverLost'; since: number }
  | { kind: 'microphone'; absent: boolean }
  | { kind: 'unregistered' }
  | { kind: 'database'; pendingWrites: number }
  | { kind: 'quality'; loss: number }
  | { kind: 'setAside'; reason: SetAside }
  | { kind: 'recovered'; uploaded: number };

/** A call is in danger: a screen reader interrupts for it. */
export function isUrgent(fault: Fault): boolean {
  return (
    fault.kind === 'replaced' ||
    fault.kind === 'signInOver' ||
    fault.kind === 'telephony' ||
    fault.kind === 'serverLost' ||
    fault.kind === 'unregistered' ||
    fault.kind === 'microphone'
  );
}

/** A first connection, and each reconnection, may take this long before the page speaks of it. */
const linkPatience = 3000;
const badLoss = 5;
const setAsideByItself: readonly string[] = ['missed', 'rejected', 'phoneLost', 'phoneFailed'];

export interface Recovery {
  at: number;
  uploaded: number;
}

export function worstFault(state: PageState, now: number, recovery: Recovery | null): Fault | null {
  const { view, phone, link } = state;
  if (view?.replaced) return { kind: 'replaced' };
  if (state.signInOver) return { kind: 'signInOver' };
  if (state.elsewhere) return { kind: 'elsewhere', where: state.elsewhere };
  // What the server last said of the telephone platform is not known to hold once the server itself is away.
  if (link.state === 'up' && view && !view.telephony) return { kind: 'telephony' };
  if (link.state !== 'up' && now - link.since >= linkPatience) return { kind: 'serverLost', since: link.since };
  if (phone.microphone === 'refused') return { kind: 'microphone', absent: false };
  if (phone.microphone === 'absent') return { kind: 'microphone', absent: true };
  if (phone.registration === 'unregistered') return { kind: 'unregistered' };
  if (view && !view.database) return { kind: 'database', pendingWrites: view.pendingWrites };
  if (phone.loss !== null && phone.loss >= badLoss) return { kind: 'quality', loss: phone.loss };
  const reason = view?.agent.state === 'notReady' && !view.call ? view.agent.reason : null;
  if (reason && setAsideByItself.includes(reason)) return { kind: 'setAside', reason: reason as SetAside };
  return recovery && now - recovery.at < 5000 ? { kind: 'recovered', uploaded: recovery.uploaded } : null;
}
