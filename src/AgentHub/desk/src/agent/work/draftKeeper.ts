import type { DraftForm, FollowUpKind, TicketView } from '../../shared/contract';
import type { Recovery } from '../../shared/core/faults';
import type { Api } from '../../shared/live/api';
import { Refusal, sentenceOf } from '../../shared/live/http';
import { Store } from '../../shared/session/store';
import { common } from '../../shared/texts';
import {
  type Draft,
  type DraftMessage,
  type FieldName,
  fieldNames,
  isDirty,
  nextSaveAt,
  openDraft,
  payload,
  reduceDraft,
} from '../core/draft';
import { isKept, type Problem, verdictOf } from '../core/keeping';
import { detailOf, noOutcome, type OutcomeDetail, reasonOf, summaryOf } from '../core/submit';
import { agentWords } from '../texts';

export interface DraftEntry {
  /** What the server last sent; null while the ticket could not be loaded yet. */
  ticket: TicketView | null;
  draft: Draft;
  detail: OutcomeDetail;
  /** A refusal that trying again will not cure. */
  problem: Problem | null;
}

export interface DraftBook {
  entries: Readonly<Record<string, DraftEntry>>;
  recovery: Recovery | null;
}

const loadDelays = [300, 700, 1500, 3000] as const;

/** Keeps the tickets that are being written, sends changes when they are due and again when the server is back, and lets go of what is done. */
export class DraftKeeper {
  readonly book = new Store<DraftBook>({ entries: {}, recovery: null });
  private timer: number | undefined;
  private readonly loading = new Set<string>();
  private shown: ReadonlySet<string> = new Set();
  private stopped = false;

  constructor(
    private readonly api: Api,
    /** Told once of words that cannot be saved. */
    private readonly onLost: (sentence: string) => void,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.sendBeforeHiding);
    window.addEventListener('beforeunload', this.warnBeforeLoss);
  }

  /** Nothing of any citizen stays behind. */
  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    this.book.set({ entries: {}, recovery: null });
    document.removeEventListener('visibilitychange', this.sendBeforeHiding);
    window.removeEventListener('beforeunload', this.warnBeforeLoss);
  }

  entry(ticketId: string): DraftEntry | undefined {
    return this.book.get().entries[ticketId];
  }

  /** What is on screen from now on; the rest goes as soon as the server has it. */
  show(tickets: ReadonlySet<string>): void {
    this.shown = tickets;
    this.prune();
  }

  /** Loads the ticket. What the agent already typed stays; what the server has newer comes in beside it. */
  open(ticketId: string): void {
    if (this.loading.has(ticketId)) return;
    this.loading.add(ticketId);
    void this.load(ticketId, 0);
  }

  edit(ticketId: string, change: Partial<DraftForm>): void {
    this.apply(ticketId, { kind: 'edited', change, at: Date.now() });
  }

  settle(ticketId: string, field: keyof DraftForm, keep: 'mine' | 'theirs'): void {
    if (field !== 'version') this.apply(ticketId, { kind: 'settled', field, keep, at: Date.now() });
  }

  setDetail(ticketId: string, change: Partial<OutcomeDetail>): void {
    const entry = this.entry(ticketId);
    if (!entry) return;
    const detail = { ...entry.detail, ...change };
    this.put(ticketId, { ...entry, detail });
    this.edit(ticketId, {
      outcome: detail.outcome,
      summary: summaryOf(detail),
      reasonCode: reasonOf(detail),
    });
  }

  /** The server or its database is back: what waited goes now. */
  serverBack(): void {
    for (const [ticketId, entry] of Object.entries(this.book.get().entries)) {
      if (!entry.ticket && !entry.problem) this.open(ticketId);
      if (entry.draft.failures > 0) this.apply(ticketId, { kind: 'serverBack', at: Date.now() });
    }
  }

  /** Saves what was typed now, not a moment later: the ticket goes to somebody else. False where the server has not got it. */
  async flush(ticketId: string): Promise<boolean> {
    await this.settleSending(ticketId);
    const before = this.entry(ticketId);
    if (before && nextSaveAt(before.draft) !== null) await this.send(ticketId, false);
    const entry = this.entry(ticketId);
    return !entry || !isDirty(entry.draft);
  }

  /** Records the outcome with everything typed so far. Throws a Refusal that says what is wrong. */
  async submit(callId: string, ticketId: string): Promise<TicketView> {
    await this.settleSending(ticketId);
    const { detail } = this.entry(ticketId) ?? {};
    const outcome = detail?.outcome;
    if (!detail || !outcome) throw new Error('no outcome chosen');
    return this.end(ticketId, (form) =>
      this.api.outcome(callId, { ...form, outcome, summary: summaryOf(detail), reasonCode: reasonOf(detail) }),
    );
  }

  /** The matter has a ticket: that one gets the words, and this draft ends with what was typed so far. Throws as `submit`. */
  async followUp(
    callId: string,
    ticketId: string,
    earlier: Pick<TicketView, 'id' | 'version'>,
    kind: FollowUpKind,
    words: string,
  ): Promise<TicketView> {
    await this.settleSending(ticketId);
    const about = { kind, earlier: earlier.id, earlierVersion: earlier.version, words };
    return this.end(ticketId, (form) =>
      // Of an outcome that was begun nothing is told: it is another.
      this.api.followUp(callId, { ...form, outcome: null, summary: '', reasonCode: null, ...about }),
    );
  }

  private async end(ticketId: string, record: (form: DraftForm) => Promise<TicketView>): Promise<TicketView> {
    const entry = this.entry(ticketId);
    if (!entry) throw new Error('no such draft');
    const form = payload(entry.draft);
    // Nothing is saved beside it: a draft that comes after its outcome would be refused.
    this.apply(ticketId, { kind: 'sendingStarted', at: Date.now() });
    try {
      const ticket = await record(form);
      this.put(ticketId, { ...entry, ticket, draft: openDraft(ticket), detail: detailOf(ticket), problem: null });
      return ticket;
    } catch (error) {
      const current = currentOf(error);
      if (current?.id === ticketId) this.takeCurrent(ticketId, current);
      else {
        // Where it is the other ticket that changed, nothing is wrong with this one.
        if (!current) this.setProblem(ticketId, error);
        this.apply(ticketId, { kind: 'notTaken', at: Date.now() });
      }
      throw error;
    }
  }

  /** How many tickets have changes that the server does not know of and can still get. */
  unsent(): number {
    return this.count(({ draft }) => isDirty(draft) && draft.barred === null);
  }

  /** How many have changes that it does not take. */
  refused(): number {
    return this.count(({ draft }) => isDirty(draft) && draft.barred !== null);
  }

  /** What the server does not know yet, to be taken over by the next sign-in of the same agent on this page. */
  unsentEntries(): Readonly<Record<string, DraftEntry>> {
    const entries = Object.entries(this.book.get().entries).filter(([, { draft }]) => isKept(draft, false));
    return Object.fromEntries(
      entries.map(([id, entry]) => [
        id,
        { ...entry, draft: reduceDraft(entry.draft, { kind: 'failed', at: Date.now() }) },
      ]),
    );
  }

  adopt(entries: Readonly<Record<string, DraftEntry>>): void {
    for (const [ticketId, entry] of Object.entries(entries)) this.put(ticketId, entry);
    this.serverBack();
  }

  private async load(ticketId: string, attempt: number): Promise<void> {
    try {
      const ticket = await this.api.ticket(ticketId);
      this.loading.delete(ticketId);
      if (!this.isWanted(ticketId)) return;
      const known = this.entry(ticketId);
      const draft = known
        ? reduceDraft(known.draft, { kind: 'refreshed', current: ticket, at: Date.now() })
        : openDraft(ticket);
      const detail = known ? detailBeside(known, draft) : detailOf(ticket);
      this.put(ticketId, { ticket, draft, detail, problem: null });
    } catch (error) {
      const again = verdictOf(statusOf(error)) === 'again' && statusOf(error) !== 401;
      if (!again || this.stopped || !this.isWanted(ticketId)) this.loading.delete(ticketId);
      if (this.stopped || !this.isWanted(ticketId)) return;
      // The form is there all the same: version 0 makes the server answer the first save with what it has.
      if (!this.entry(ticketId)) {
        this.put(ticketId, { ticket: null, draft: openDraft(blank(ticketId)), detail: noOutcome, problem: null });
      }
      if (again) window.setTimeout(() => void this.load(ticketId, attempt + 1), loadDelays[attempt] ?? 5000);
      else this.setProblem(ticketId, error);
    }
  }

  private isWanted(ticketId: string): boolean {
    return this.shown.has(ticketId) || this.entry(ticketId) !== undefined;
  }

  private apply(ticketId: string, message: DraftMessage): void {
    const entry = this.entry(ticketId);
    if (!entry) return;
    const recovered = message.kind === 'saved' && entry.draft.failures > 0;
    const draft = reduceDraft(entry.draft, message);
    const ticket = 'current' in message ? message.current : entry.ticket;
    this.put(ticketId, { ...entry, ticket, draft, detail: detailBeside(entry, draft) });
    if (recovered) this.noteRecovery();
  }

  /** The server holds something newer. If that is an outcome, what was typed beside it has no place any more. */
  private takeCurrent(ticketId: string, current: TicketView): void {
    const entry = this.entry(ticketId);
    this.apply(ticketId, { kind: 'refused', current, at: Date.now() });
    if (entry && isDirty(entry.draft) && current.state !== 'draft') this.onLost(agentWords.closedMeanwhile);
  }

  private put(ticketId: string, entry: DraftEntry): void {
    const book = this.book.get();
    this.book.set({ ...book, entries: { ...book.entries, [ticketId]: entry } });
    this.schedule();
  }

  private prune(): void {
    const book = this.book.get();
    const all = Object.entries(book.entries);
    const kept = all.filter(([id, { draft }]) => isKept(draft, this.shown.has(id)));
    if (kept.length < all.length) this.book.set({ ...book, entries: Object.fromEntries(kept) });
  }

  private noteRecovery(): void {
    const book = this.book.get();
    const recent = book.recovery && Date.now() - book.recovery.at < 5000 ? book.recovery.uploaded : 0;
    this.book.set({ ...book, recovery: { at: Date.now(), uploaded: recent + 1 } });
  }

  private count(which: (entry: DraftEntry) => boolean): number {
    return Object.values(this.book.get().entries).filter(which).length;
  }

  private schedule(): void {
    window.clearTimeout(this.timer);
    if (this.stopped) return;
    const dues = Object.values(this.book.get().entries)
      .map((entry) => nextSaveAt(entry.draft))
      .filter((due) => due !== null);
    if (dues.length === 0) return;
    this.timer = window.setTimeout(() => this.sendDue(), Math.max(0, Math.min(...dues) - Date.now()));
  }

  private sendDue(): void {
    const now = Date.now();
    for (const [ticketId, entry] of Object.entries(this.book.get().entries)) {
      const due = nextSaveAt(entry.draft);
      if (due !== null && due <= now) void this.send(ticketId, false);
    }
    this.schedule();
  }

  private async send(ticketId: string, keepalive: boolean): Promise<void> {
    this.apply(ticketId, { kind: 'sendingStarted', at: Date.now() });
    const form = this.entry(ticketId)?.draft.sending;
    if (!form) return;
    try {
      const saved = await this.api.saveDraft(ticketId, form, keepalive);
      this.apply(ticketId, { kind: 'saved', version: saved.version, savedAt: saved.savedAt, at: Date.now() });
      this.setProblem(ticketId, null);
    } catch (error) {
      this.takeRefusal(ticketId, error);
    }
    this.prune();
  }

  private takeRefusal(ticketId: string, error: unknown): void {
    const current = currentOf(error);
    const verdict = verdictOf(statusOf(error));
    if (current) this.takeCurrent(ticketId, current);
    else if (verdict === 'again') this.apply(ticketId, { kind: 'failed', at: Date.now() });
    else {
      this.setProblem(ticketId, error);
      this.apply(ticketId, { kind: 'barred', by: verdict === 'gone' ? 'ticket' : 'content', at: Date.now() });
      if (verdict === 'gone') this.onLost(agentWords.notSaved(sentenceOf(error)));
    }
  }

  private setProblem(ticketId: string, error: unknown): void {
    const entry = this.entry(ticketId);
    if (!entry || (error === null && entry.problem === null)) return;
    const values = entry.draft.sending ?? entry.draft.values;
    this.put(ticketId, { ...entry, problem: error === null ? null : problemOf(error, values) });
  }

  /** An outcome must not overtake a draft that is on its way. */
  private async settleSending(ticketId: string): Promise<void> {
    for (let waited = 0; waited < 100 && this.entry(ticketId)?.draft.sending; waited += 1) {
      await new Promise((resolve) => window.setTimeout(resolve, 100));
    }
  }

  private readonly sendBeforeHiding = () => {
    if (document.visibilityState !== 'hidden') return;
    for (const [ticketId, entry] of Object.entries(this.book.get().entries)) {
      if (nextSaveAt(entry.draft) !== null) void this.send(ticketId, true);
    }
  };

  private readonly warnBeforeLoss = (event: BeforeUnloadEvent) => {
    const atRisk = this.count(({ draft }) => draft.failures > 0 && isDirty(draft)) > 0;
    if (atRisk) event.preventDefault();
  };
}

const statusOf = (error: unknown): number => (error instanceof Refusal ? error.status : 0);

/** What a refusal says of the form as it was sent. */
export function problemOf(error: unknown, values: DraftForm): Problem {
  const named: readonly string[] = error instanceof Refusal ? error.fields : [];
  const fields: FieldName[] = fieldNames.filter((field) => named.includes(field));
  return { sentence: sentenceOf(error), code: error instanceof Refusal ? error.code : '', fields, values };
}

function currentOf(error: unknown): TicketView | null {
  if (!(error instanceof Refusal) || error.status !== 409 || error.code !== 'version') return null;
  return (error.body as { current?: TicketView } | null)?.current ?? null;
}

/** What was typed stays as it was typed; another value comes only from the server. */
function detailBeside(entry: DraftEntry, { values }: Draft): OutcomeDetail {
  const { detail } = entry;
  const same = detail.outcome === values.outcome && summaryOf(detail) === values.summary;
  return same ? detail : detailOf(values);
}

function blank(id: string): TicketView {
  return {
    id,
    number: null,
    state: 'draft',
    stateText: common.draft,
    demandType: null,
    category: null,
    title: '',
    unit: null,
    caller: '',
    dialled: '',
    callId: '',
    createdAt: '',
    agentId: '',
    version: 0,
    text: '',
    place: '',
    requesterName: '',
    requesterKind: 'person',
    contactNumber: '',
    accusedUnit: null,
    confidential: false,
    urgency: 'normal',
    outcome: null,
    summary: '',
    reasonCode: null,
    acceptedAt: null,
    savedAt: '',
    recording: false,
    expedited: 0,
    expeditedAt: null,
    earlier: null,
    followUps: [],
  };
}
