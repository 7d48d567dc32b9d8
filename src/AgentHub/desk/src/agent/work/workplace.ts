import type { DraftListView, HistoryView, PartyListed, PhoneView } from '../../shared/contract';
import { isOrphan } from '../../shared/core/bar';
import type { Elsewhere, PageState } from '../../shared/core/page';
import type { PhoneState } from '../../shared/core/phone';
import { Refusal, sentenceOf } from '../../shared/live/http';
import { askMicrophone } from '../../shared/live/microphone';
import { tabLock } from '../../shared/live/tabLock';
import type { Desk } from '../../shared/session/desk';
import { Store } from '../../shared/session/store';
import type { Leftover, Workplace } from '../../shared/session/workplace';
import { onScreen } from '../core/keeping';
import { type CallFigures, exposeFigures, lossBetween, readFigures } from '../phone/figures';
import { Rings } from '../phone/rings';
import { Softphone } from '../phone/softphone';
import { agentWords } from '../texts';
import { type DraftEntry, DraftKeeper } from './draftKeeper';
import { Spelling } from './spelling';

/** What is known of the caller's past; null inside while it is on its way. */
export interface CallHistory {
  callId: string;
  history: HistoryView | null;
  error: string | null;
}

/** So many drafts are listed at first, and more when they are asked for. */
const draftsAtOnce = 50;

/** What nothing waits for is fetched when the page has begun. */
const atRest = 5000;

/** Over a reload of this tab: its agent said that the telephone comes here. */
const toldMark = 'hotline-telephone-here';

/** An agent's own part of the signed-in page: joins the server's views, the telephone and the drafts. */
export class AgentWorkplace implements Workplace {
  /** Whom one may bring in; there before the picker opens, so that Alt+I Enter dials at once. */
  readonly parties = new Store<PartyListed[] | null>(null);
  readonly draftList = new Store<DraftListView | null>(null);
  readonly history = new Store<CallHistory | null>(null);
  /** Asks the form to take the focus; the form clears it. */
  readonly formFocus = new Store<'firstEmpty' | 'last' | null>(null);
  /** An earlier ticket that is read beside the form of the call. */
  readonly beside = new Store<string | null>(null);
  readonly drafts: DraftKeeper;
  readonly spelling = new Spelling();
  private readonly phone: Softphone;
  private readonly rings: Rings;
  private account: Promise<PhoneView> | null = null;
  private figures: CallFigures | null = null;
  private unregistered = 0;
  private accountIsOld = false;
  private hasTelephone = false;
  private draftsShown = draftsAtOnce;
  /** He said that the telephone comes here, from wherever it is. */
  private told = sessionStorage.getItem(toldMark) !== null;
  private readonly lock = tabLock();
  private stopped = false;
  private forgetSettings = () => {};

  constructor(
    private readonly desk: Desk,
    audio: HTMLAudioElement,
  ) {
    this.drafts = new DraftKeeper(desk.api, (sentence) => desk.say(sentence));
    this.phone = new Softphone(audio, {
      onRegistration: (registration) => this.setPhone({ registration }),
      onSession: (phoneSession) => this.setPhone({ session: phoneSession }),
      onMicrophoneLost: () => this.setPhone({ microphone: 'refused' }),
    });
    this.rings = new Rings(desk.page, this.phone, desk.ringer, desk.settings);
  }

  start(): void {
    this.drafts.start();
    this.applySettings();
    this.forgetSettings = this.desk.settings.store.subscribe(() => this.applySettings());
    exposeFigures(this.phone);
    void this.refreshDrafts();
    void this.refreshParties().catch(() => undefined);
    void this.startPhone();
    window.setTimeout(() => void this.spelling.load(), atRest);
  }

  stop(): void {
    this.stopped = true;
    this.phone.stop();
    this.drafts.stop();
    this.forgetSettings();
    this.history.set(null);
    this.beside.set(null);
    this.draftList.set(null);
  }

  leftover(): Leftover {
    return this.drafts.unsentEntries();
  }

  /** What an earlier workplace of the same agent left: `leftover()` of this class made it. */
  adopt(leftover: Leftover): void {
    this.drafts.adopt(leftover as Readonly<Record<string, DraftEntry>>);
  }

  /* ---- the telephone ---- */

  /** Without a microphone the telephone stays away from the registrar, so that no call is sent to a mute page. */
  async startPhone(): Promise<void> {
    if (!(await this.mayHaveTelephone())) return;
    this.setPhone({ microphone: 'asking' });
    this.account ??= this.desk.api.phone(this.desk.pageId, this.told);
    const microphone = await askMicrophone(this.desk.settings.store.get().microphone || null);
    this.setPhone({ microphone });
    if (microphone !== 'granted') return;
    try {
      const account = await this.account;
      this.tell(false);
      this.desk.take({ kind: 'elsewhere', where: null });
      if (!this.stopped && !this.desk.page.get().view?.replaced) this.phone.start(account);
    } catch (error) {
      this.account = null;
      const where = error instanceof Refusal ? elsewhere[error.code] : undefined;
      if (where) {
        this.setPhone({ registration: 'off' });
        this.desk.take({ kind: 'elsewhere', where });
        return;
      }
      this.setPhone({ registration: 'unregistered' });
      const again = !(error instanceof Refusal) || error.unreachable || error.status >= 500;
      if (again && !this.stopped) window.setTimeout(() => void this.startPhone(), 3000);
    }
  }

  /** A tab that is opened beside one that talks does not take the call away: it asks first, and has it when that one is closed. */
  private async mayHaveTelephone(): Promise<boolean> {
    if (this.hasTelephone) return true;
    this.hasTelephone = await this.lock.claim();
    if (this.hasTelephone || this.stopped) return this.hasTelephone;
    if (!(await this.knownToTalk())) await this.haveTelephone();
    else {
      this.desk.take({ kind: 'elsewhere', where: 'tab' });
      void this.lock.wait().then(this.comeBack);
    }
    return this.hasTelephone;
  }

  private async haveTelephone(): Promise<void> {
    await this.lock.take();
    this.hasTelephone = !this.stopped;
    this.desk.take({ kind: 'elsewhere', where: null });
  }

  /** The server's first picture says whether there is a call that could be taken away. */
  private knownToTalk(): Promise<boolean> {
    return new Promise((known) => {
      const look = () => {
        const { view } = this.desk.page.get();
        if (view === null && !this.stopped) return;
        forget();
        known(view?.call != null && view.call.state !== 'ended');
      };
      const forget = this.desk.page.subscribe(look);
      look();
    });
  }

  takeOver = (): void => {
    this.tell(true);
    this.claim();
  };

  leaveThere = (): void => this.desk.take({ kind: 'elsewhere', where: 'phone' });

  private claim(): void {
    void this.haveTelephone().then(() => {
      if (this.desk.page.get().view?.replaced) window.location.reload();
      else void this.startPhone();
    });
  }

  private tell(told: boolean): void {
    this.told = told;
    if (told) sessionStorage.setItem(toldMark, '');
    else sessionStorage.removeItem(toldMark);
  }

  /** The tab that had the telephone is gone: it is here now. */
  private readonly comeBack = (): void => {
    if (this.stopped) return;
    if (this.desk.page.get().view?.replaced) window.location.reload();
    else if (!this.hasTelephone) this.claim();
  };

  /** The way out of the "not registered" banner. A new account, because the old one may be of an older sign-in. */
  registerAgain = (): void => {
    if (this.desk.page.get().phone.session) return;
    this.account = null;
    void this.startPhone();
  };

  /** An answer by hand: the form gets the focus, unless the agent is typing somewhere else. */
  answerByHand = (): boolean => {
    const told = this.rings.answerByHand();
    if (told !== null) this.desk.say(told);
    if (told === agentWords.noPhone) return false;
    if (!isTyping(document.activeElement)) this.formFocus.set('firstEmpty');
    return true;
  };

  guarded = (): boolean => this.rings.guarded();

  reject = (): void => this.rings.reject();

  toggleMute = (): void => {
    const session = this.desk.page.get().phone.session;
    if (session) this.phone.setMuted(!session.muted);
  };

  sendDigit = (digit: string): void => this.phone.sendDigit(digit);

  /** The server ends the call, so that it knows who did. Whatever it says to that, the telephone can end its own. */
  async hangUp(): Promise<void> {
    try {
      await this.desk.api.hangUp();
    } catch (error) {
      if (this.desk.page.get().phone.session === null) throw error;
      this.phone.hangUp();
    }
  }

  /**
   * The sign-in ran out in a call and was given again: what waited is sent now. The telephone's new account is asked for when the call is
   * over, since asking for it ends what the old one talks with.
   */
  signedInAgain(): void {
    this.account = null;
    this.accountIsOld = true;
    this.drafts.serverBack();
    void this.refreshDrafts();
  }

  /* ---- the tickets ---- */

  async refreshParties(): Promise<void> {
    this.parties.set(await this.desk.api.parties());
  }

  async refreshDrafts(): Promise<void> {
    try {
      this.draftList.set(await this.desk.api.drafts(this.draftsShown));
    } catch {
      // The list is asked for again with the next change; what it showed before stays.
    }
  }

  /** The next ones of the list; those that are there stay where they are. */
  async moreDrafts(): Promise<void> {
    this.draftsShown += draftsAtOnce;
    await this.refreshDrafts();
  }

  openDraft(ticketId: string): void {
    this.desk.take({ kind: 'openDraft', ticketId });
    this.drafts.open(ticketId);
  }

  /** Asked for with the ring; the number dialled is on screen without waiting for it. */
  async loadHistory(callId: string): Promise<void> {
    this.history.set({ callId, history: null, error: null });
    let result: CallHistory;
    try {
      result = { callId, history: await this.desk.api.history(callId), error: null };
    } catch (error) {
      result = { callId, history: null, error: sentenceOf(error) };
    }
    if (this.history.get()?.callId === callId) this.history.set(result);
  }

  /* ---- what follows ---- */

  /** What follows from a change of state: sounds, answers that nobody presses, loading of the ticket. */
  follow(before: PageState, after: PageState): void {
    this.drafts.show(onScreen(after));
    this.rings.follow();
    const call = after.view?.call ?? null;
    const callBefore = before.view?.call ?? null;
    const begins = call?.id !== callBefore?.id;
    // With a call that was given on comes what was written of it: it is read before the answer, and once more with it.
    if (call && (call.state !== 'ringing' || call.handedOn !== null)) {
      if (begins || (callBefore?.state === 'ringing' && call.state !== 'ringing')) this.drafts.open(call.ticketId);
    }
    if (callBefore && call?.id !== callBefore.id) void this.refreshDrafts();
    if (!call && callBefore) this.history.set(null);
    if (call?.id !== callBefore?.id) this.beside.set(null);
    if (call && call.id !== callBefore?.id) void this.loadHistory(call.id);
    if (call?.state === 'ended' && callBefore?.state !== 'ended' && call.endedBy === 'caller') this.desk.ringer.tick();
    if (this.accountIsOld && after.phone.session === null) {
      this.accountIsOld = false;
      void this.startPhone();
    }
    this.followServer(before, after);
  }

  everySecond = (): void => {
    const page = this.desk.page.get();
    if (isOrphan(page, Date.now())) this.phone.hangUp();
    this.rings.follow();
    this.keepRegistered(page);
    this.remindOfHold(page);
    void this.measure(page);
  };

  private followServer(before: PageState, after: PageState): void {
    const linkBack = before.link.state !== 'up' && after.link.state === 'up';
    const databaseBack = before.view?.database === false && after.view?.database === true;
    if (linkBack || databaseBack) {
      this.drafts.serverBack();
      if (this.draftList.get() === null) void this.refreshDrafts();
    }
    if (after.view?.replaced && !before.view?.replaced) this.replaced();
    // The call elsewhere is over: the telephone comes here, as at any sign-in, unless its agent said that it stays there.
    const over = after.view !== before.view && (after.view?.call ?? null) === null;
    if (after.elsewhere === 'call' && over) void this.startPhone();
  }

  /** The tab that took the telephone may be closed: then call and telephone come back here by themselves. */
  private replaced(): void {
    this.phone.stop();
    void this.lock.wait().then(this.comeBack);
  }

  private setPhone(change: Partial<PhoneState>): void {
    this.desk.take({ kind: 'phone', phone: { ...this.desk.page.get().phone, ...change } });
  }

  private async measure(page: PageState): Promise<void> {
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
    const seconds = heldSince ? Math.floor((this.desk.serverNow() - Date.parse(heldSince)) / 1000) : 0;
    if (seconds > 0 && seconds % 30 === 0) this.desk.ringer.tick();
  }

  private applySettings(): void {
    void this.phone.setOutput(this.desk.settings.store.get().voiceDevice);
  }
}

/** The server's refusals to give this page its telephone, and where that is. */
const elsewhere: Readonly<Record<string, Elsewhere>> = { 'in-call-elsewhere': 'call', replaced: 'phone' };

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
