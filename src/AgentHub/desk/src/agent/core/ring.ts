import { barMode } from '../../shared/core/bar';
import type { PageState } from '../../shared/core/page';
import type { PhoneSession } from '../../shared/core/phone';

/**
 * Whether the telephone's ring may be answered. Pictures and rings travel by two ways: either may be first, late or left
 * over. A ring is answered only as the call that is on screen:
 *
 * - it names the call that the server shows ringing (or lost, where it brings the call back): that one;
 * - the bar shows the telephone's own ring, because the server is away or shows no call: that one, whatever it names;
 * - it names another call than the one shown, or none while the server shows one: none, until the one shown rings.
 */
export function answerable(state: PageState, now: number): PhoneSession | null {
  const { session } = state.phone;
  if (session?.state !== 'ringing') return null;
  const mode = barMode(state, now);
  if (mode === 'phoneRinging') return session;
  return (mode === 'ringing' || mode === 'lost') && isShown(state, session) ? session : null;
}

/** The server rings to bring back a call that this page lost by a reload: the citizen is waiting on the line. */
export function returning(state: PageState, now: number): PhoneSession | null {
  const ring = answerable(state, now);
  return ring && isShown(state, ring) && state.view?.call?.resume === true ? ring : null;
}

/** What automatic answering may answer: what the server shows, and while it is away what the telephone rings with alone. */
export function selfAnswered(state: PageState, now: number): PhoneSession | null {
  const ring = answerable(state, now);
  return ring && (isShown(state, ring) || state.link.state !== 'up') ? ring : null;
}

function isShown({ view }: PageState, session: PhoneSession): boolean {
  return session.call !== null && session.call === view?.call?.id;
}
