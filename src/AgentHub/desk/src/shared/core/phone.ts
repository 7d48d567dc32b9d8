/** What the page knows about its own telephone, without asking anybody. */

export type Registration =
  /** No microphone yet, or replaced by another page: the telephone is deliberately not there. */
  'off' | 'connecting' | 'registered' | 'unregistered';

export type Microphone = 'unknown' | 'asking' | 'granted' | 'refused' | 'absent';

export interface PhoneSession {
  id: string;
  /**
   * The call that the server rings for, as the INVITE names it (X-Hotline-Call). Null where it names none: then the ring
   * is not the server's, but that of Asterisk's own queue, which serves callers while the server is away.
   */
  call: string | null;
  state: 'ringing' | 'answering' | 'talking';
  /** The page's own clock: the server may be away. */
  since: number;
  muted: boolean;
  /** Masked. */
  caller: string;
}

export interface PhoneState {
  registration: Registration;
  microphone: Microphone;
  session: PhoneSession | null;
  /** Share of lost packets in percent over the last seconds, null while not talking. */
  loss: number | null;
}

/**
 * Two calls in one telephone: true where the one that came first gives way. One that only rings does, since the server
 * offers an agent one call at a time, and one that is talked with does to its own call: the server lost that leg and
 * brings the call back. A ring that names no call disturbs nobody.
 */
export function givesWay(present: PhoneSession, ring: string | null): boolean {
  if (ring === null) return false;
  return present.state === 'ringing' || (present.state === 'talking' && present.call === ring);
}

export const silentPhone: PhoneState = { registration: 'off', microphone: 'unknown', session: null, loss: null };
