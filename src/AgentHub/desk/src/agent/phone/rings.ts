import { barMode, isTakenBack } from '../../shared/core/bar';
import { isGuarded } from '../../shared/core/keys';
import type { PageState } from '../../shared/core/page';
import type { Ringer } from '../../shared/live/ringer';
import { notifyRing } from '../../shared/session/notify';
import type { SettingsStore } from '../../shared/session/settings';
import type { Store } from '../../shared/session/store';
import { answerable, returning, selfAnswered } from '../core/ring';
import { agentWords } from '../texts';
import type { Softphone } from './softphone';

/** Between the beep and an answer that nobody pressed. */
const beepLength = 300;

/** Rings of the telephone: heard, answered by hand or by themselves, refused; always the ring of the call that is on screen (agent/core/ring.ts). */
export class Rings {
  /** The ring that is being answered, or was. */
  private answered: string | null = null;
  private heard: string | null = null;
  /** A call that was answered in the page a moment before its ring reached the telephone. */
  private wanted: string | null = null;
  private answeredAt: number | null = null;

  constructor(
    private readonly page: Store<PageState>,
    private readonly phone: Softphone,
    private readonly ringer: Ringer,
    private readonly settings: SettingsStore,
  ) {}

  /** Shortly after an answer the keys ignore input: the second press was meant for the ring. */
  guarded = (): boolean => isGuarded(this.answeredAt, Date.now());

  /** An answer by hand. What the agent is told where nothing was answered yet; null where it was. */
  answerByHand(): string | null {
    const { phone, view } = this.page.get();
    const ring = answerable(this.page.get(), Date.now());
    if (ring) {
      this.answer(ring.id);
      return null;
    }
    if (phone.session === null && phone.registration !== 'registered') return agentWords.noPhone;
    this.wanted = view?.call?.state === 'ringing' ? view.call.id : null;
    return agentWords.ringOnItsWay;
  }

  reject(): void {
    const ring = answerable(this.page.get(), Date.now());
    if (ring) this.phone.reject(ring.id);
  }

  /** After every change and every second: the page's patience with the server runs out by the clock. */
  follow(): void {
    const page = this.page.get();
    const now = Date.now();
    if (isTakenBack(page)) this.phone.hangUp();
    const ring = answerable(page, now);
    if (!ring) {
      this.ringer.silence();
      this.heard = null;
      return;
    }
    if (ring.id === this.answered) return;
    if (returning(page, now) || (this.wanted !== null && this.wanted === ring.call)) {
      this.answer(ring.id);
      return;
    }
    if (this.settings.store.get().autoAnswer && selfAnswered(page, now)) {
      this.answerAfterBeep(ring.id);
      return;
    }
    if (ring.id === this.heard) return;
    this.heard = ring.id;
    const shown = barMode(page, now) === 'ringing' ? page.view : null;
    this.ringer.ring(shown?.call && shown.call.number.mode !== 'main' ? 'expert' : 'normal');
    if (this.settings.store.get().notify) notifyRing(shown);
  }

  private answerAfterBeep(sessionId: string): void {
    this.answered = sessionId;
    this.ringer.beep();
    window.setTimeout(() => {
      if (selfAnswered(this.page.get(), Date.now())?.id === sessionId) this.answer(sessionId);
      else this.answered = null;
    }, beepLength);
  }

  private answer(sessionId: string): void {
    this.answered = sessionId;
    this.wanted = null;
    this.ringer.silence();
    this.answeredAt = Date.now();
    this.phone.answer(sessionId, this.settings.store.get().microphone || null);
  }
}
