import type { DraftForm, TicketView } from '../core/contract';
import { type Draft, type DraftMessage, isDirty, nextSaveAt, openDraft, payload, reduceDraft } from '../core/draft';
import type { Recovery } from '../core/faults';
import { detailOf, noOutcome, type OutcomeDetail, summaryOf } from '../core/submit';
import type { Api } from '../live/api';
import { Refusal, sentenceOf } from '../live/http';
import { Store } from './store';

export interface DraftEntry {
  /** What the server last sent; null while the ticket could not be loaded yet. */
  ticket: TicketView | null;
  draft: Draft;
  detail: OutcomeDetail;
  /** A refusal that trying again will not cure, in Chinese. */
  problem: string | null;
}

export interface DraftBook {
  entries: Readonly<Record<string, DraftEntry>>;
  recovery: Recovery | null;
}

const loadDelays = [300, 700, 1500, 3000] as const;

/** Keeps every ticket being written, sends changes when they are due and again when the server is back. */
export class DraftKeeper {
  readonly book = new Store<DraftBook>({ entries: {}, recovery: null });
  private timer: number | undefined;
  private readonly loading = new Set<string>();
  private stopped = false;

  constructor(private readonly api: Api) {}

  start(): void {
    document.addEventListener('visibilitychange', this.sendBeforeHiding);
    window.addEventListener('beforeunload', this.warnBeforeLoss);
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.sendBeforeHiding);
    window.removeEventListener('beforeunload', this.warnBeforeLoss);
  }

  entry(ticketId: string): DraftEntry | undefined {
    return this.book.get().entries[ticketId];
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
      reasonCode: detail.outcome === 'notAccepted' ? detail.reasonCode : null,
    });
  }

  /** The server or its database is back: what waited goes now. */
  serverBack(): void {
    for (const [ticketId, entry] of Object.entries(this.book.get().entries)) {
      if (!entry.ticket) this.open(ticketId);
      if (entry.draft.failures > 0) this.apply(ticketId, { kind: 'serverBack', at: Date.now() });
    }
  }

  /** Saves what was typed now, not a moment later: the ticket goes to somebody else. */
  async flush(ticketId: string): Promise<void> {
    await this.settleSending(ticketId);
    const entry = this.entry(ticketId);
    if (entry && nextSaveAt(entry.draft) !== null) await this.send(ticketId, false);
  }

  /** Records the outcome with everything typed so far. Throws a Refusal that says what is wrong. */
  async submit(callId: string, ticketId: string): Promise<TicketView> {
    await this.settleSending(ticketId);
    const entry = this.entry(ticketId);
    if (!entry?.detail.outcome) throw new Error('no outcome chosen');
    const form = payload(entry.draft);
    // Nothing is saved beside it: a draft that comes after its outcome would be refused.
    this.apply(ticketId, { kind: 'sendingStarted', at: Date.now() });
    try {
      const { detail } = entry;
      const ticket = await this.api.outcome(callId, {
        ...form,
        outcome: entry.detail.outcome,
        summary: summaryOf(detail),
        reasonCode: detail.outcome === 'notAccepted' ? detail.reasonCode : null,
      });
      this.put(ticketId, { ...entry, ticket, draft: openDraft(ticket), problem: null });
      return ticket;
    } catch (error) {
      const current = currentOf(error);
      this.apply(
        ticketId,
        current ? { kind: 'refused', current, at: Date.now() } : { kind: 'notTaken', at: Date.now() },
      );
      throw error;
    }
  }

  /** How many tickets have changes that the server does not know of. */
  unsent(): number {
    return Object.values(this.book.get().entries).filter((entry) => isDirty(entry.draft)).length;
  }

  /** What the server does not know yet, to be taken over by the next sign-in of the same agent on this page. */
  unsentEntries(): Readonly<Record<string, DraftEntry>> {
    const entries = Object.entries(this.book.get().entries).filter(
      ([, entry]) => isDirty(entry.draft) || entry.draft.sending,
    );
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
      const known = this.entry(ticketId);
      const draft = known
        ? reduceDraft(known.draft, { kind: 'refreshed', current: ticket, at: Date.now() })
        : openDraft(ticket);
      const detail = known ? detailBeside(known, draft) : detailOf(ticket);
      this.loading.delete(ticketId);
      this.put(ticketId, { ticket, draft, detail, problem: null });
    } catch (error) {
      // The form is there all the same: version 0 makes the server answer the first save with what it has.
      if (!this.entry(ticketId)) {
        this.put(ticketId, { ticket: null, draft: openDraft(blank(ticketId)), detail: noOutcome, problem: null });
      }
      const refused = error instanceof Refusal && (error.status === 401 || error.status === 403);
      if (this.stopped || refused) {
        this.loading.delete(ticketId);
        return;
      }
      window.setTimeout(() => void this.load(ticketId, attempt + 1), loadDelays[attempt] ?? 5000);
    }
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

  private put(ticketId: string, entry: DraftEntry): void {
    const book = this.book.get();
    this.book.set({ ...book, entries: { ...book.entries, [ticketId]: entry } });
    this.schedule();
  }

  private noteRecovery(): void {
    const book = this.book.get();
    const recent = book.recovery && Date.now() - book.recovery.at < 5000 ? book.recovery.uploaded : 0;
    this.book.set({ ...book, recovery: { at: Date.now(), uploaded: recent + 1 } });
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
      const current = currentOf(error);
      if (current) this.apply(ticketId, { kind: 'refused', current, at: Date.now() });
      else this.apply(ticketId, { kind: 'failed', at: Date.now() });
      const lasting = error instanceof Refusal && !current && error.status >= 400 && error.status < 500;
      this.setProblem(ticketId, lasting ? sentenceOf(error) : null);
    }
  }

  private setProblem(ticketId: string, problem: string | null): void {
    const entry = this.entry(ticketId);
    if (entry && entry.problem !== problem) this.put(ticketId, { ...entry, problem });
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
    const atRisk = Object.values(this.book.get().entries).some(
      (entry) => entry.draft.failures > 0 && isDirty(entry.draft),
    );
    if (atRisk) event.preventDefault();
  };
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
    stateText: '草稿',
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
    confidential: false,
    urgency: 'normal',
    outcome: null,
    summary: '',
    reasonCode: null,
    acceptedAt: null,
    savedAt: '',
    recording: false,
  };
}
