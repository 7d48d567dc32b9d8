import type {
  AgentState,
  CallBack,
  CallerHistory,
  DraftForm,
  OutcomeForm,
  Party,
  PhoneAccount,
  Reference,
  Session,
  SignIn,
  TicketPage,
  TicketState,
  TicketSummary,
  TicketView,
} from '../contract';
import type { Http } from './http';

/** The server's HTTP face, one method per line of the contract. */
export class Api {
  constructor(private readonly http: Http) {
    http.renewCsrf = () => this.session();
  }

  async session(): Promise<Session> {
    return this.remember(await this.http.send<Session>('/api/session'));
  }

  async signIn(form: SignIn): Promise<Session> {
    return this.remember(await this.http.send<Session>('/api/session', { method: 'POST', body: form }));
  }

  signOut = () => this.http.send<void>('/api/session', { method: 'DELETE' });
  phone = (pageId: string) => this.post<PhoneAccount>('/api/phone', { pageId });

  setState = (state: AgentState, reason?: string) => this.post<void>('/api/desk/state', { state, reason });
  hold = () => this.post<void>('/api/desk/hold');
  retrieve = () => this.post<void>('/api/desk/retrieve');
  leave = () => this.post<void>('/api/desk/leave');
  dropParty = () => this.post<void>('/api/desk/drop-party');
  /** Short patience: if the server does not answer, the telephone ends the call itself. */
  hangUp = () => this.http.send<void>('/api/desk/hang-up', { method: 'POST', timeout: 3000 });
  threeWay = (target: string) => this.post<void>('/api/desk/three-way', { target });
  requeue = (skill: string | null) => this.post<void>('/api/desk/requeue', { skill });
  wrapUp = (callId: string) => this.post<void>('/api/desk/wrap-up', { callId });
  extendWrapUp = (callId: string) => this.post<void>('/api/desk/extend-wrap-up', { callId });

  reveal = (callId: string, purpose: string) =>
    this.post<{ number: string }>(`/api/calls/${encodeURIComponent(callId)}/reveal`, { purpose });
  history = (callId: string) => this.http.send<CallerHistory>(`/api/calls/${encodeURIComponent(callId)}/history`);
  outcome = (callId: string, form: OutcomeForm) =>
    this.post<TicketView>(`/api/calls/${encodeURIComponent(callId)}/outcome`, form);
  callBacks = () => this.http.send<CallBack[]>('/api/call-backs');
  calledBack = (callId: string) => this.post<void>(`/api/call-backs/${encodeURIComponent(callId)}/done`);
  recordingUrl = (callId: string) => `/api/calls/${encodeURIComponent(callId)}/recording`;

  ticket = (id: string) => this.http.send<TicketView>(`/api/tickets/${encodeURIComponent(id)}`);
  saveDraft = (id: string, form: DraftForm, keepalive: boolean) =>
    this.http.send<{ version: number; savedAt: string }>(`/api/tickets/${encodeURIComponent(id)}/draft`, {
      method: 'PUT',
      body: form,
      keepalive,
    });
  tickets = (query: string, state: TicketState | null, page: number) =>
    this.http.send<TicketPage>(
      `/api/tickets?${new URLSearchParams({ query, state: state ?? '', page: String(page) })}`,
    );
  drafts = () => this.http.send<TicketSummary[]>('/api/drafts');
  parties = () => this.http.send<Party[]>('/api/parties');
  reference = () => this.http.send<Reference>('/api/reference');

  private post<T>(path: string, body?: unknown): Promise<T> {
    return this.http.send<T>(path, { method: 'POST', body });
  }

  private remember(session: Session): Session {
    this.http.csrf = session.csrf;
    return session;
  }
}
