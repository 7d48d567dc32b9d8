import type { DeskCall, DeskView, TicketView } from '../src/shared/contract';
import type { PhoneSession } from '../src/shared/core/phone';

export const noon = Date.parse('2026-03-17T04:00:00Z');

export function makeCall(change: Partial<DeskCall> = {}): DeskCall {
  return {
    id: 'c1',
    ticketId: 't1',
    state: 'ringing',
    number: {
      dialled: '12329',
      name: '住房公积金热线',
      mode: 'dualNumber',
      modeText: '双号并行',
      responsibleUnit: '市住房公积金管理中心',
      remark: '',
      skill: null,
    },
    caller: { masked: '138****6021', withheld: false, area: '河南开封' },
    arrivedAt: '2026-03-17T03:59:00Z',
    queuedAt: '2026-03-17T03:59:10Z',
    offeredAt: '2026-03-17T03:59:20Z',
    answeredAt: null,
    heldSince: null,
    endedAt: null,
    endedBy: null,
    ringUntil: '2026-03-17T04:00:12Z',
    resume: false,
    why: '空闲最久',
    recording: false,
    handedOn: null,
    party: null,
    partyFailure: null,
    outcome: null,
    wrapUpUntil: null,
    wrapUpExtensionsLeft: 2,
    ...change,
  };
}

export function makeView(change: Partial<DeskView> = {}): DeskView {
  return {
    version: 1,
    now: '2026-03-17T04:00:00Z',
    telephony: true,
    database: true,
    pendingWrites: 0,
    replaced: false,
    agent: {
      id: '1027',
      name: '王晓燕',
      state: 'ready',
      since: '2026-03-17T03:50:00Z',
      reason: null,
      next: null,
      nextReason: null,
      phoneRegistered: true,
      skills: [],
    },
    call: null,
    queues: [],
    ...change,
  };
}

export function makeSession(change: Partial<PhoneSession> = {}): PhoneSession {
  return { id: 's1', call: 'c1', state: 'ringing', since: noon, muted: false, caller: '138****6021', ...change };
}

export function makeTicket(change: Partial<TicketView> = {}): TicketView {
  return {
    id: 't1',
    number: null,
    state: 'draft',
    stateText: '草稿',
    demandType: null,
    category: null,
    title: '',
    unit: null,
    accusedUnit: null,
    caller: '138****6021',
    dialled: '12329',
    callId: 'c1',
    createdAt: '2026-03-17T03:59:00Z',
    agentId: '1027',
    version: 1,
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
    savedAt: '2026-03-17T03:59:00Z',
    recording: false,
    expedited: 0,
    expeditedAt: null,
    earlier: null,
    followUps: [],
    ...change,
  };
}
