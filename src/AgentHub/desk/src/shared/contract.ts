// Generated from the server's types by "Hotline.AgentHub contract FILE", which ./hotline does after each build of the server.
// What is wrong here is put right in src/AgentHub/Contract and in the types themselves.

export type AgentState = 'offline' | 'ready' | 'notReady' | 'break' | 'ringing' | 'talking' | 'afterCallWork';

export type SetAside = 'signedIn' | 'requested' | 'missed' | 'rejected' | 'phoneLost' | 'phoneFailed';

export type DeskCallState = 'ringing' | 'talking' | 'held' | 'lost' | 'ended';

export type FloorCallState = 'offered' | 'talking' | 'held' | 'threeWay' | 'handedOver' | 'lost' | 'announcement';

export type EndedBy = 'caller' | 'agent' | 'party' | 'system';

export type MergeMode =
  | 'main'
  | 'fullMerge'
  | 'dualNumber'
  | 'dualNumberSeatsRetained'
  | 'subCentre'
  | 'parallelAnswering'
  | 'callDiversion'
  | 'legacyTransferNumber'
  | 'seatsKeptWithTransfer';

export type PartyState = 'dialling' | 'ringing' | 'joined';

export type PartyFailureReason = 'busy' | 'noAnswer' | 'rejected' | 'failed' | 'moved';

export type PartyKind = 'subCentre' | 'emergency' | 'line';

export type Role = 'agent' | 'shiftLeader' | 'administrator' | 'unit' | 'securityAdministrator' | 'auditor';

export type OutcomeKind =
  | 'directAnswer'
  | 'ticket'
  | 'transfer'
  | 'notAccepted'
  | 'referral'
  | 'supplement'
  | 'expedite';

export type TicketState =
  | 'draft'
  | 'accepted'
  | 'answeredDirect'
  | 'transferred'
  | 'notAccepted'
  | 'referred'
  | 'followedUp'
  | 'scopeCheck'
  | 'merged'
  | 'answeredByWording'
  | 'coordinationPending'
  | 'dispatched'
  | 'returnReview'
  | 'handling'
  | 'extensionReview'
  | 'temporaryClosureReview'
  | 'temporarilyClosed'
  | 'replied'
  | 'redo'
  | 'revisit'
  | 'screening'
  | 'closed'
  | 'archived'
  | 'finalCase';

export type FollowUpKind = 'supplement' | 'expedite';

export type RequesterKind = 'person' | 'legalPerson' | 'otherOrganization';

export type Urgency = 'normal' | 'special' | 'specialUrgent';

/** Everything an agent's desk shows of the floor: whole, numbered, the newest is all there is to know. */
export interface DeskView {
  /** Grows by at least one per message of one connection. */
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
  queues: readonly QueueFigure[];
}

/** What shift leaders see: whole, numbered, the newest is all there is to know. Notice is what they should have somebody look after, in a sentence; null where all is well. */
export interface FloorView {
  version: number;
  now: string;
  telephony: boolean;
  agents: readonly FloorAgent[];
  waiting: readonly FloorWaiting[];
  calls: readonly FloorCall[];
  truth: TruthView;
  notice: string | null;
}

export interface SessionView {
  /** Null while nobody is signed in. */
  agent: SessionAgent | null;
  /** Goes with every change as X-CSRF-TOKEN. */
  csrf: string;
  /** Its name. */
  city: string;
  /** Minutes of idleness after which the sign-in ends. */
  idleMinutes: number;
  /** What has to be done before anything else: password-due, totp-due; null where nothing has. */
  due: string | null;
  /** Codes are asked for at this account's sign-in. */
  totp: boolean;
  /** Characters that a new password has at least. */
  passwordLengthMin: number;
}

export interface SignInForm {
  /** Agent number. */
  agentId: string;
  /** His password. */
  password: string;
  /** For accounts with codes that change every 30 seconds; asked for by the refusal "code". */
  code?: string | null;
}

export interface PageForm {
  /** Made by the page; the newest page of an agent rings. */
  pageId: string;
  /** True for a SIP phone on the desk in place of the page's own. */
  deskPhone?: boolean;
  /** True where its owner said so: the telephone comes here from another sign-in, and a call with it. */
  takeOver?: boolean;
}

export interface PhoneView {
  /** ws:// or wss:// straight to Asterisk. */
  webSocketUrl: string;
  /** sip:ENDPOINT@DOMAIN */
  uri: string;
  /** As the registrar knows it. */
  authorizationUser: string;
  /** The registrar's. */
  realm: string;
  /** MD5(user:realm:secret), RFC 2617 A1. Good for this sign-in only. */
  ha1: string;
  /** Only where a desk phone was asked for: what a SIP phone on the desk is set up with. */
  secret: string | null;
}

/** What an agent wants to be: ready, notReady, or break with the code of a reason. */
export interface StateForm {
  state: AgentState;
  reason: string | null;
}

/** The number of a party of the city's list (parties.csv). */
export interface TargetForm {
  target: string;
}

export interface RequeueForm {
  /** Who is to have the call; null for anybody. */
  skill: string | null;
}

/** The call that is meant: a click that comes late must not hit the next one. */
export interface CallForm {
  callId: string;
}

export interface WrapUpForm {
  /** The call that is meant. */
  callId: string;
  /** Its outcome is written later: the draft waits among what the agent has to finish. */
  putOff?: boolean;
}

/** Why somebody wants the whole number, at least one character; it is kept in the audit. */
export interface PurposeForm {
  purpose: string;
}

/** The caller's whole number, as it came. */
export interface NumberView {
  number: string;
}

/** The caller's earlier calls and tickets of 90 days, newest first, at most 20 each. */
export interface HistoryView {
  calls: readonly EarlierCall[];
  tickets: readonly TicketSummary[];
  callsIn90Days: number;
}

export interface CallBackView {
  /** The call in which he asked. */
  callId: string;
  /** Masked. */
  caller: string;
  /** The number dialled. */
  dialled: string;
  /** Of that number. */
  name: string;
  /** Since when he waits. */
  queuedAt: string | null;
  /** When he asked. */
  askedAt: string | null;
}

export interface DayView {
  /** Who asked for a human today and was answered or is gone. */
  asked: number;
  /** Of these by an agent. */
  answered: number;
  /** Of these within the seconds that the city counts as soon. */
  soon: number;
  /** How many these are. */
  soonSeconds: number;
  /** Who hung up while waiting. */
  abandoned: number;
  /** Calls that are over and have no outcome yet: it is being written, or was put off (CALL-07). */
  unfinished: number;
  /** The newest of these who hung up. */
  lastAbandoned: readonly AbandonedView[];
}

/** A draft as the page sends it while somebody types. */
export interface DraftForm {
  version: number;
  demandType: string | null;
  category: string | null;
  title: string;
  text: string;
  place: string;
  requesterName: string;
  requesterKind: RequesterKind;
  contactNumber: string;
  unit: string | null;
  confidential: boolean;
  urgency: Urgency;
  /** In a draft: what is chosen so far; nothing is recorded by it. */
  outcome: OutcomeKind | null;
  /** Direct answer: what was answered. Refusal, referral: the guidance given. Transfer: to whom and whether taken over. */
  summary: string;
  /** Refusal and referral only: the code of the reason (ACC-10, ACC-14). */
  reasonCode: string | null;
}

/** One of the outcomes of CALL-07 with what it needs, to be recorded. */
export type OutcomeForm = DraftForm;

/** The call is about a matter that has a ticket: that one gets the words, and the call's own draft, as it stands, ends. */
export interface FollowUpForm extends DraftForm {
  /** Supplement or expedite. */
  kind: FollowUpKind;
  /** Id of the ticket that there is already. */
  earlier: string;
  /** The version of that ticket that the agent has before him. */
  earlierVersion: number;
  /** What the citizen said; may be empty where he only asks for it. */
  words: string;
}

/** The version that now stands; the next save names it. */
export interface DraftSaved {
  version: number;
  savedAt: string;
}

/** A whole ticket, as its page shows it. */
export interface TicketView extends TicketSummary {
  version: number;
  text: string;
  place: string;
  requesterName: string;
  requesterKind: RequesterKind;
  contactNumber: string;
  confidential: boolean;
  urgency: Urgency;
  outcome: OutcomeKind | null;
  summary: string;
  reasonCode: string | null;
  acceptedAt: string | null;
  savedAt: string;
  recording: boolean;
  /** The ticket that the matter had already; null for one of its own. */
  earlier: EarlierTicket | null;
  /** What later calls added, in their order; of a ticket that is read. An answer to a change does not tell them. */
  followUps: readonly FollowUpView[];
}

/** One page of a search; pages count from 1. Capped: there may be more than the total, which was not counted further. */
export interface TicketListView {
  items: readonly TicketSummary[];
  total: number;
  page: number;
  pageSize: number;
  capped: boolean;
}

/** One's own drafts, newest first: as many as were asked for, and how many there are in all. Capped: there may be more than the total, which was not counted further. */
export interface DraftListView {
  items: readonly TicketSummary[];
  total: number;
  capped: boolean;
}

/** The city's lists, in the order of its files. */
export interface ReferenceView {
  demandTypes: readonly CodeName[];
  categories: readonly Category[];
  units: readonly CodeName[];
  breakReasons: readonly CodeName[];
  notAcceptReasons: readonly RefusalView[];
  referralReasons: readonly ReferralView[];
  formerReasons: readonly CodeName[];
  skills: readonly CodeName[];
}

export interface PartyListed {
  /** The number dialled. */
  target: string;
  /** What the agent reads. */
  name: string;
  /** Sub-centre, emergency line or another line. */
  kind: PartyKind;
  /** False: shown, but its trunk is not agreed yet. */
  callable: boolean;
}

/** An account as the administrator sees it; Unit is the code of the unit that it works for. */
export interface PersonView {
  id: string;
  name: string;
  roles: readonly Role[];
  skills: readonly string[];
  enabled: boolean;
  unit: string | null;
}

export interface PersonForm {
  /** As colleagues see it. */
  name: string;
  /** agent, shiftLeader, unit; or one alone of administrator, securityAdministrator, auditor. */
  roles: readonly Role[];
  /** Codes of the city's skills.csv, with the level: law:4 (law alone means law:3). */
  skills: readonly string[];
  /** False closes the account; it is never deleted, since records name it. */
  enabled: boolean;
  /** Make a new one; a new account gets one in any case. */
  newPassword?: boolean;
  /** Code of the city's units.csv, for the role unit; null for the others. */
  unit?: string | null;
}

export interface PersonSaved {
  /** As it is now. */
  person: PersonView;
  /** Shown this once; null where none was made. */
  password: string | null;
}

export interface PasswordForm {
  /** The password of now. */
  current: string;
  /** The one of later. */
  password: string;
}

export interface TotpForm {
  /** The password of now. */
  password: string;
}

export interface TotpView {
  /** For applications that read no picture. */
  secret: string;
  /** otpauth://…, for a picture that an application reads. */
  uri: string;
  /** Goes back with the first code. */
  token: string;
}

export interface TotpProof {
  /** As it came. */
  token: string;
  /** What the application shows: that it works is seen before it is asked for. */
  code: string;
}

export interface OpenSession {
  /** Names it. */
  id: string;
  /** Of the browser. */
  address: string;
  /** What it calls itself. */
  browser: string;
  /** Of the sign-in. */
  startedAt: string;
  /** About when its last request came. */
  seenAt: string;
  /** The one that asks. */
  current: boolean;
}

export interface UnknownNumberView {
  /** The trunk they came by. */
  trunk: string;
  /** As it was written. */
  dialled: string;
  /** How many in the last 90 days. */
  calls: number;
  /** Of those the first. */
  firstAt: string;
  /** Of those the last. */
  lastAt: string;
}

export interface TrailView {
  /** The newest first. */
  items: readonly TrailEntry[];
  /** Goes as before with the request for the next page; null for the last. */
  next: number | null;
}

export interface TrailVerdict {
  /** Entries of the chain. */
  count: number;
  /** Hash of the last one. */
  head: string;
  /** What does not fit; empty for a chain that is whole. */
  faults: readonly string[];
}

export interface DeskAgent {
  /** The number that callers are told. */
  id: string;
  /** As colleagues see it. */
  name: string;
  /** What the agent does. */
  state: AgentState;
  /** Since when. */
  since: string;
  /** The code of the break, or why the agent was set aside (SetAside). */
  reason: string | null;
  /** The state that begins when the present call is over, if asked for. */
  next: AgentState | null;
  /** The code of the break that was asked for; null for another state. */
  nextReason: string | null;
  /** What Asterisk says of the phone. */
  phoneRegistered: boolean;
  /** The names of what the agent can do; empty where he takes general calls only. */
  skills: readonly string[];
}

/** The call that rings, talks, or waits for its outcome at this desk. */
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
  endedBy: EndedBy | null;
  /** While ringing: when the ring is given to the next agent. */
  ringUntil: string | null;
  /** True when this ring brings back a call that this agent lost (page reload): answer at once. */
  resume: boolean;
  /** One sentence: why this call rings here. */
  why: string;
  recording: boolean;
  /** Who had the call before and gave it on; null where nobody did. */
  handedOn: HandedOnView | null;
  party: PartyView | null;
  /** How the last attempt to bring in a third party failed; null when there was none or it succeeded. */
  partyFailure: PartyFailureView | null;
  /** Set once an outcome (CALL-07) is recorded. */
  outcome: OutcomeKind | null;
  /** After-call work should end by then; null while the call lasts. */
  wrapUpUntil: string | null;
  wrapUpExtensionsLeft: number;
}

/** One line of waiting callers, by the skill that they ask for. */
export interface QueueFigure {
  skill: string;
  name: string;
  waiting: number;
  longestSince: string | null;
}

/** An agent on the floor. */
export interface FloorAgent {
  id: string;
  name: string;
  state: AgentState;
  since: string;
  reason: string | null;
  phoneRegistered: boolean;
  skills: readonly string[];
  callId: string | null;
}

/** A caller who waits: since when, at which step of the plan, and why in one sentence. */
export interface FloorWaiting {
  callId: string;
  dialled: string;
  name: string;
  caller: string;
  queuedAt: string;
  step: string;
  why: string;
}

/** A call that somebody has. */
export interface FloorCall {
  callId: string;
  dialled: string;
  name: string;
  caller: string;
  agentId: string | null;
  agentName: string | null;
  state: FloorCallState;
  since: string;
}

/** How often floor, Asterisk and ledger differed today and were mended. */
export interface TruthView {
  lookedAt: string | null;
  today: number;
  kinds: readonly TruthKind[];
}

/** Who is signed in, and as what. */
export interface SessionAgent {
  id: string;
  name: string;
  roles: readonly Role[];
}

/** An earlier call of the same number; Agents talked in it, in their order; Title is that of its ticket, empty where there is none. */
export interface EarlierCall {
  id: string;
  dialled: string;
  name: string;
  at: string;
  agents: readonly string[];
  outcome: OutcomeKind | null;
  title: string;
}

/** A ticket as a line of a list; caller is masked. */
export interface TicketSummary {
  id: string;
  number: string | null;
  state: TicketState;
  stateText: string;
  demandType: string | null;
  category: string | null;
  title: string;
  unit: string | null;
  caller: string;
  dialled: string;
  callId: string;
  createdAt: string;
  agentId: string;
  /** How often its citizen asked for it, and when he last did. */
  expedited: number;
  expeditedAt: string | null;
}

/** A caller who hung up while waiting; the number is masked. */
export interface AbandonedView {
  callId: string;
  caller: string;
  dialled: string;
  name: string;
  askedAt: string;
  endedAt: string;
}

/** The ticket that a matter had already, by its id and the number that citizens know. */
export interface EarlierTicket {
  id: string;
  number: string | null;
}

/** What a later call added to a ticket: added to it or asked for it, who took that call, and what the citizen said. */
export interface FollowUpView {
  kind: FollowUpKind;
  at: string;
  agentId: string;
  callId: string;
  words: string;
}

/** A code for programs and its Chinese name for people. */
export interface CodeName {
  code: string;
  name: string;
}

export interface Category {
  /** For programs. */
  code: string;
  /** What the agent reads. */
  name: string;
  /** Other words by which agents look for it: what citizens call the matter. */
  synonyms: readonly string[];
  /** Empty for one that a ticket can name. */
  children: readonly Category[];
}

export interface RefusalView {
  /** For programs. */
  code: string;
  /** What the agent chooses. */
  name: string;
  /** What the agent says to the caller; {…} is filled in. */
  guidance: string;
}

export interface ReferralView {
  /** For programs. */
  code: string;
  /** What the agent chooses. */
  name: string;
  /** Who is in charge. */
  responsible: string;
  /** What the agent says to the caller; {…} is filled in. */
  guidance: string;
}

export interface TrailEntry {
  /** Its place in the chain. */
  seq: number;
  /** When. */
  at: string;
  /** Agent number, or a part of the system. */
  who: string;
  /** Code of the act. */
  action: string;
  /** Call, ticket or account. */
  subject: string;
  /** What it was for, or what was looked for. */
  purpose: string;
  /** Of the browser. */
  address: string;
  /** ok, or how it was refused. */
  result: string;
  /** What changed, before and after. */
  detail: string;
}

/** The number that the citizen dialled and what the city says of it. */
export interface DialledNumber {
  dialled: string;
  name: string;
  mode: MergeMode;
  modeText: string;
  responsibleUnit: string;
  remark: string;
  skill: string | null;
}

export interface CallerView {
  /** The whole number comes only from POST /api/calls/{id}/reveal, which is audited. */
  masked: string;
  /** There is no number to show. */
  withheld: boolean;
  /** Where the number is at home, if known. */
  area: string | null;
}

/** An agent who gave the call on: since when he talked, and when he gave it on. From then on the citizen waited again. */
export interface HandedOnView {
  agentId: string;
  agentName: string;
  talkedSince: string;
  at: string;
}

/** The third party that is in the call or being rung. */
export interface PartyView {
  target: string;
  name: string;
  state: PartyState;
  since: string;
}

/** Whom it could not bring in, and why (a code: busy, noAnswer, rejected, failed). */
export interface PartyFailureView {
  target: string;
  name: string;
  reason: PartyFailureReason;
}

/** One kind of difference, in words for people, and how often it was found today. */
export interface TruthKind {
  text: string;
  count: number;
}
