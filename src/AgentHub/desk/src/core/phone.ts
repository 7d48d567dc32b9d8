/** What the page knows about its own telephone, without asking anybody. */

export type Registration =
  /** No microphone yet, or replaced by another page: the telephone is deliberately not there. */
  'off' | 'connecting' | 'registered' | 'unregistered';

export type Microphone = 'unknown' | 'asking' | 'granted' | 'refused' | 'absent';

export interface PhoneSession {
  id: string;
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

export const silentPhone: PhoneState = { registration: 'off', microphone: 'unknown', session: null, loss: null };
