import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { PhoneView } from '../../shared/contract';
import { maskNumber } from '../../shared/core/format';
import { givesWay, type PhoneSession, type Registration } from '../../shared/core/phone';

/**
 * The one file that knows JsSIP. It registers, rings, answers with sound only, and tells what it does and which call the
 * ring names. It goes on while the server is away.
 */

export interface SoftphoneEvents {
  onRegistration(registration: Registration): void;
  onSession(session: PhoneSession | null): void;
  /** An answer failed for want of a microphone. */
  onMicrophoneLost(): void;
}

/** Asterisk's INVITE names the call that the server rings for; one of Asterisk's own queue names none. */
const callHeader = 'X-Hotline-Call';

/** Without this pause JsSIP waits for the last candidate of an unreachable network card: up to 40 s. */
const gatheringPatience = 300;

export class Softphone {
  private ua: UA | null = null;
  private session: RTCSession | null = null;
  private shown: PhoneSession | null = null;
  private lastConnection: RTCPeerConnection | null = null;

  constructor(
    private readonly audio: HTMLAudioElement,
    private readonly events: SoftphoneEvents,
  ) {}

  start(account: PhoneView): void {
    this.stop();
    this.events.onRegistration('connecting');
    const ua = new UA({
      sockets: [new WebSocketInterface(account.webSocketUrl)],
      uri: account.uri,
      authorization_user: account.authorizationUser,
      realm: account.realm,
      ha1: account.ha1,
      register: true,
      register_expires: 120,
      session_timers: false,
      // The server decides how long it rings.
      no_answer_timeout: 600,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 5,
      user_agent: 'Hotline Desk',
    });
    const current = (registration: Registration) => this.ua === ua && this.events.onRegistration(registration);
    ua.on('registered', () => current('registered'));
    ua.on('unregistered', () => current('unregistered'));
    ua.on('registrationFailed', () => current('unregistered'));
    ua.on('disconnected', () => current('unregistered'));
    ua.on('newRTCSession', (event: RTCSessionEvent) => {
      if (event.originator === 'remote') this.ring(event.session, event.request.getHeader(callHeader)?.trim() || null);
      else event.session.terminate();
    });
    this.ua = ua;
    ua.start();
  }

  /** Asks the registrar once more. */
  registerAgain(): void {
    if (this.ua?.isConnected()) this.ua.register();
  }

  stop(): void {
    const ua = this.ua;
    this.ua = null;
    this.end(this.session);
    ua?.stop();
    this.events.onRegistration('off');
  }

  /** Answers this ring and no other. */
  answer(sessionId: string, microphoneId: string | null): void {
    if (!this.session || this.shown?.id !== sessionId || this.shown.state !== 'ringing') return;
    this.show({ state: 'answering' });
    this.session.answer({
      mediaConstraints: { audio: { ...(microphoneId ? { deviceId: { ideal: microphoneId } } : {}) }, video: false },
      pcConfig: { iceServers: [] },
    });
  }

  /** 486: the server offers the call to somebody else. */
  reject(sessionId: string): void {
    if (this.shown?.id === sessionId && this.shown.state === 'ringing') this.session?.terminate({ status_code: 486 });
  }

  /** Only when the server cannot be reached; otherwise the server ends the call, so that it knows who did. */
  hangUp(): void {
    if (this.session && !this.session.isEnded()) this.session.terminate();
  }

  setMuted(muted: boolean): void {
    if (!this.session) return;
    if (muted) this.session.mute({ audio: true });
    else this.session.unmute({ audio: true });
    this.show({ muted });
  }

  sendDigit(digit: string): void {
    // RFC 4733: inside the sound, so that Asterisk passes it through to whoever is joined.
    if (this.shown?.state === 'talking') this.session?.sendDTMF(digit, { transportType: 'RFC2833' as never });
  }

  async setOutput(deviceId: string): Promise<void> {
    if ('setSinkId' in this.audio) await this.audio.setSinkId(deviceId).catch(() => undefined);
  }

  /** The connection of the present call, or of the last one: for figures only. */
  get connection(): RTCPeerConnection | null {
    return this.lastConnection;
  }

  private ring(session: RTCSession, call: string | null): void {
    const former = this.session?.isEnded() === false ? this.session : null;
    if (former && this.shown && !givesWay(this.shown, call)) {
      session.terminate({ status_code: 486 });
      return;
    }
    this.session = session;
    former?.terminate();
    this.audio.srcObject = null;
    session.on('icecandidate', ({ ready }) => window.setTimeout(ready, gatheringPatience));
    session.on('peerconnection', ({ peerconnection }) => this.listen(peerconnection));
    session.on('accepted', () => this.session === session && this.show({ state: 'talking', since: Date.now() }));
    session.on('getusermediafailed', () => this.events.onMicrophoneLost());
    session.on('ended', () => this.end(session));
    session.on('failed', () => this.end(session));
    this.shown = {
      id: session.id,
      call,
      state: 'ringing',
      since: Date.now(),
      muted: false,
      caller: maskNumber(session.remote_identity.uri.user ?? ''),
    };
    this.events.onSession(this.shown);
  }

  private listen(connection: RTCPeerConnection): void {
    this.lastConnection = connection;
    connection.addEventListener('track', (event) => {
      this.audio.srcObject = event.streams[0] ?? new MediaStream([event.track]);
      void this.audio.play().catch(() => undefined);
    });
  }

  private show(change: Partial<PhoneSession>): void {
    if (!this.shown) return;
    this.shown = { ...this.shown, ...change };
    this.events.onSession(this.shown);
  }

  private end(session: RTCSession | null): void {
    if (session === null || this.session !== session) return;
    this.session = null;
    this.shown = null;
    this.audio.srcObject = null;
    this.events.onSession(null);
  }
}
