import type {
  AgentState,
  AttachmentForm,
  AttachmentsView,
  CalendarForm,
  CalendarTrialView,
  CalendarView,
  CallBackView,
  CallForm,
  CaseCountsView,
  CaseListView,
  CaseMovedView,
  CaseNotice,
  CaseView,
  DayView,
  DeadlineExampleView,
  DispatchAdviceView,
  DraftForm,
  DraftListView,
  DraftSaved,
  DueTimesView,
  DutyCallView,
  FollowUpForm,
  HistoryView,
  ImportForm,
  ImportTrialView,
  ImportView,
  MessagesForm,
  MoveRuleSetForm,
  NoticeAgainForm,
  NoticeCountsView,
  NoticeGiveUpForm,
  NoticeListView,
  NoticesMovedView,
  NoticesReadForm,
  NumberView,
  OpenSession,
  OutcomeForm,
  PageForm,
  PartyListed,
  PasswordForm,
  PersonForm,
  PersonSaved,
  PersonView,
  PhoneView,
  PurposeForm,
  ReferenceView,
  RequeueForm,
  RevealedView,
  RevealForm,
  RuleSetView,
  SessionView,
  SignInForm,
  StateForm,
  TargetForm,
  TicketListView,
  TicketState,
  TicketView,
  TotpForm,
  TotpProof,
  TotpView,
  TrailVerdict,
  TrailView,
  UnitChoiceView,
  UnknownNumberView,
  WrapUpForm,
} from '../contract';
import type { Http } from './http';

/**
 * The server's HTTP face, one method per line. The types of what passes are the server's own (contract.ts).
 *
 * Every POST, PUT and DELETE carries the header X-CSRF-TOKEN (from GET /api/session) and, where it commands a call,
 * X-Request-Id (a random id; the same id again gives the first answer again).
 * Refusals are application/problem+json with `code` (for programs) and `detail` (in the language of the desk, says what to do).
 *
 * GET    /api/session                       → SessionView (anonymous: agent null)
 * POST   /api/session                       SignInForm → SessionView | 401 | 429
 * DELETE /api/session                       → 204 (signs out; the phone account is gone) | 409 in-call, outcome-missing, 503 busy: still signed in
 * POST   /api/phone                         PageForm → PhoneView. Called on every page load; the newest page rings. 409 in-call-elsewhere,
 *                                           replaced: the telephone is at another sign-in, and comes here with takeOver
 * POST   /api/desk/state                    StateForm (ready, notReady, break with its reason) → 204
 * POST   /api/desk/hold | retrieve | leave | hang-up | drop-party        → 204
 * POST   /api/desk/requeue                  RequeueForm → 204 (back to the line: to that skill first, null: to anybody)
 * POST   /api/desk/three-way                TargetForm → 204
 * POST   /api/desk/wrap-up                  WrapUpForm → 204 (409 outcome-missing, unless it is put off)
 * POST   /api/desk/extend-wrap-up           CallForm → 204
 * POST   /api/calls/{id}/reveal             PurposeForm → NumberView
 * GET    /api/calls/{id}/history            → HistoryView (of the caller of that call)
 * GET    /api/calls/{id}/recording          → audio/wav, two channels: left caller, right what the caller heard
 * POST   /api/calls/{id}/outcome            OutcomeForm → TicketView
 * POST   /api/calls/{id}/follow-up          FollowUpForm → TicketView (the call's own) | 409 { code: 'version', current: either ticket }
 * GET    /api/call-backs                    shift leaders: CallBackView[] (asked for, not yet done)
 * POST   /api/call-backs/{id}/done          → 204 (409 called-back: somebody was faster)
 * GET    /api/day                           shift leaders: DayView (the day so far)
 * GET    /api/tickets/{id}                  → TicketView
 * PUT    /api/tickets/{id}/draft            DraftForm → DraftSaved | 409 { code: 'version', current: TicketView }
 * GET    /api/tickets?query=&state=&page=   → TicketListView (number, caller's whole number, or words of the text)
 * GET    /api/drafts?max=                   → DraftListView (mine, unfinished)
 * GET    /api/parties                       → PartyListed[] (whom one may bring in)
 * GET    /api/people                        administrators: PersonView[]
 * PUT    /api/people/{id}                   PersonForm → PersonSaved (a password that was made is in it, this once)
 * GET    /api/numbers/unknown               the system's administrator: UnknownNumberView[]
 * GET    /api/calendar?year=                the system's administrator: CalendarView; /api/calendar.csv the year as its file
 * POST   /api/calendar/trials | changes     CalendarForm → CalendarTrialView (nothing is changed) | CalendarView (409 calendar-stale, calendar-busy)
 * GET    /api/imports                       whoever dispatches: ImportView[]; /api/imports/report.csv?no= what was not understood
 * POST   /api/imports/trials                ImportForm → ImportTrialView (nothing is imported); POST /api/imports → ImportView[] | 409 import-busy
 * GET    /api/session/sessions              → OpenSession[] (one's own); DELETE …/{id} → 204 (that place is signed out)
 * POST   /api/session/password              PasswordForm → SessionView (all other places are signed out) | 403 | 422 | 429
 * POST   /api/session/totp                  TotpForm → TotpView; PUT TotpProof → SessionView (codes are asked for from now on) | 422
 * POST   /api/session/totp/off              TotpForm → SessionView (no codes any more) | 403 | 409 totp-needed | 429
 * GET    /api/audit?who=&action=&…&before=  the auditor: TrailView; /api/audit.csv the same as a table; /api/audit/verdict → TrailVerdict
 * GET    /api/cases?queue=&state=&due=&…  whoever works on cases: CaseListView (one page of one list); /api/cases/counts → CaseCountsView
 * GET    /api/cases/{id}                    → CaseView; POST …/reveal RevealForm → RevealedView
 * GET    /api/cases/{id}/duty-calls         → DutyCallView[]; POST …/{task}/next, …/{task}/stop → DutyCallView[] | 409 dutyOver
 * POST   /api/cases/{id}/messages           MessagesForm → CaseView (the citizen wants no short messages, or wants them again)
 * GET    /api/cases/notices                 → CaseNotice[] (what one's desk was told); POST …/read NoticesReadForm → 204
 * GET    /api/notices?state=&channel=&page= shift leaders, the system's administrator: NoticeListView (what went out of the house); /counts → NoticeCountsView
 * POST   /api/notices/again                 NoticeAgainForm → NoticesMovedView; …/give-up NoticeGiveUpForm → NoticesMovedView
 * POST   /api/cases/{id}/{command}          a command of the closed loop with its form → CaseView | 409 { code: 'version', current: CaseView } | 422 fields
 * GET    /api/cases/{id}/attachments        → AttachmentsView; POST AttachmentForm → AttachmentsView | 422; …/file?no= the file, as a download
 * GET    /api/cases/{id}/dispatch-advice    dispatchers: DispatchAdviceView; /api/cases/dispatch-accuracy?from=&to= leaders: DispatchAccuracyView
 * GET    /api/cases/rule-set?number=       the system's administrator: CaseMovedView; POST /api/cases/{id}/move-rule-set MoveRuleSetForm → the same
 * GET    /api/deadlines/rule-sets | examples → RuleSetView[] | DeadlineExampleView[]; /due?ruleSet=&demandType=&urgency=&start= → DueTimesView
 * GET    /api/units                         → UnitChoiceView[] (whom forms may name)
 * GET    /api/reference                     → ReferenceView (demand types, categories, units, reasons of breaks, refusals and referrals)
 */
export class Api {
  constructor(private readonly http: Http) {
    http.renewCsrf = () => this.session();
  }

  async session(): Promise<SessionView> {
    return this.remember(await this.http.send<SessionView>('/api/session'));
  }

  async signIn(form: SignInForm): Promise<SessionView> {
    return this.remember(await this.http.send<SessionView>('/api/session', { method: 'POST', body: form }));
  }

  signOut = () => this.http.send<void>('/api/session', { method: 'DELETE' });
  phone = (pageId: string, takeOver: boolean) =>
    this.post<PhoneView>('/api/phone', { pageId, takeOver } satisfies PageForm);

  setState = (state: AgentState, reason?: string) =>
    this.post<void>('/api/desk/state', { state, reason: reason ?? null } satisfies StateForm);
  hold = () => this.post<void>('/api/desk/hold');
  retrieve = () => this.post<void>('/api/desk/retrieve');
  leave = () => this.post<void>('/api/desk/leave');
  dropParty = () => this.post<void>('/api/desk/drop-party');
  /** Short patience: if the server does not answer, the telephone ends the call itself. */
  hangUp = () => this.http.send<void>('/api/desk/hang-up', { method: 'POST', timeout: 3000 });
  threeWay = (target: string) => this.post<void>('/api/desk/three-way', { target } satisfies TargetForm);
  requeue = (skill: string | null) => this.post<void>('/api/desk/requeue', { skill } satisfies RequeueForm);
  wrapUp = (callId: string, putOff = false) =>
    this.post<void>('/api/desk/wrap-up', { callId, putOff } satisfies WrapUpForm);
  extendWrapUp = (callId: string) => this.post<void>('/api/desk/extend-wrap-up', { callId } satisfies CallForm);

  reveal = (callId: string, purpose: string) =>
    this.post<NumberView>(`/api/calls/${encodeURIComponent(callId)}/reveal`, { purpose } satisfies PurposeForm);
  history = (callId: string) => this.http.send<HistoryView>(`/api/calls/${encodeURIComponent(callId)}/history`);
  outcome = (callId: string, form: OutcomeForm) =>
    this.post<TicketView>(`/api/calls/${encodeURIComponent(callId)}/outcome`, form);
  followUp = (callId: string, form: FollowUpForm) =>
    this.post<TicketView>(`/api/calls/${encodeURIComponent(callId)}/follow-up`, form);
  callBacks = () => this.http.send<CallBackView[]>('/api/call-backs');
  calledBack = (callId: string) => this.post<void>(`/api/call-backs/${encodeURIComponent(callId)}/done`);
  day = () => this.http.send<DayView>('/api/day');
  recordingUrl = (callId: string) => `/api/calls/${encodeURIComponent(callId)}/recording`;

  ticket = (id: string) => this.http.send<TicketView>(`/api/tickets/${encodeURIComponent(id)}`);
  saveDraft = (id: string, form: DraftForm, keepalive: boolean) =>
    this.http.send<DraftSaved>(`/api/tickets/${encodeURIComponent(id)}/draft`, {
      method: 'PUT',
      body: form,
      keepalive,
    });
  tickets = (query: string, state: TicketState | null, page: number) =>
    this.http.send<TicketListView>(
      `/api/tickets?${new URLSearchParams({ query, state: state ?? '', page: String(page) })}`,
    );
  drafts = (max: number) => this.http.send<DraftListView>(`/api/drafts?max=${max}`);
  parties = () => this.http.send<PartyListed[]>('/api/parties');
  people = () => this.http.send<PersonView[]>('/api/people');
  savePerson = (id: string, form: PersonForm) =>
    this.http.send<PersonSaved>(`/api/people/${encodeURIComponent(id)}`, { method: 'PUT', body: form });
  unknownNumbers = () => this.http.send<UnknownNumberView[]>('/api/numbers/unknown');
  calendar = (year: number | null) =>
    this.http.send<CalendarView>(`/api/calendar${year === null ? '' : `?year=${year}`}`);
  calendarUrl = (year: number) => `/api/calendar.csv?year=${year}`;
  /** It looks at every open ticket. */
  tryCalendar = (form: CalendarForm) =>
    this.http.send<CalendarTrialView>('/api/calendar/trials', { method: 'POST', body: form, timeout: 60_000 });
  changeCalendar = (form: CalendarForm) => this.post<CalendarView>('/api/calendar/changes', form);
  imports = () => this.http.send<ImportView[]>('/api/imports');
  importReportUrl = (no: number) => `/api/imports/report.csv?no=${no}`;
  tryImport = (form: ImportForm) =>
    this.http.send<ImportTrialView>('/api/imports/trials', { method: 'POST', body: form, timeout: 60_000 });
  beginImport = (form: ImportForm) =>
    this.http.send<ImportView[]>('/api/imports', { method: 'POST', body: form, timeout: 60_000 });
  sessions = () => this.http.send<OpenSession[]>('/api/session/sessions');
  endSession = (id: string) =>
    this.http.send<void>(`/api/session/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
  changePassword = async (form: PasswordForm) =>
    this.remember(await this.post<SessionView>('/api/session/password', form));
  newTotp = (form: TotpForm) => this.post<TotpView>('/api/session/totp', form);
  proveTotp = async (form: TotpProof) =>
    this.remember(await this.http.send<SessionView>('/api/session/totp', { method: 'PUT', body: form }));
  endTotp = async (form: TotpForm) => this.remember(await this.post<SessionView>('/api/session/totp/off', form));
  audit = (filter: Record<string, string>, before: number | null) =>
    this.http.send<TrailView>(`/api/audit?${asked(before === null ? filter : { ...filter, before: String(before) })}`);
  auditUrl = (filter: Record<string, string>) => `/api/audit.csv?${asked(filter)}`;
  verifyAudit = () => this.http.send<TrailVerdict>('/api/audit/verdict');
  caseCounts = () => this.http.send<CaseCountsView>('/api/cases/counts');
  cases = (filter: Record<string, string>) => this.http.send<CaseListView>(`/api/cases?${asked(filter)}`);
  case = (id: string, number = '') =>
    this.http.send<CaseView>(`/api/cases/${encodeURIComponent(id)}?${asked({ number })}`);
  /** The same wish sent again with its id is not done twice. */
  caseCommand = (id: string, command: string, form: unknown, requestId: string, number = '') =>
    this.http.send<CaseView>(`/api/cases/${encodeURIComponent(id)}/${command}?${asked({ number })}`, {
      method: 'POST',
      body: form,
      requestId,
    });
  dutyCalls = (id: string) =>
    this.http.send<readonly DutyCallView[]>(`/api/cases/${encodeURIComponent(id)}/duty-calls`);
  directDuty = (id: string, task: number, way: 'next' | 'stop') =>
    this.post<readonly DutyCallView[]>(`/api/cases/${encodeURIComponent(id)}/duty-calls/${task}/${way}`, {});
  revealCase = (id: string, purpose: string) =>
    this.post<RevealedView>(`/api/cases/${encodeURIComponent(id)}/reveal`, { purpose } satisfies RevealForm);
  attachments = (id: string) => this.http.send<AttachmentsView>(`/api/cases/${encodeURIComponent(id)}/attachments`);
  addAttachment = (id: string, form: AttachmentForm) =>
    this.http.send<AttachmentsView>(`/api/cases/${encodeURIComponent(id)}/attachments`, {
      method: 'POST',
      body: form,
      timeout: 120_000,
    });
  attachmentUrl = (id: string, no: number) => `/api/cases/${encodeURIComponent(id)}/attachments/file?no=${no}`;
  noteMessages = (id: string, refused: boolean) =>
    this.post<CaseView>(`/api/cases/${encodeURIComponent(id)}/messages`, { refused } satisfies MessagesForm);
  deskNotices = () => this.http.send<CaseNotice[]>('/api/cases/notices');
  noticesRead = (items: NoticesReadForm['items']) =>
    this.post<void>('/api/cases/notices/read', { items } satisfies NoticesReadForm);
  notices = (filter: Record<string, string>) => this.http.send<NoticeListView>(`/api/notices?${asked(filter)}`);
  noticeCounts = () => this.http.send<NoticeCountsView>('/api/notices/counts');
  sendAgain = (ids: readonly string[]) =>
    this.post<NoticesMovedView>('/api/notices/again', { ids } satisfies NoticeAgainForm);
  giveUp = (ids: readonly string[], reason: string) =>
    this.post<NoticesMovedView>('/api/notices/give-up', { ids, reason } satisfies NoticeGiveUpForm);
  dispatchAdvice = (id: string) =>
    this.http.send<DispatchAdviceView>(`/api/cases/${encodeURIComponent(id)}/dispatch-advice`);
  ruleSetOf = (number: string) => this.http.send<CaseMovedView>(`/api/cases/rule-set?${asked({ number })}`);
  moveRuleSet = (id: string, form: MoveRuleSetForm, requestId: string) =>
    this.http.send<CaseMovedView>(`/api/cases/${encodeURIComponent(id)}/move-rule-set`, {
      method: 'POST',
      body: form,
      requestId,
    });
  ruleSets = () => this.http.send<RuleSetView[]>('/api/deadlines/rule-sets');
  deadlineExamples = () => this.http.send<DeadlineExampleView[]>('/api/deadlines/examples');
  dueTimes = (wish: Record<string, string>) => this.http.send<DueTimesView>(`/api/deadlines/due?${asked(wish)}`);
  units = () => this.http.send<UnitChoiceView[]>('/api/units');
  reference = () => this.http.send<ReferenceView>('/api/reference');

  private post<T>(path: string, body?: unknown): Promise<T> {
    return this.http.send<T>(path, { method: 'POST', body });
  }

  private remember(session: SessionView): SessionView {
    this.http.csrf = session.csrf;
    return session;
  }
}

/** What is given of a filter, as it stands in an address. */
function asked(filter: Record<string, string>): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
}
