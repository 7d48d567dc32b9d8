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

export type Role =
  | 'agent'
  | 'shiftLeader'
  | 'administrator'
  | 'unit'
  | 'unitReviewer'
  | 'countyStation'
  | 'dispatcher'
  | 'returnReviewer'
  | 'extensionReviewer'
  | 'closeReviewer'
  | 'coordinator'
  | 'revisitOfficer'
  | 'supervisor'
  | 'securityAdministrator'
  | 'auditor';

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

export type CalendarAlarm = 'none' | 'expected' | 'warning' | 'critical';

export type DayMarkKind = 'off' | 'work' | 'plain';

export type NoticeChannel = 'desk' | 'sms' | 'mail';

export type NoticeAudience = 'citizen' | 'lead' | 'units' | 'leader';

export type DeliveryState = 'queued' | 'failed' | 'sent' | 'dead' | 'skipped';

export type DeliveryReason =
  | 'notSetUp'
  | 'noNumber'
  | 'noMobile'
  | 'noAddress'
  | 'optedOut'
  | 'givenUp'
  | 'refused'
  | 'address'
  | 'credentials'
  | 'busy'
  | 'answer'
  | 'timeout'
  | 'unreachable'
  | 'tls'
  | 'fault';

export type LoopVerb =
  | 'dispatch'
  | 'sign'
  | 'requestReturn'
  | 'decideReturn'
  | 'respondFirst'
  | 'requestExtension'
  | 'decideExtension'
  | 'requestTemporaryClosure'
  | 'decideTemporaryClosure'
  | 'reportProgress'
  | 'subAssign'
  | 'giveOpinion'
  | 'submitReply'
  | 'reviewReply'
  | 'reviewClosing'
  | 'recordRevisit'
  | 'answerByWording'
  | 'rateByDefault'
  | 'screen'
  | 'redo'
  | 'archive'
  | 'withdraw'
  | 'urge'
  | 'supervise'
  | 'sendToCoordination'
  | 'decideCoordination'
  | 'declareFinal'
  | 'acceptFinal'
  | 'askScope'
  | 'checkScope'
  | 'markUrgent'
  | 'mergeInto'
  | 'moveRuleSet'
  | 'noteOverdue'
  | 'recountDeadlines';

export type CaseQueue =
  | 'dispatch'
  | 'scope'
  | 'coordination'
  | 'unitSign'
  | 'unitHandle'
  | 'unitReview'
  | 'unitDone'
  | 'returns'
  | 'extensions'
  | 'closures'
  | 'closing'
  | 'revisit'
  | 'screening'
  | 'final'
  | 'filing'
  | 'supervision';

export type DueFilter = 'all' | 'soon' | 'overdue';

export type LoopRefusal =
  | 'notYourRole'
  | 'notYourUnit'
  | 'accusedUnit'
  | 'notInThisState'
  | 'stale'
  | 'wishTaken'
  | 'fieldsMissing'
  | 'fieldsTooLong'
  | 'wrongTime'
  | 'unitUnknown'
  | 'unitInactive'
  | 'unitWithoutContact'
  | 'levelNotAllowed'
  | 'categoryUnknown'
  | 'unitTwice'
  | 'unitIsAccused'
  | 'finalCaseExists'
  | 'alreadySigned'
  | 'returnForbidden'
  | 'notInRedo'
  | 'scanMissing'
  | 'applicationPending'
  | 'noSuchApplication'
  | 'alreadyDecided'
  | 'ownApplication'
  | 'notUrgent'
  | 'alreadyResponded'
  | 'extensionNotForThisMatter'
  | 'extensionUsedUp'
  | 'extensionTooLate'
  | 'tooManyDays'
  | 'dueUnknown'
  | 'closureTooLate'
  | 'filingMissing'
  | 'replyPending'
  | 'noReplyPending'
  | 'ownReply'
  | 'opinionsMissing'
  | 'explanationMissing'
  | 'opinionGiven'
  | 'findingMissing'
  | 'findingContradicts'
  | 'notConnected'
  | 'tooEarly'
  | 'earlierTooFew'
  | 'notHandled'
  | 'sameUrgency'
  | 'sameRuleSet'
  | 'targetIsItself'
  | 'targetUnknown'
  | 'targetEnded'
  | 'notAStation'
  | 'notUnderStation'
  | 'wrongOrder'
  | 'onlyOfLead'
  | 'noFinalCase'
  | 'notOverdue'
  | 'alreadyMarked'
  | 'nothingMoves';

export type LoopField =
  | 'wish'
  | 'reason'
  | 'basis'
  | 'suggestedUnit'
  | 'scan'
  | 'text'
  | 'note'
  | 'lead'
  | 'coHandlers'
  | 'unit'
  | 'workingDays'
  | 'callerToldAt'
  | 'contactedAt'
  | 'progress'
  | 'nextSteps'
  | 'promisedFor'
  | 'filing'
  | 'explanation'
  | 'withoutOpinions'
  | 'missing'
  | 'ratings'
  | 'finding'
  | 'report'
  | 'signedOffBy'
  | 'document'
  | 'attendees'
  | 'opinion'
  | 'wording'
  | 'attachment'
  | 'question'
  | 'reasonCode'
  | 'guidance'
  | 'target'
  | 'ruleSet';

export type TicketRole =
  | 'agent'
  | 'shiftLeader'
  | 'administrator'
  | 'system'
  | 'dispatcher'
  | 'unitHandler'
  | 'unitReviewer'
  | 'countyStation'
  | 'returnReviewer'
  | 'extensionReviewer'
  | 'closeReviewer'
  | 'coordinator'
  | 'revisitOfficer'
  | 'supervisor';

export type DeadlineTimer =
  | 'dispatch'
  | 'sign'
  | 'return'
  | 'handle'
  | 'firstResponse'
  | 'feedback'
  | 'report'
  | 'promise'
  | 'revisit'
  | 'rating'
  | 'correction';

export type OverdueCause = 'sign' | 'return' | 'firstResponse' | 'handle' | 'report' | 'promise' | 'dispatch';

export type AssignmentKind = 'lead' | 'coHandler' | 'nested';

export type AssignmentState = 'open' | 'signedFor' | 'done' | 'returned' | 'withdrawn';

export type ReturnVerdict = 'accept' | 'reject' | 'dispute';

export type ContactWay = 'phone' | 'inPerson' | 'onSite' | 'message' | 'letter';

export type ClosureGround = 'complex' | 'caseFiled';

export type ReplyElement = 'findings' | 'measures' | 'basis' | 'contact' | 'unitContact';

export type Satisfaction = 'satisfied' | 'basicallySatisfied' | 'dissatisfied';

export type RevisitWay = 'phone' | 'message' | 'interview' | 'onSite';

export type RevisitFinding =
  | 'handlingFault'
  | 'processDoubtful'
  | 'resultFalse'
  | 'elementsMissing'
  | 'lawLimit'
  | 'policyLimit'
  | 'highExpectation'
  | 'lawfulAnswer';

export type CoordinationReason =
  | 'unitUnknown'
  | 'manyUnits'
  | 'strongReaction'
  | 'abnormalRisk'
  | 'returnDispute'
  | 'repeatedRedo';

export type CoordinationOrderKind = 'assignmentOrder' | 'supervisionOrder' | 'specialPiece' | 'meeting';

export type ScopeVerdict = 'accept' | 'notAccepted' | 'referred';

export type PrecedentKind = 'fixed' | 'returnRejected' | 'returnAccepted';

export type CaseEndKind = 'rated' | 'defaulted' | 'lawful' | 'screened' | 'withdrawn';

export type DutyState = 'calling' | 'pausing' | 'acknowledged' | 'exhausted' | 'settled' | 'stopped' | 'nobodyListed';

export type DutyResult =
  | 'acknowledged'
  | 'noAnswer'
  | 'busy'
  | 'refused'
  | 'failed'
  | 'noKey'
  | 'interrupted'
  | 'ended';

export type DutyNotice = 'unanswered' | 'exhausted' | 'nobodyListed';

export type RatingSource = 'caller' | 'default' | 'screened';

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
  /** Code of the unit that is complained about: it gets nothing of the ticket (ACC-13). */
  accusedUnit: string | null;
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
  /** Code of the unit that is complained about; null for none, and for units. */
  accusedUnit: string | null;
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
  /** Those of the hotline, or those of a unit; or one alone of administrator, securityAdministrator, auditor. */
  roles: readonly Role[];
  /** Codes of the city's skills.csv, with the level: law:4 (law alone means law:3). */
  skills: readonly string[];
  /** False closes the account; it is never deleted, since records name it. */
  enabled: boolean;
  /** Make a new one; a new account gets one in any case. */
  newPassword?: boolean;
  /** Code of the city's units.csv, for those who work for a unit; null for the others. */
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

/** A year of the calendar as its administrator sees it. */
export interface CalendarView {
  /** The year. */
  year: number;
  /** Whether its holidays are known. */
  covered: boolean;
  /** Which notice says so; empty where it is not covered. */
  notice: string;
  /** All years that are covered. */
  years: readonly number[];
  /** Those that are not what their weekday says. */
  days: readonly CalendarDayView[];
  /** none, expected, warning or critical: how urgent the next missing year is. */
  alarm: CalendarAlarm;
  /** The same in a sentence. */
  alarmText: string;
  /** The number of the newest change: goes back with a form. */
  seen: number;
  /** What was changed, the newest first. */
  changes: readonly CalendarChangeView[];
}

/** A change that is wanted: days, or a year's file, or the undoing of an earlier change; one of the three. */
export interface CalendarForm {
  /** The newest change that its maker saw. */
  seen: number;
  /** Why; for a trial it may be empty. */
  reason: string;
  /** Days that become something else. */
  days?: readonly CalendarDayForm[] | null;
  /** A year's file. */
  file?: CalendarFileForm | null;
  /** Number of the change to undo. */
  undo?: number | null;
}

/** What a change would do, before it is made. */
export interface CalendarTrialView {
  /** What would become of which day. */
  days: readonly CalendarDayMoved[];
  /** How many cases have clocks that run. */
  cases: number;
  /** In how many of them a due time would move. */
  moved: number;
  /** How many of those would be late at once. */
  late: number;
  /** A few of them. */
  examples: readonly CalendarExample[];
}

/** A file of old tickets. */
export interface ImportForm {
  /** Its name; .csv or .xlsx. */
  name: string;
  /** Its bytes, as Base64. */
  content: string;
}

/** What a file was understood as; nothing is imported yet. */
export interface ImportTrialView {
  /** Its columns, in order. */
  columns: readonly ImportColumnView[];
  /** What there is no column for and must be, in words. */
  missingColumns: readonly string[];
  /** How many tickets would be imported. */
  ready: number;
  /** How many are here already. */
  known: number;
  /** How many rows were not understood. */
  refused: number;
  /** What was not, the first of them. */
  problems: readonly ImportProblemView[];
}

/** An import. */
export interface ImportView {
  /** Its number. */
  no: number;
  /** When it was begun. */
  at: string;
  /** Number of who began it. */
  by: string;
  /** Of the file. */
  fileName: string;
  /** How many tickets it holds. */
  rows: number;
  /** How many of them were looked at so far. */
  looked: number;
  /** How many were imported. */
  added: number;
  /** How many were here already. */
  known: number;
  /** How many could not be kept. */
  failed: number;
  /** How many places of the file were not understood: the report says which. */
  refused: number;
  /** Whether it is over. */
  done: boolean;
}

/** What is attached to a case. */
export interface AttachmentsView {
  /** Whether one may attach something. */
  mayAdd: boolean;
  /** How large a file may be. */
  megabytesMax: number;
  /** In the order in which they came. */
  items: readonly AttachmentView[];
}

/** A file that is to be attached. */
export interface AttachmentForm {
  /** Its name; .pdf, .jpg, .jpeg or .png. */
  name: string;
  /** Its bytes, as Base64. */
  content: string;
  /** What it is, as a signed order; may be empty. */
  note?: string;
}

/** One page of a list; pages count from 1, and the total is exact. */
export interface CaseListView {
  items: readonly CaseSummary[];
  total: number;
  page: number;
  pageSize: number;
}

/** The lists that somebody has, in the order of a ticket's way. */
export interface CaseCountsView {
  queues: readonly CaseQueueCount[];
}

/** A whole case, as far as who asks may see it. */
export interface CaseView extends CaseSummary {
  /** What the citizen asked; numbers are masked, and names are left out for whom they are not meant. */
  ticket: TicketView;
  /** The commands that who asks may try now; a page shows no others. */
  may: readonly LoopVerb[];
  /** Who asks may see the citizen's whole number, with a purpose that is written down. */
  mayReveal: boolean;
  /** The set of deadlines it was born with. */
  ruleSet: string;
  ruleSetName: string;
  /** Code of the unit that is complained about; null for none, and for units. */
  accusedUnit: string | null;
  tasks: readonly CaseTaskView[];
  /** The clocks that run now. */
  timers: readonly CaseTimerView[];
  /** Everything that happened, the oldest first. */
  timeline: readonly CaseStepView[];
  returns: readonly ReturnView[];
  extensions: readonly ExtensionView[];
  closures: readonly ClosureView[];
  reports: readonly ProgressView[];
  replies: readonly ReplyView[];
  closeReviews: readonly CloseReviewView[];
  revisits: readonly RevisitView[];
  screenings: readonly ScreeningView[];
  rounds: readonly RoundView[];
  coordinations: readonly CoordinationView[];
  urgingNotes: readonly CaseNoteView[];
  supervisionNotes: readonly CaseNoteView[];
  overdueMarks: readonly OverdueView[];
  scopeQuestions: readonly ScopeQuestionView[];
  finalDeclarations: readonly FinalView[];
  end: CaseEndView | null;
  /** Id of the ticket that this one was merged into. */
  mergedInto: string | null;
  /** The ringing of duty phones, by task; for a unit, its own. */
  dutyCalls: readonly DutyCallView[];
  /** Who asks may pass on to the next on such a list, and stop it. */
  mayDirectDuty: boolean;
  /** What went out of the house about it, or did not, the oldest first; for a unit its own and the citizen's. */
  notices: readonly SentNoticeView[];
  /** With which the citizen asks for his ticket, to be read out to him; null for units, and where it has none. */
  extractionCode: string | null;
  /** The citizen wants no short messages; null for units. */
  messagesRefused: boolean | null;
  /** Who asks may write down that he wants none. */
  mayNoteMessages: boolean;
}

/** The answer to a command of somebody who does not read cases: what stands there now. */
export interface CaseMovedView {
  id: string;
  version: number;
  state: TicketState;
  ruleSet: string;
}

/** Why somebody wants to see the citizen's number. */
export interface RevealForm {
  purpose: string;
}

/** The citizen's whole numbers. */
export interface RevealedView {
  caller: string;
  contactNumber: string;
}

/** A unit as forms choose it. */
export interface UnitChoiceView {
  /** Its code. */
  code: string;
  /** Its name. */
  name: string;
  /** Code of the one above it; null at the top. */
  parent: string | null;
  /** city, county, township, village, utility. */
  level: string;
  /** A county's work station, which passes on what it gets. */
  isStation: boolean;
  /** Code of the station it stands under; null for none. */
  station: string | null;
  /** It takes tickets: it is active, and its contact is named. */
  mayBeChosen: boolean;
  /** Why it may not be chosen, in words; empty where it may. */
  why: string;
}

/** What a desk was told. */
export interface CaseNotice {
  /** Id of the ticket. */
  ticket: string;
  /** Its number. */
  number: string | null;
  /** warn: a clock will end; overdue: it has; step: something was done; duty: of ringing duty phones. */
  kind: string;
  /** Of which clock, by which command, or what of ringing. */
  what: string;
  /** When. */
  at: string;
  /** Until when; null where it is no clock's. */
  dueAt: string | null;
  /** When it was read at this desk; null while nobody has. */
  readAt: string | null;
  /** The name of who did. */
  readBy: string | null;
}

/** The ringing of a unit's duty phones for one task. */
export interface DutyCallView {
  /** Number of the task. */
  task: number;
  /** Code of the unit. */
  unit: string;
  /** Where it stands. */
  state: DutyState;
  /** Somebody is rung, or will be. */
  live: boolean;
  /** Which time through the list, from 1. */
  round: number;
  /** Name of whoever is rung next; empty where nobody will be. */
  next: string;
  /** When something is done next by itself; null where nothing more is. */
  nextAt: string | null;
  /** When it began. */
  startedAt: string;
  /** When it was over; null while it is not. */
  endedAt: string | null;
  /** Name of whoever stopped it; empty where nobody did. */
  stoppedBy: string;
  /** In the order of time. */
  attempts: readonly DutyAttemptView[];
}

/** What somebody has read at his desk, a hundred at the most. */
export interface NoticesReadForm {
  items: readonly NoticeRead[];
}

export interface MessagesForm {
  /** The citizen wants no short messages; false: he wants them again. */
  refused: boolean;
}

/** One page, the newest first; pages count from 1, and the total is exact. */
export interface NoticeListView {
  items: readonly NoticeView[];
  total: number;
  page: number;
  pageSize: number;
}

export interface NoticeCountsView {
  /** Given up by the system: somebody has to look at them. */
  dead: number;
  /** Tried in vain, and tried again. */
  failed: number;
  /** Not tried yet. */
  queued: number;
  /** Ways that are not set up in this installation. */
  notSetUp: readonly NoticeChannel[];
}

export interface NoticeAgainForm {
  /** Which, 200 at the most. */
  ids: readonly string[];
}

export interface NoticeGiveUpForm {
  /** Which, 200 at the most. */
  ids: readonly string[];
  /** Why. */
  reason: string;
}

export interface NoticesMovedView {
  /** How many of them; the others were no longer as the page showed them. */
  count: number;
}

export interface DispatchAdviceView {
  /** Name of the county whose name its words hold; empty where they hold none. */
  area: string;
  /** In the order of the catalogue, those that cannot have it last. */
  suggestions: readonly SuggestionView[];
  /** The newest first. */
  precedents: readonly PrecedentView[];
}

/** How often the first dispatch was right. */
export interface DispatchAccuracyView {
  /** First day. */
  from: string;
  /** Last day. */
  to: string;
  /** How many tickets were first dispatched on those days. */
  dispatched: number;
  /** How many of them their unit gave back, and rightly. */
  returned: number;
  /** The share of the others, from 0 to 1; null where none was dispatched. */
  accuracy: number | null;
}

export interface RuleSetView {
  /** As it stands on tickets. */
  id: string;
  /** The document's title. */
  name: string;
  /** Its number or date. */
  document: string;
  /** Its first day, as 2026-01-01. */
  effectiveFrom: string;
  /** Tickets of this city that are accepted today are born with it. */
  isOfToday: boolean;
}

export interface DeadlineExampleView {
  /** From 1. */
  no: number;
  /** Id of the set. */
  ruleSet: string;
  /** Which clock. */
  timer: DeadlineTimer;
  /** Code of the kind of demand. */
  demandType: string;
  /** Its urgency. */
  urgency: Urgency;
  /** What the unit's hours are called; empty for ordinary ones. */
  hours: string;
  /** When it begins. */
  start: string;
  /** Working days of each extension. */
  extensions: readonly number[];
  /** When it ends, as the program counts it; null where nobody can know. */
  due: string | null;
  /** How, in a sentence. */
  explanation: string;
  /** The same was worked out by hand. */
  agrees: boolean;
}

export interface DueTimesView {
  /** All clocks of the matter, in the order of a ticket's way. */
  times: readonly DueTimeView[];
  /** Whether and how more time may be asked for, in a sentence. */
  extension: string;
}

/** Whether a demand is in scope is asked of a unit. */
export interface AskScopeForm extends CaseForm {
  unit: string;
  question: string;
}

export interface CheckScopeForm extends CaseForm {
  /** What came of the question. */
  verdict: ScopeVerdict;
  /** Of a refusal or referral. */
  reasonCode?: string | null;
  /** What the caller was told then. */
  guidance?: string | null;
}

export interface MergeIntoForm extends CaseForm {
  /** Id or number of the ticket about the same matter. */
  target: string;
  /** Why. */
  reason: string;
}

/** The matter has a final case: what the caller was told of it. */
export interface AnswerByWordingForm extends CaseForm {
  wording: string;
}

/** Sets the urgency, and why. */
export interface MarkUrgentForm extends CaseForm {
  urgency: Urgency;
  reason: string;
}

export interface DispatchForm extends CaseForm {
  /** Code of the unit that handles and answers. */
  lead: string;
  /** Codes of those that give their part to it. */
  coHandlers?: readonly string[] | null;
  /** Why it is dispatched although the matter has a final case. */
  specialReason?: string | null;
}

/** To the coordination group, with its report. */
export interface SendToCoordinationForm extends CaseForm {
  reason: CoordinationReason;
  report: string;
}

export interface DecideCoordinationForm extends CaseForm {
  /** Which instrument. */
  kind: CoordinationOrderKind;
  /** Who signed. */
  signedOffBy: string;
  /** The signed paper or the minutes. */
  document: string;
  /** Code of the lead. */
  lead: string;
  /** Codes of the co-handlers. */
  coHandlers?: readonly string[] | null;
  /** Who met; of a meeting. */
  attendees?: readonly string[] | null;
}

/** A unit signs for its task. */
export type SignForm = BareForm;

/** The first response to an urgent matter. */
export interface RespondFirstForm extends CaseForm {
  text: string;
}

export interface RequestReturnForm extends CaseForm {
  /** Why it is not the unit's. */
  reason: string;
  /** The law or the list of duties that this stands on. */
  basis: string;
  /** Who should get it. */
  suggestedUnit: string;
  /** The signed and sealed paper, on an order of the group. */
  scan?: string | null;
}

export interface DecideReturnForm extends CaseForm {
  /** Its number among the returns of the case. */
  application: number;
  /** What becomes of it. */
  verdict: ReturnVerdict;
  /** Why. */
  note?: string;
  /** Of what is rejected: it should not have been given back, and that is counted. */
  improper?: boolean;
}

/** A county's station passes its task on to a department. */
export interface SubAssignForm extends CaseForm {
  unit: string;
}

/** A co-handler gives its part to the lead. */
export interface GiveOpinionForm extends CaseForm {
  text: string;
}

export interface RequestExtensionForm extends CaseForm {
  /** By how many. */
  workingDays: number;
  /** Why. */
  reason: string;
  /** When it was explained to the caller. */
  callerToldAt: string | null;
  /** How. */
  callerToldBy: ContactWay;
  /** The signed and sealed paper, on an order of the group. */
  scan?: string | null;
}

export interface DecideExtensionForm extends CaseForm {
  /** Its number among the extensions of the case. */
  application: number;
  /** How many working days; null: rejected. */
  grantedDays: number | null;
  /** Why. */
  note?: string;
}

export interface RequestTemporaryClosureForm extends CaseForm {
  /** Why it may be. */
  ground: ClosureGround;
  /** How far it is. */
  progress: string;
  /** What comes next. */
  nextSteps: string;
  /** The day by which it will be done, as 2026-12-31. */
  promisedFor: string | null;
  /** The paper of the opened case. */
  filing?: string | null;
}

export interface DecideTemporaryClosureForm extends CaseForm {
  /** Its number among the closures of the case. */
  application: number;
  /** Whether. */
  granted: boolean;
  /** Why. */
  note?: string;
}

/** A report on a temporary closure, or the feedback on an urgent matter. */
export interface ReportProgressForm extends CaseForm {
  text: string;
}

export interface SubmitReplyForm extends CaseForm {
  /** What was answered. */
  text: string;
  /** How the citizen was reached. */
  way: ContactWay;
  /** When. */
  contactedAt: string | null;
  /** Whether it is solved. */
  solved: boolean;
  /** Why it could not be solved. */
  explanation?: string | null;
  /** It may be published after review. */
  mayBePublished?: boolean;
  /** Why the lead does not wait for its co-handlers. */
  withoutOpinions?: string | null;
  /** The signed and sealed paper, on an order of the group. */
  scan?: string | null;
}

/** The review inside the unit; the note says what is to be bettered where it does not go out. */
export interface ReviewReplyForm extends CaseForm {
  approved: boolean;
  note?: string;
}

export interface ReviewClosingForm extends CaseForm {
  /** What the reply lacks; empty: it is complete. Else it is done again. */
  missing: readonly ReplyElement[];
  /** In words. */
  note?: string;
}

export interface RecordRevisitForm extends CaseForm {
  /** How the citizen was asked. */
  way: RevisitWay;
  /** He was reached. */
  connected: boolean;
  /** How he rates the hotline; null: he did not. */
  hotlineService?: Satisfaction | null;
  /** How he rates the unit's contact and reply. */
  unitContact?: Satisfaction | null;
  /** How he rates the result. */
  result?: Satisfaction | null;
  /** Whether it is solved, as he says. */
  solved?: boolean | null;
  /** What the hotline found, where he is dissatisfied. */
  finding?: RevisitFinding | null;
  /** In words. */
  note?: string;
}

export interface ScreenForm extends CaseForm {
  /** The reasons are objective. Else it is done again. */
  objective: boolean;
  /** Why. */
  note: string;
}

/** Back to the unit. */
export interface RedoForm extends CaseForm {
  cause: RevisitFinding;
  note: string;
}

export interface DeclareFinalForm extends CaseForm {
  /** The detailed opinion. */
  opinion: string;
  /** What later callers are told. */
  wording: string;
  /** The paper of it. */
  attachment: string;
  /** When it was explained to the caller. */
  callerToldAt: string | null;
}

/** The hotline files the declaration of a final case, or does not. */
export interface AcceptFinalForm extends CaseForm {
  accepted: boolean;
  note?: string;
}

/** Files it. */
export type ArchiveForm = BareForm;

/** The caller takes it back; the note says how he said so. */
export interface WithdrawForm extends CaseForm {
  note: string;
}

/** A call to hurry. */
export interface UrgeForm extends CaseForm {
  note: string;
}

/** What the supervisor demands of the unit. */
export interface SuperviseForm extends CaseForm {
  demand: string;
}

/** Moves the ticket to another set of deadlines, and why. */
export interface MoveRuleSetForm extends CaseForm {
  ruleSet: string;
  reason: string;
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

/** A day that is not what its weekday says. */
export interface CalendarDayView {
  /** The day. */
  date: string;
  /** off, work or plain. */
  kind: DayMarkKind;
  /** The holiday. */
  name: string;
}

/** A change of the calendar. */
export interface CalendarChangeView {
  /** Its number. */
  no: number;
  /** When it was made. */
  at: string;
  /** Number of who made it. */
  by: string;
  /** Why. */
  reason: string;
  /** What became of which day. */
  days: readonly CalendarDayMoved[];
  /** The years whose notice came with it. */
  years: readonly number[];
  /** The change that it undoes; null for one of its own. */
  undoes: number | null;
  /** The change that undid it; null where none did. */
  undoneBy: number | null;
  /** How many cases were counted again so far. */
  counted: number;
  /** In how many of them a due time moved. */
  moved: number;
  /** Whether all were counted. */
  done: boolean;
  /** Whether it can be undone as it is. */
  mayUndo: boolean;
}

/** What a day is to become. */
export interface CalendarDayForm {
  /** The day. */
  date: string;
  /** off, work or plain. */
  kind: DayMarkKind;
  /** The holiday; empty for a plain day. */
  name: string;
}

/** A year's file. */
export interface CalendarFileForm {
  /** The year. */
  year: number;
  /** Its text: date,kind,name; the first line says, after #, which notice it is from. */
  text: string;
}

/** A day that became something else. */
export interface CalendarDayMoved {
  /** The day. */
  date: string;
  /** What it was. */
  before: CalendarDayView;
  /** What it is. */
  after: CalendarDayView;
}

/** A clock that would move. Who asked, and what, is not in it: administrators see nothing of that. */
export interface CalendarExample {
  /** Of the ticket. */
  number: string;
  /** Which clock, in words. */
  timer: string;
  /** Until when it runs; null where nobody knows. */
  before: string | null;
  /** Until when it would; null where nobody would know. */
  after: string | null;
}

/** A column. */
export interface ImportColumnView {
  /** As the file has it. */
  header: string;
  /** What it was understood as, in words; null where its header is not known, and it is left out. */
  field: string | null;
}

/** What was not understood. */
export interface ImportProblemView {
  /** Of the file, from 1. */
  line: number;
  /** The column's header. */
  column: string;
  /** What stands there. */
  value: string;
  /** What is wrong, in words. */
  why: string;
}

/** An attachment. */
export interface AttachmentView {
  /** Its number in the case. */
  no: number;
  /** Of the file. */
  name: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of what is kept, in hexadecimal. */
  hash: string;
  /** What it is. */
  note: string;
  /** Number of who attached it. */
  by: string;
  /** His name; empty where nobody has the number. */
  byName: string;
  /** Code of his unit; null for the hotline's. */
  unit: string | null;
  /** When. */
  at: string;
}

/** A case as a line of a list. */
export interface CaseSummary {
  /** The ticket's. */
  id: string;
  number: string | null;
  /** Each command names it. */
  version: number;
  state: TicketState;
  stateText: string;
  title: string;
  demandType: string | null;
  category: string | null;
  place: string;
  urgency: Urgency;
  confidential: boolean;
  /** A special piece: only few see who asked. */
  restricted: boolean;
  /** Code of the unit that handles and answers; null while none does. */
  lead: string | null;
  /** Codes of the units that give their part. */
  coHandlers: readonly string[];
  acceptedAt: string | null;
  /** The earliest due time that runs in this list; null where none does or nobody knows. */
  dueAt: string | null;
  /** Of which clock; null where there is none. */
  dueTimer: DeadlineTimer | null;
  /** That time is over. */
  overdue: boolean;
  /** Why it is an overdue one, even where it was done in the end. */
  overdueCauses: readonly OverdueCause[];
  /** How often it was sent back to be done again. */
  round: number;
  urgings: number;
  supervisions: number;
}

export interface CaseQueueCount {
  /** Which list. */
  queue: CaseQueue;
  /** How many stand in it. */
  total: number;
  /** How many of them are due within a day. */
  soon: number;
  /** How many of them are late. */
  overdue: number;
  /** How many confidential ones stand in its other list, which is counted apart. */
  confidential: number;
}

/** The task of one unit. */
export interface CaseTaskView {
  no: number;
  kind: AssignmentKind;
  /** Its code. */
  unit: string;
  /** Of a nested task: the number of the station's. */
  parent: number | null;
  state: AssignmentState;
  dispatchedAt: string;
  signedAt: string | null;
  signedBy: string | null;
  /** It cannot be given back. */
  returnForbidden: boolean;
  /** It stands on an order of the group: reply, return and extension need a scan. */
  needsScan: boolean;
  firstResponse: CaseNoteView | null;
  opinion: CaseNoteView | null;
}

export interface CaseTimerView {
  /** Which clock. */
  timer: DeadlineTimer;
  /** Number of the task it runs for; null where it is the hotline's. */
  task: number | null;
  /** Code of the unit it runs for; null where it is the hotline's. */
  unit: string | null;
  /** Until when; null where nobody knows. */
  due: string | null;
  /** That is over. */
  overdue: boolean;
  /** When it warns. */
  warnsAt: readonly string[];
  /** How the due time came about, in a sentence; empty where no rule says it. */
  explanation: string;
}

export interface CaseStepView {
  /** From 1, without gaps. */
  no: number;
  /** By which command; null for what happened in the call. */
  verb: LoopVerb | null;
  /** What a later call of the citizen added: supplement or expedite; null for everything else. */
  followUp: FollowUpKind | null;
  /** Number of the person. */
  who: string;
  /** His name; empty where nobody has that number any more. */
  whoName: string;
  /** The role he used. */
  role: TicketRole;
  /** Code of his unit; null for the hotline's people. */
  unit: string | null;
  /** State before; null for the opening. */
  from: TicketState | null;
  /** State after. */
  to: TicketState;
  /** The same in words. */
  toText: string;
  /** When. */
  at: string;
  /** Why, where a reason was asked for. */
  reason: string;
  /** The clocks that ran before. */
  before: readonly StepTimerView[];
  /** The clocks that ran after. */
  after: readonly StepTimerView[];
}

/** A unit gives it back; null in verdict and decision while nobody has decided. */
export interface ReturnView {
  no: number;
  task: number;
  by: string;
  at: string;
  reason: string;
  basis: string;
  suggestedUnit: string;
  scan: string | null;
  verdict: ReturnVerdict | null;
  decision: ApplicationDecisionView | null;
  improper: boolean;
}

/** A unit asks for more time. */
export interface ExtensionView {
  no: number;
  task: number;
  round: number;
  by: string;
  at: string;
  workingDays: number;
  reason: string;
  callerToldAt: string;
  callerToldBy: ContactWay;
  scan: string | null;
  byOverride: boolean;
  decision: ApplicationDecisionView | null;
  grantedDays: number;
}

/** A unit asks for a temporary closure, or for a new promised day. */
export interface ClosureView {
  no: number;
  task: number;
  round: number;
  by: string;
  at: string;
  isNewPromise: boolean;
  ground: ClosureGround;
  progress: string;
  nextSteps: string;
  promisedFor: string;
  filing: string | null;
  decision: ApplicationDecisionView | null;
}

/** A report on progress. */
export interface ProgressView {
  no: number;
  task: number;
  round: number;
  by: string;
  at: string;
  text: string;
  ofClosure: boolean;
}

/** What the unit answered; the review is the one inside the unit. */
export interface ReplyView {
  no: number;
  task: number;
  round: number;
  author: string;
  unit: string;
  at: string;
  text: string;
  way: ContactWay;
  contactedAt: string;
  solved: boolean;
  explanation: string;
  mayBePublished: boolean;
  withoutOpinions: string;
  scan: string | null;
  review: ApplicationDecisionView | null;
}

/** What the hotline found missing in a reply; empty where it was complete. */
export interface CloseReviewView {
  by: string;
  at: string;
  reply: number;
  missing: readonly ReplyElement[];
  note: string;
}

/** One attempt to ask the citizen. */
export interface RevisitView {
  no: number;
  round: number;
  by: string;
  at: string;
  way: RevisitWay;
  connected: boolean;
  ratings: RatingsView;
  solved: boolean | null;
  finding: RevisitFinding | null;
  note: string;
}

/** Why a dissatisfied citizen's ticket was closed all the same, or not. */
export interface ScreeningView {
  by: string;
  at: string;
  objective: boolean;
  note: string;
}

/** A round in which it is handled again. */
export interface RoundView {
  no: number;
  startedAt: string;
  by: string;
  cause: RevisitFinding;
  note: string;
  signedAt: string | null;
  signedBy: string | null;
}

/** The ticket before the coordination group. */
export interface CoordinationView {
  no: number;
  reason: CoordinationReason;
  by: string;
  at: string;
  report: string;
  order: CoordinationOrderView | null;
}

/** What somebody said, and when. */
export interface CaseNoteView {
  by: string;
  at: string;
  text: string;
}

/** Why it is an overdue one. */
export interface OverdueView {
  cause: OverdueCause;
  task: number;
  unit: string;
  round: number;
  due: string;
  notedAt: string;
}

/** A unit was asked whether the demand is in scope. */
export interface ScopeQuestionView {
  by: string;
  at: string;
  unit: string;
  question: string;
  verdict: ScopeVerdict | null;
  decidedBy: string | null;
}

/** A unit declares it final. */
export interface FinalView {
  by: string;
  at: string;
  opinion: string;
  wording: string;
  attachment: string;
  callerToldAt: string;
  decision: ApplicationDecisionView | null;
}

/** How it ended. */
export interface CaseEndView {
  at: string;
  kind: CaseEndKind;
  ratings: RatingsView;
  source: RatingSource | null;
  excludedFromRate: boolean;
}

/** A notice that went out of the house, or did not. */
export interface SentNoticeView {
  /** Code of the step, or of what a clock does. */
  step: string;
  /** Code of the state that it led to, or of the clock; empty for none. */
  what: string;
  /** By which way. */
  channel: NoticeChannel;
  /** Whom. */
  audience: NoticeAudience;
  /** Code of the unit; null for the citizen and the hotline. */
  unit: string | null;
  /** How it stands. */
  state: DeliveryState;
  /** Why it was not sent; null where it was, or was not tried. */
  reason: DeliveryReason | null;
  /** When it happened. */
  at: string;
  /** When it was sent, died or was given up; null while it was not. */
  doneAt: string | null;
}

/** One ring. */
export interface DutyAttemptView {
  /** From 1. */
  no: number;
  /** Who was rung. */
  name: string;
  /** When. */
  at: string;
  /** When he answered; null where he did not. */
  answeredAt: string | null;
  /** When it was over; null while it is not. */
  endedAt: string | null;
  /** What came of it; null while it is not over. */
  result: DutyResult | null;
  /** Name of whoever of the hotline ended it; empty where nobody did. */
  endedBy: string;
}

/** A notice as a page names it. */
export interface NoticeRead {
  /** Id of the ticket. */
  ticket: string;
  /** As it was told. */
  kind: string;
  /** As it was told. */
  what: string;
  /** As it was told. */
  at: string;
}

export interface NoticeView {
  /** Names it. */
  id: string;
  /** The ticket's number; null where it has none yet. */
  ticket: string | null;
  /** Code of the step, or of what a clock does. */
  step: string;
  /** Code of the state that it led to, or of the clock; empty for none. */
  what: string;
  /** By which way. */
  channel: NoticeChannel;
  /** Whom: lead is told as units. */
  audience: NoticeAudience;
  /** Code of the unit; null for the citizen and the hotline. */
  unit: string | null;
  /** The citizen's number, masked; empty for the others. */
  to: string;
  /** How it stands. */
  state: DeliveryState;
  /** Why it was not sent; null where it was, or was not tried. */
  reason: DeliveryReason | null;
  /** What the other side said, or why somebody gave it up. */
  detail: string;
  /** How often it was tried since it was queued. */
  attempts: number;
  /** When it happened. */
  at: string;
  /** When it is tried next; null where nothing more is. */
  dueAt: string | null;
  /** When it was sent, died or was given up; null while it was not. */
  doneAt: string | null;
}

export interface SuggestionView {
  /** Code of the unit. */
  unit: string;
  /** By which row of the catalogue, in words. */
  why: string;
  /** Why it cannot have it; empty where it can. */
  refused: string;
}

export interface PrecedentView {
  /** Of the ticket in which it was decided. */
  number: string | null;
  /** Name of its county; empty where it is not known. */
  area: string;
  /** Code of the unit. */
  unit: string;
  /** What was decided. */
  kind: PrecedentKind;
  /** When. */
  at: string;
  /** The order's paper, or the reviewer's words. */
  note: string;
  /** The unit cannot give this ticket back, either. */
  binds: boolean;
}

export interface DueTimeView {
  /** Which clock. */
  timer: DeadlineTimer;
  /** What it counts from, in words. */
  from: string;
  /** When it ends; null where nobody can know. */
  due: string | null;
  /** How, in a sentence. */
  explanation: string;
}

/** What every command says: the version that the page showed. Another one is a lost race, and nothing is done. */
export interface CaseForm {
  version: number;
}

/** A command that needs nothing besides: sign, archive. */
export type BareForm = CaseForm;

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

export interface StepTimerView {
  /** Which clock. */
  timer: DeadlineTimer;
  /** Number of the task it ran for; null where it was the hotline's. */
  task: number | null;
  /** Until when it ran; null where nobody knew. */
  due: string | null;
}

/** What was decided about an application. */
export interface ApplicationDecisionView {
  by: string;
  at: string;
  granted: boolean;
  note: string;
}

/** The three things that are rated; null: not rated. */
export interface RatingsView {
  hotlineService: Satisfaction | null;
  unitContact: Satisfaction | null;
  result: Satisfaction | null;
}

/** What the group decided. */
export interface CoordinationOrderView {
  kind: CoordinationOrderKind;
  by: string;
  at: string;
  signedOffBy: string;
  document: string;
  attendees: readonly string[];
  lead: string;
  coHandlers: readonly string[];
}
