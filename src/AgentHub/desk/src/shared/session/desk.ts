import type { AgentState, ReferenceView, Role, SessionView } from '../contract';
import { type Message, newPage, type PageState, reducePage } from '../core/page';
import type { Api } from '../live/api';
import { newId } from '../live/http';
import { Hub } from '../live/hub';
import { Ringer } from '../live/ringer';
import { Clock } from './clock';
import type { SettingsStore } from './settings';
import { Store } from './store';
import type { Workplace } from './workplace';

const emptyReference: ReferenceView = {
  demandTypes: [],
  categories: [],
  units: [],
  breakReasons: [],
  notAcceptReasons: [],
  referralReasons: [],
  formerReasons: [],
  skills: [],
};

/** One signed-in page, whoever sits there: the server's views, and what is asked of the server. */
export class Desk {
  readonly page = new Store<PageState>(newPage(Date.now()));
  readonly reference = new Store<ReferenceView>(emptyReference);
  /** One line in the call bar: why a key did nothing, or what a refusal said. Gone after a few seconds. */
  readonly note = new Store<string | null>(null);
  readonly clock = new Clock();
  readonly ringer = new Ringer();
  /** The newest page of an agent rings: the server knows pages by this. */
  readonly pageId = newId();
  readonly workplace: Workplace;
  private readonly hub: Hub;
  private noteTimer: number | undefined;
  private stopped = false;
  private forgetSettings = () => {};

  constructor(
    readonly session: SessionView,
    readonly api: Api,
    readonly settings: SettingsStore,
    openWorkplace: (desk: Desk) => Workplace,
    private readonly onSignedOut: () => void,
  ) {
    this.workplace = openWorkplace(this);
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
    this.clock.now.subscribe(() => this.workplace.everySecond());
    this.applySettings();
    this.forgetSettings = this.settings.store.subscribe(() => this.applySettings());
    void this.hub.start();
    void this.loadReference();
    this.workplace.start();
    // Nothing is said to Asterisk when the page goes: a BYE would end the call that the next page brings back.
    window.addEventListener('pointerdown', () => this.ringer.unlock(), { once: true });
  }

  stop(): void {
    this.stopped = true;
    this.ringer.silence();
    this.workplace.stop();
    this.clock.stop();
    this.forgetSettings();
    void this.hub.stop();
    // Somebody else may sit down here next: what was shown of citizens goes with the sign-in.
    this.page.set(newPage(Date.now()));
  }

  take(message: Message): void {
    const before = this.page.get();
    const after = reducePage(before, message);
    if (after === before) return;
    this.page.set(after);
    this.workplace.follow(before, after);
    this.follow(before, after);
  }

  /** Shift leaders and administrators who are no agents have no telephone here. */
  get takesCalls(): boolean {
    return takesCalls(this.session);
  }

  /** Milliseconds of the server's clock. */
  serverNow(): number {
    return Date.now() + this.page.get().clockOffset;
  }

  say(text: string): void {
    window.clearTimeout(this.noteTimer);
    this.note.set(text);
    this.noteTimer = window.setTimeout(() => this.note.set(null), 6000);
  }

  /** Takes back what was said, if it still stands there: its reason is gone. */
  unsay(text: string): void {
    if (this.note.get() === text) this.note.set(null);
  }

  setState = (state: AgentState, reason?: string) => this.api.setState(state, reason);

  /** The server grants it or says why not: until then the agent stays at work, and his telephone registered. */
  async signOut(): Promise<void> {
    await this.api.signOut();
    this.workplace.stop();
    this.onSignedOut();
  }

  /** The same person signs in once more on this page, in a call that goes on meanwhile. */
  async signInAgain(password: string, code: string | null): Promise<void> {
    await this.api.signIn({ agentId: this.session.agent?.id ?? '', password, code });
    this.take({ kind: 'signInOver', over: false });
    this.workplace.signedInAgain();
  }

  private follow(before: PageState, after: PageState): void {
    if (before.link.state === 'up' && after.link.state === 'down') this.ringer.lowTone();
    const linkBack = before.link.state !== 'up' && after.link.state === 'up';
    const databaseBack = before.view?.database === false && after.view?.database === true;
    if ((linkBack || databaseBack) && this.reference.get() === emptyReference) void this.loadReference();
    if (after.view?.replaced && !before.view?.replaced) void this.hub.stop();
  }

  private applySettings(): void {
    const settings = this.settings.store.get();
    this.ringer.volume = settings.ringVolume;
    this.ringer.setOutput(settings.ringDevice);
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

export function takesCalls(session: SessionView): boolean {
  return session.agent?.roles.includes('agent') ?? false;
}

/** Leads a shift: sees the floor. */
export function leads(session: SessionView): boolean {
  return session.agent?.roles.includes('shiftLeader') ?? false;
}

/** Those through whose hands cases go: the hotline's people of the loop, and the units'. */
const ofCases: readonly Role[] = [
  'shiftLeader',
  'unit',
  'unitReviewer',
  'countyStation',
  'dispatcher',
  'returnReviewer',
  'extensionReviewer',
  'closeReviewer',
  'coordinator',
  'revisitOfficer',
  'supervisor',
];

/** Has lists of cases to work on. */
export function worksOnCases(session: SessionView): boolean {
  return session.agent?.roles.some((role) => ofCases.includes(role)) ?? false;
}

/** Has to do with citizens' matters; administrators have not. */
export function readsTickets(session: SessionView): boolean {
  return takesCalls(session) || worksOnCases(session);
}

/** Hands tickets to units, and brings those of before in. */
export function dispatches(session: SessionView): boolean {
  const roles = session.agent?.roles ?? [];
  return roles.includes('dispatcher') || roles.includes('shiftLeader');
}

/** Looks after the system: its numbers. */
export function setsUp(session: SessionView): boolean {
  return session.agent?.roles.includes('administrator') ?? false;
}

/** Sees what did not go out of the house, and does something about it. */
export function managesNotices(session: SessionView): boolean {
  return leads(session) || setsUp(session);
}

/** Reads the audit, and nobody else does. */
export function audits(session: SessionView): boolean {
  return session.agent?.roles.includes('auditor') ?? false;
}

/** Makes accounts and changes them: others', or administrators'. */
export function administers(session: SessionView): boolean {
  const roles = session.agent?.roles ?? [];
  return roles.includes('administrator') || roles.includes('securityAdministrator');
}
