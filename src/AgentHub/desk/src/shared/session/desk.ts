import { onScreen } from '../../agent/core/keeping';
import { type CallFigures, exposeFigures, lossBetween, readFigures } from '../../agent/phone/figures';
import { Ringer } from '../../agent/phone/ringer';
import { Rings } from '../../agent/phone/rings';
import { Softphone } from '../../agent/phone/softphone';
import { DraftKeeper } from '../../agent/work/draftKeeper';
import type { AgentState, CallerHistory, Party, PhoneAccount, Reference, Session, TicketSummary } from '../contract';
import { isOrphan } from '../core/bar';
import { type Message, newPage, type PageState, reducePage } from '../core/page';
import type { PhoneState } from '../core/phone';
import type { Api } from '../live/api';
import { newId, Refusal, sentenceOf } from '../live/http';
import { Hub } from '../live/hub';
import { askMicrophone } from '../live/microphone';
import { words } from '../texts';
import { Clock } from './clock';
import type { SettingsStore } from './settings';
import { Store } from './store';

const emptyReference: Reference = {
  demandTypes: [],
  categories: [],
  units: [],
  breakReasons: [],
  notAcceptReasons: [],
  referralReasons: [],
  formerReasons: [],
  skills: [],
};

/** What is known of the caller's past; null inside while it is on its way. */
export interface CallHistory {
  callId: string;
  history: CallerHistory | null;
  error: string | null;
}

/** One signed-in page: joins the server's views, the telephone and the drafts, and carries out what the agent asks. */
export class Desk {
  readonly page = new Store<PageState>(newPage(Date.now()));
  readonly reference = new Store<Reference>(emptyReference);
  /** Whom one may bring in; there before the picker opens, so that Alt+I Enter dials at once. */
  readonly parties = new Store<Party[] | null>(null);
  readonly draftList = new Store<TicketSummary[] | null>(null);
  readonly history = new Store<CallHistory | null>(null);
  /** One line in the call bar: why a key did nothing, or what a refusal said. Gone after a few seconds. */
  readonly note = new Store<string | null>(null);
  /** Asks the form to take the focus; the form clears it. */
  readonly formFocus = new Store<'firstEmpty' | 'last' | null>(null);
  readonly clock = new Clock();
  readonly drafts: DraftKeeper;
  readonly ringer = new Ringer();
  private readonly pageId = newId();
  private readonly phone: Softphone;
  private readonly rings: Rings;
  private readonly hub: Hub;
  private account: Promise<PhoneAccount> | null = null;
  private noteTimer: number | undefined;
  private figures: CallFigures | null = null;
  private unregistered = 0;
  private stopped = false;
  private forgetSettings = () => {};

  constructor(
    readonly session: Session,
    readonly api: Api,
    readonly settings: SettingsStore,
    audio: HTMLAudioElement,
    private readonly onSignedOut: () => void,
  ) {
    this.drafts = new DraftKeeper(api, (sentence) => this.say(sentence));
    this.phone = new Softphone(audio, {
      onRegistration: (registration) => this.setPhone({ registration }),
      onSession: (phoneSession) => this.setPhone({ session: phoneSession }),
      onMicrophoneLost: () => this.setPhone({ microphone: 'refused' }),
    });
    this.rings = new Rings(this.page, this.phone, this.ringer, settings);
    this.hub = new Hub(this.pageId, {
      onUp: () => this.take({ kind: 'linkUp', at: Date.now() }),
      onDown: () => this.take({ kind: 'linkDown', at: Date.now() }),
      onDesk: (view) => this.take({ kind: 'desk', view, at: Date.now() }),
      onFloor: (view) => this.take({ kind: 'floor', view }),
      onRefused: () => void this.checkSignIn(),
    });
  }

  start(): void {
    this.clock.start();
    this.clock.now.subscribe(() => void this.everySecond());
    this.drafts.start();
    this.applySettings();
    this.forgetSettings = this.settings.store.subscribe(() => this.applySettings());
    exposeFigures(this.phone);
    void this.hub.start();
    void this.loadReference();
    void this.refreshDrafts();
    void this.refreshParties().catch(() => undefined);
    void this.startPhone();
    // Nothing is said to Asterisk when the page goes: a BYE would end the call that the next page brings back.
    window.addEventListener('pointerdown', () => this.ringer.unlock(), { once: true });
  }

  stop(): void {
    this.stopped = true;
    this.ringer.silence();
    this.phone.stop();
    this.drafts.stop();
    this.clock.stop();
    this.forgetSettings();
    void this.hub.stop();
    // Somebody else may sit down here next: what was shown of citizens goes with the sign-in.
    this.page.set(newPage(Date.now()));
    this.history.set(null);
    this.draftList.set(null);
  }

  take(message: Message): void {
    const before = this.page.get();
    const after = reducePage(before, message);
    if (after === before) return;
    this.page.set(after);
    this.drafts.show(onScreen(after));
    this.follow(before, after);
  }

  /** Shift leaders and administrators who are no agents have no telephone here. */
  get takesCalls(): boolean {
    return this.session.agent?.roles.includes('agent') ?? false;
  }

  /** Milliseconds of the server's clock. */
  serverNow(): number {
    return Date.now() + this.page.get().clockOffset;
  }

  /* ---- the telephone ---- */

  /** Without a microphone the telephone stays away from the registrar, so that no call is sent to a mute page. */
  async startPhone(): Promise<void> {
    if (!this.takesCalls) return;
    this.setPhone({ microphone: 'asking' });
    this.account ??= this.api.phone(this.pageId);
    const microphone = await askMicrophone(this.settings.store.get().microphone || null);
    this.setPhone({ microphone });
    if (microphone !== 'granted') return;
    try {
      const account = await this.account;
      if (!this.stopped && !this.page.get().view?.replaced) this.phone.start(account);
    } catch (error) {
      this.account = null;
      this.setPhone({ registration: 'unregistered' });
      const again = !(error instanceof Refusal) || error.unreachable || error.status >= 500;
      if (again && !this.stopped) window.setTimeout(() => void this.startPhone(), 3000);
    }
  }

  /** The way out of the "not registered" banner. A new account, because the old one may be of an older sign-in. */
  registerAgain = (): void => {
    if (this.page.get().phone.session) return;
    this.account = null;
    void this.startPhone();
  };

  /** 接听 by hand: the form gets the focus, unless the agent is typing somewhere else. */
  answerByHand = (): boolean => {
    const told = this.rings.answerByHand();
    if (told !== null) this.say(told);
    if (told === words.noPhone) return false;
    if (!isTyping(document.activeElement)) this.formFocus.set('firstEmpty');
    return true;
  };

  guarded = (): boolean => this.rings.guarded();

  say(text: string): void {
    window.clearTimeout(this.noteTimer);
    this.note.set(text);
    this.noteTimer = window.setTimeout(() => this.note.set(null), 6000);
  }

  /** Takes back what was said, if it still stands there: its reason is gone. */
  unsay(text: string): void {
    if (this.note.get() === text) this.note.set(null);
  }

  reject = (): void => this.rings.reject();

  toggleMute = (): void => {
    const session = this.page.get().phone.session;
    if (session) this.phone.setMuted(!session.muted);
  };

  sendDigit = (digit: string): void => this.phone.sendDigit(digit);

  /** The server ends the call, so that it knows who did; the telephone only does it when nobody answers. */
  async hangUp(): Promise<void> {
    try {
      await this.api.hangUp();
    } catch (error) {
      const talking = this.page.get().phone.session !== null;
      if (!talking || (error instanceof Refusal && !error.unreachable && error.status !== 404 && error.status !== 409))
        throw error;
      this.phone.hangUp();
    }
  }

  /* ---- the desk ---- */

  setState = (state: AgentState, reason?: string) => this.api.setState(state, reason);

  async refreshParties(): Promise<void> {
    this.parties.set(await this.api.parties());
  }

  async refreshDrafts(): Promise<void> {
    try {
      this.draftList.set(await this.api.drafts());
    } catch {
      // The list is asked for again with the next change; what it showed before stays.
    }
  }

  openDraft(ticketId: string): void {
    this.take({ kind: 'openDraft', ticketId });
    this.drafts.open(ticketId);
  }

  /** The server grants it or says why not: until then the agent stays at work, and his telephone registered. */
  async signOut(): Promise<void> {
    await this.api.signOut();
    this.phone.stop();
    this.drafts.stop();
    this.onSignedOut();
  }

  private setPhone(change: Partial<PhoneState>): void {
    this.take({ kind: 'phone', phone: { ...this.page.get().phone, ...change } });
  }

  /** What follows from a change of state: sounds, answers that nobody presses, loading of the ticket. */
  private follow(before: PageState, after: PageState): void {
    this.rings.follow();
    const call = after.view?.call ?? null;
    const callBefore = before.view?.call ?? null;
    if (call && call.state !== 'ringing' && (callBefore?.id !== call.id || callBefore.state === 'ringing')) {
      this.drafts.open(call.ticketId);
    }
    if (callBefore && call?.id !== callBefore.id) void this.refreshDrafts();
    if (!call && callBefore) this.history.set(null);
    if (call && call.id !== callBefore?.id) void this.loadHistory(call.id);
    if (call?.state === 'ended' && callBefore?.state !== 'ended' && call.endedBy === 'caller') this.ringer.tick();
    if (before.link.state === 'up' && after.link.state === 'down') this.ringer.lowTone();
    this.followServer(before, after);
  }

  private followServer(before: PageState, after: PageState): void {
    const linkBack = before.link.state !== 'up' && after.link.state === 'up';
    const databaseBack = before.view?.database === false && after.view?.database === true;
    if (linkBack || databaseBack) {
      this.drafts.serverBack();
      if (this.reference.get() === emptyReference) void this.loadReference();
      if (this.draftList.get() === null) void this.refreshDrafts();
    }
    if (after.view?.replaced && !before.view?.replaced) {
      this.phone.stop();
      void this.hub.stop();
    }
  }

  private async everySecond(): Promise<void> {
    const page = this.page.get();
    if (isOrphan(page, Date.now())) this.phone.hangUp();
    this.rings.follow();
    this.keepRegistered(page);
    this.remindOfHold(page);
    if (page.phone.session?.state !== 'talking') {
      this.figures = null;
      if (page.phone.loss !== null) this.setPhone({ loss: null });
      return;
    }
    // Five seconds of figures at a time: a single bad second is no news.
    if (Math.floor(Date.now() / 1000) % 5 !== 0) return;
    const figures = await readFigures(this.phone.connection);
    if (this.figures) this.setPhone({ loss: lossBetween(this.figures, figures) });
    this.figures = figures;
  }

  /** Asked for with the ring; the number dialled is on screen without waiting for it. */
  async loadHistory(callId: string): Promise<void> {
    this.history.set({ callId, history: null, error: null });
    let result: CallHistory;
    try {
      result = { callId, history: await this.api.history(callId), error: null };
    } catch (error) {
      result = { callId, history: null, error: sentenceOf(error) };
    }
    if (this.history.get()?.callId === callId) this.history.set(result);
  }

  /** JsSIP finds a lost connection again by itself, but gives up after a refused REGISTER. */
  private keepRegistered(page: PageState): void {
    const { phone, view, link } = page;
    if (phone.registration !== 'unregistered' || phone.session || view?.replaced) {
      this.unregistered = 0;
      return;
    }
    this.unregistered += 1;
    if (this.unregistered % 20 === 0 && link.state === 'up') this.registerAgain();
    else if (this.unregistered % 5 === 0) this.phone.registerAgain();
  }

  /** A citizen on hold for 30 s, and each 30 s after that: a quiet tick beside the words in the call bar. */
  private remindOfHold(page: PageState): void {
    const heldSince = page.view?.call?.state === 'held' ? page.view.call.heldSince : null;
    const seconds = heldSince ? Math.floor((this.serverNow() - Date.parse(heldSince)) / 1000) : 0;
    if (seconds > 0 && seconds % 30 === 0) this.ringer.tick();
  }

  private applySettings(): void {
    const settings = this.settings.store.get();
    this.ringer.volume = settings.ringVolume;
    this.ringer.setOutput(settings.ringDevice);
    void this.phone.setOutput(settings.voiceDevice);
  }

  private async loadReference(): Promise<void> {
    try {
      this.reference.set(await this.api.reference());
    } catch {
      if (!this.stopped) window.setTimeout(() => void this.loadReference(), 5000);
    }
  }

  private async checkSignIn(): Promise<void> {
    try {
      const session = await this.api.session();
      if (!session.agent && !this.stopped) this.onSignedOut();
    } catch {
      // Not reachable: the banner says so, and the sign-in is still good as far as anybody knows.
    }
  }
}

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
