/**
 * What passes between the desk and the server. The C# side is src/AgentHub/Screens/DeskView.cs and src/AgentHub/Api;
 * a test compares the two, so neither can drift alone.
 *
 * Times are ISO-8601 UTC. `version` grows by at least one per message of one connection; a view is whole, never a delta:
 * the newest one is all there is to know.
 */

export type AgentState =
  | 'offline' | 'ready' | 'notReady' | 'break' | 'ringing' | 'talking' | 'afterCallWork';

/** Why an agent is set aside although nobody pressed 示忙. */
export type SetAsideReason = 'missed' | 'rejected' | 'phoneLost' | 'phoneFailed' | 'signedIn' | 'requested';

export type MergeMode =
  | 'main' | 'fullMerge' | 'dualNumber' | 'dualNumberSeatsRetained' | 'subCentre' | 'parallelAnswering'
  | 'callDiversion' | 'legacyTransferNumber' | 'seatsKeptWithTransfer';

/** Server → browser over SignalR (/hub/desk?pageId=…), method "desk". */
export interface DeskView {
  version: number;
  /** The server's clock when the view was made: the page shows timers by it. */
  now: string;
  /** False while Asterisk is away: calls talk on, nothing can be commanded. */
  telephony: boolean;
  /** False while the database is away: calls go on, tickets wait. */
  database: boolean;
  /** How many writes wait for the database. */
  pendingWrites: number;
  /** Set when this page was replaced by a newer one of the same agent: it stops answering calls. */
  replaced: boolean;
  agent: DeskAgent;
  call: DeskCall | null;
  queues: QueueFigure[];
}

export interface DeskAgent {
  id: string;
  name: string;
  state: AgentState;
  since: string;
  /** Break reason, or the cause of being set aside (SetAsideReason). */
  reason: string | null;
  /** The state that begins when the present call is over, if asked for. */
  next: AgentState | null;
  phoneRegistered: boolean;
}

export interface QueueFigure { skill: string; name: string; waiting: number; longestSince: string | null }

export type DeskCallState = 'ringing' | 'talking' | 'held' | 'lost' | 'ended';

export interface DeskCall {
  id: string;
  ticketId: string;
  state: DeskCallState;
  number: DialledNumber;
  caller: CallerView;
  arrivedAt: string;
  queuedAt: string;
  offeredAt: string | null;
  answeredAt: string | null;
  heldSince: string | null;
  endedAt: string | null;
  endedBy: 'caller' | 'agent' | 'party' | 'system' | null;
  /** While ringing: when the ring is given to the next agent. */
  ringUntil: string | null;
  /** True when this ring brings back a call that this agent lost (page reload): answer at once. */
  resume: boolean;
  /** One sentence in Chinese: why this call rings here. */
  why: string;
  recording: boolean;
  party: PartyView | null;
  /** How the last attempt to bring in a third party failed; null when there was none or it succeeded. */
  partyFailure: PartyFailure | null;
  /** Set once an outcome (CALL-07) is recorded. */
  outcome: Outcome | null;
  /** After-call work should end by then; null while the call lasts. */
  wrapUpUntil: string | null;
  wrapUpExtensionsLeft: number;
}

export interface DialledNumber {
  dialled: string; name: string; mode: MergeMode; modeText: string;
  responsibleUnit: string; remark: string; skill: string | null;
}

export interface CallerView {
  /** 138****6021, or 无号码. The whole number comes only from POST /api/calls/{id}/reveal, which is audited. */
  masked: string;
  withheld: boolean;
  area: string | null;
}

export interface PartyView { target: string; name: string; state: 'dialling' | 'ringing' | 'joined'; since: string }
export interface PartyFailure { target: string; name: string; reason: 'busy' | 'noAnswer' | 'rejected' | 'failed' }

/** CALL-07: a call is wrapped up only with one of these. referral: another body's to take up by its duties (ACC-14). */
export type Outcome = 'directAnswer' | 'ticket' | 'transfer' | 'notAccepted' | 'referral';

/** Server → browser, method "floor" (shift leader and administrator only). */
export interface FloorView {
  version: number;
  now: string;
  telephony: boolean;
  agents: FloorAgent[];
  waiting: FloorWaiting[];
  calls: FloorCall[];
  truth: TruthView;
}
export interface TruthView { lookedAt: string | null; today: number; kinds: TruthKind[] }
export interface TruthKind { text: string; count: number }
/** A caller who asked to be called back; the number is masked. */
export interface CallBack {
  callId: string; caller: string; dialled: string; name: string; queuedAt: string | null; askedAt: string | null;
}
export interface FloorAgent {
  id: string; name: string; state: AgentState; since: string; reason: string | null;
  phoneRegistered: boolean; skills: string[]; callId: string | null;
}
export interface FloorWaiting {
  callId: string; dialled: string; name: string; caller: string; queuedAt: string; step: string; why: string;
}
export interface FloorCall {
  callId: string; dialled: string; name: string; caller: string; agentId: string | null; agentName: string | null;
  state: 'offered' | 'talking' | 'held' | 'threeWay' | 'handedOver' | 'lost' | 'announcement'; since: string;
}

/* ---- HTTP -------------------------------------------------------------------------------------------------------
 * Every POST, PUT and DELETE carries the header X-CSRF-TOKEN (from GET /api/session) and, where it commands a call,
 * X-Request-Id (a random id; the same id again gives the first answer again).
 * Refusals are application/problem+json with `code` (for programs) and `detail` (Chinese, says what to do).
 *
 * GET    /api/session                       → Session (anonymous: agent null)
 * POST   /api/session                       SignIn → Session | 401 | 429
 * DELETE /api/session                       → 204 (signs out; the phone account is gone) | 409 in-call, outcome-missing, 503 busy: still signed in
 * POST   /api/phone                         { pageId, deskPhone? } → PhoneAccount. Called on every page load; the newest page rings.
 * POST   /api/desk/state                    { state: 'ready'|'notReady'|'break', reason? } → 204
 * POST   /api/desk/hold | retrieve | leave | hang-up | drop-party        → 204
 * POST   /api/desk/requeue                  { skill: string | null } → 204 (back to the line: to that skill first, null: to anybody)
 * POST   /api/desk/three-way                { target } → 204
 * POST   /api/desk/wrap-up                  { callId } → 204 (409 outcome-missing)
 * POST   /api/desk/extend-wrap-up           { callId } → 204
 * POST   /api/calls/{id}/reveal             { purpose } → { number }
 * GET    /api/calls/{id}/history            → CallerHistory (of the caller of that call)
 * GET    /api/calls/{id}/recording          → audio/wav, two channels: left caller, right what the caller heard
 * POST   /api/calls/{id}/outcome            OutcomeForm → TicketView
 * GET    /api/call-backs                    shift leaders: CallBack[] (asked for, not yet done)
 * POST   /api/call-backs/{id}/done          → 204 (409 called-back: somebody was faster)
 * GET    /api/tickets/{id}                  → TicketView
 * PUT    /api/tickets/{id}/draft            DraftForm → { version, savedAt } | 409 { code: 'version', current: TicketView }
 * GET    /api/tickets?query=&state=&page=   → TicketPage (number, caller's whole number, or words of the text)
 * GET    /api/drafts                        → TicketSummary[] (mine, unfinished)
 * GET    /api/parties                       → Party[] (whom one may bring in)
 * GET    /api/reference                     → Reference (demand types, categories, units, reasons of breaks, refusals and referrals)
 * GET    /api/people                        administrators: accounts (see /openapi/v1.json)
 * PUT    /api/people/{id}                   { name, roles, skills, enabled, newPassword } → { person, password? (shown once) }
 * GET    /healthz                           → Health
 * ---------------------------------------------------------------------------------------------------------------- */

export interface Session {
  agent: { id: string; name: string; roles: Role[] } | null;
  csrf: string;
  city: string;
  /** Minutes of idleness after which the sign-in ends. */
  idleMinutes: number;
}
export type Role = 'agent' | 'shiftLeader' | 'administrator';
export interface SignIn { agentId: string; password: string }

export interface PhoneAccount {
  /** ws:// or wss:// straight to Asterisk. */
  webSocketUrl: string;
  /** sip:ENDPOINT@DOMAIN */
  uri: string;
  authorizationUser: string;
  realm: string;
  /** MD5(user:realm:secret), RFC 2617 A1. Good for this sign-in only. */
  ha1: string;
  /** Only where deskPhone was asked for: what a SIP phone on the desk is set up with. */
  secret?: string | null;
}

export interface DraftForm {
  version: number;
  demandType: string | null; category: string | null; title: string; text: string; place: string;
  requesterName: string; requesterKind: 'person' | 'legalPerson' | 'otherOrganization'; contactNumber: string;
  unit: string | null; confidential: boolean; urgency: 'normal' | 'special' | 'specialUrgent';
  /** In a draft: what is chosen so far; nothing is recorded by it. */
  outcome: Outcome | null;
  /** directAnswer: the answer given. notAccepted, referral: the guidance given. transfer: to whom and whether taken over. */
  summary: string;
  /** notAccepted and referral only: code of the reason (ACC-10, ACC-14). */
  reasonCode: string | null;
}

export interface OutcomeForm extends DraftForm {
  outcome: Outcome;
}

export type TicketState =
  | 'draft' | 'accepted' | 'answeredDirect' | 'transferred' | 'notAccepted' | 'referred';

export interface TicketSummary {
  id: string; number: string | null; state: TicketState; stateText: string; demandType: string | null; category: string | null;
  title: string; unit: string | null; caller: string; dialled: string; callId: string; createdAt: string; agentId: string;
}
export interface TicketView extends TicketSummary, DraftForm {
  acceptedAt: string | null; savedAt: string; recording: boolean;
}
export interface TicketPage { items: TicketSummary[]; total: number; page: number; pageSize: number }

export interface CallerHistory {
  calls: { id: string; dialled: string; name: string; at: string; agentId: string | null; outcome: Outcome | null; title: string }[];
  tickets: TicketSummary[];
  callsIn90Days: number;
}

/** Whom one may bring in; not callable: shown, but its trunk is not agreed yet. */
export interface Party { target: string; name: string; kind: 'subCentre' | 'emergency' | 'line'; callable: boolean }
export interface CodeName { code: string; name: string }
export interface Category extends CodeName { children?: Category[] }
/** The guidance is what the agent says to the caller; {…} in it is filled in. */
export interface NotAcceptReason { code: string; name: string; guidance: string }
export interface ReferralReason { code: string; name: string; responsible: string; guidance: string }
export interface Reference {
  demandTypes: CodeName[]; categories: Category[]; units: CodeName[]; breakReasons: CodeName[];
  notAcceptReasons: NotAcceptReason[];
  /** Empty where the city's document knows no referral: then it is no outcome there. */
  referralReasons: ReferralReason[];
  /** Of old tickets: named, never chosen. */
  formerReasons: CodeName[];
  skills: CodeName[];
}

export interface Health { live: boolean; ready: boolean; degraded: string[]; version: string; calls: number; agents: number }
