import type { PageState } from './page';

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
  const { view, phone, link } = state;
  const call = view?.call ?? null;
  const session = phone.session;
  const serverAway = link.state !== 'up';

  if (session && (call === null || call.state === 'ended')) {
    if (serverAway || now - session.since > patience)
      return session.state === 'talking' ? 'phoneTalking' : 'phoneRinging';
  }
  // Another page has taken over: what this one last knew of a call is history.
  if (view?.replaced) return 'waiting';
  if (!call) return 'waiting';
  switch (call.state) {
    case 'ringing':
      if (serverAway) return session ? (session.state === 'talking' ? 'phoneTalking' : 'phoneRinging') : 'phoneEnded';
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

/**
 * A session that the telephone still holds although the server has no call for it any more: the BYE was lost with its
 * connection. It is ended by the page, or the agent would sit in a dead call.
 */
export function isOrphan(state: PageState, now: number): boolean {
  const { view, phone, link } = state;
  if (link.state !== 'up' || !view || phone.session?.state !== 'talking' || !view.telephony) return false;
  const gone = view.call === null || view.call.state === 'ended';
  const settled = now - phone.session.since > 5000 && now - link.since > 5000;
  return gone && settled;
}
