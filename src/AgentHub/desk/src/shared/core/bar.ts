import type { DeskCall } from '../contract';
import type { PageState } from './page';
import type { PhoneSession } from './phone';

/** What the call bar shows. One place decides, because two witnesses may disagree: the server and the telephone. */
export type BarMode =
  | 'waiting'
  | 'ringing'
  | 'talking'
  | 'held'
  | 'threeWay'
  | 'wrapUp'
  | 'lost'
  /** The telephone rings or talks and the server says nothing about it. */
  | 'phoneRinging'
  | 'phoneTalking'
  /** The server said "talking" before it went away, and the telephone has ended since. */
  | 'phoneEnded';

/** How long the telephone may be ahead of a healthy server before the page shows the call without it. */
const patience = 900;

export function barMode(state: PageState, now: number): BarMode {
  const { view, link } = state;
  const call = view?.call ?? null;
  const session = isTakenBack(state) ? null : state.phone.session;
  const serverAway = link.state !== 'up';

  if (session && (call === null || call.state === 'ended' || (serverAway && isForeign(session, call)))) {
    if (serverAway || now - session.since > patience) return phoneMode(session);
  }
  // Another page has taken over: what this one last knew of a call is history.
  if (view?.replaced) return 'waiting';
  if (!call) return 'waiting';
  switch (call.state) {
    case 'ringing':
      if (serverAway) return session ? phoneMode(session) : 'phoneEnded';
      return 'ringing';
    case 'lost':
      return 'lost';
    case 'ended':
      return 'wrapUp';
    case 'held':
      return serverAway && !session ? 'phoneEnded' : 'held';
    case 'talking':
      if (serverAway && !session) return 'phoneEnded';
      return call.party ? 'threeWay' : 'talking';
  }
}

function phoneMode(session: PhoneSession): 'phoneTalking' | 'phoneRinging' {
  return session.state === 'talking' ? 'phoneTalking' : 'phoneRinging';
}

/**
 * The telephone has another call than this one. A talk that names no call may be this one: the server takes over what
 * Asterisk's own queue began. A ring of the server's always names its call.
 */
export function isForeign(session: PhoneSession, call: DeskCall): boolean {
  return session.call === null ? session.state !== 'talking' : session.call !== call.id;
}

/** A ring whose call the server showed and took back, or whose call is over here: only its CANCEL was lost. */
export function isTakenBack({ view, phone, link, gone }: PageState): boolean {
  const { session } = phone;
  if (link.state !== 'up' || session?.state !== 'ringing' || session.call === null) return false;
  if (view?.call?.id === session.call) return view.call.state === 'ended';
  // Rung anew after it was taken back, it is a new offer whose picture is on its way.
  return gone?.callId === session.call && session.since <= gone.at;
}

/**
 * A session that the telephone still holds although the server has no such call any more: the BYE was lost with its
 * connection. It is ended by the page, or the agent would sit in a dead call. A talk that names no call is none of the
 * server's to know: it began in Asterisk's own queue, and a citizen may be in it.
 */
export function isOrphan(state: PageState, now: number): boolean {
  const { view, phone, link } = state;
  const { session } = phone;
  if (link.state !== 'up' || !view?.telephony || session?.state !== 'talking' || session.call === null) return false;
  const gone = view.call?.id !== session.call || view.call.state === 'ended';
  const settled = now - session.since > 5000 && now - link.since > 5000;
  return gone && settled;
}
