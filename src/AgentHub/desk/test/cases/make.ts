import type {
  CaseStepView,
  CaseSummary,
  CaseTaskView,
  CaseView,
  DutyAttemptView,
  DutyCallView,
} from '../../src/shared/contract';
import { makeTicket } from '../make';

/** Invented cases for tests. */

export function makeSummary(change: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id: 't1',
    number: '20260317-1-000103',
    version: 7,
    state: 'handling',
    stateText: '办理中',
    title: '窨井盖破损',
    demandType: 'help',
    category: null,
    place: '金明大道',
    urgency: 'normal',
    confidential: false,
    restricted: false,
    lead: 'kf-cg',
    coHandlers: [],
    acceptedAt: '2026-03-17T02:00:00Z',
    dueAt: null,
    dueTimer: null,
    overdue: false,
    overdueCauses: [],
    round: 0,
    urgings: 0,
    supervisions: 0,
    ...change,
  };
}

export function makeCase(change: Partial<CaseView> = {}): CaseView {
  return {
    ...makeSummary(),
    ticket: makeTicket({ state: 'handling', unit: 'kf-cg' }),
    may: [],
    mayReveal: false,
    ruleSet: 'zy',
    ruleSetName: '基本时限',
    accusedUnit: null,
    tasks: [],
    timers: [],
    timeline: [],
    returns: [],
    extensions: [],
    closures: [],
    reports: [],
    replies: [],
    closeReviews: [],
    revisits: [],
    screenings: [],
    rounds: [],
    coordinations: [],
    urgingNotes: [],
    supervisionNotes: [],
    overdueMarks: [],
    scopeQuestions: [],
    finalDeclarations: [],
    end: null,
    mergedInto: null,
    dutyCalls: [],
    mayDirectDuty: false,
    notices: [],
    extractionCode: null,
    messagesRefused: null,
    mayNoteMessages: false,
    ...change,
  };
}

export function makeDutyCall(change: Partial<DutyCallView> = {}): DutyCallView {
  return {
    task: 1,
    unit: 'kf-cg',
    state: 'calling',
    live: true,
    round: 1,
    next: '',
    nextAt: null,
    startedAt: '2026-03-17T02:10:05Z',
    endedAt: null,
    stoppedBy: '',
    attempts: [],
    ...change,
  };
}

export function makeRing(change: Partial<DutyAttemptView> = {}): DutyAttemptView {
  return {
    no: 1,
    name: '张三',
    at: '2026-03-17T02:10:05Z',
    answeredAt: null,
    endedAt: null,
    result: null,
    endedBy: '',
    ...change,
  };
}

export function makeStep(change: Partial<CaseStepView> = {}): CaseStepView {
  return {
    no: 1,
    verb: 'dispatch',
    followUp: null,
    who: '3001',
    whoName: '郑小红',
    role: 'dispatcher',
    unit: null,
    from: 'accepted',
    to: 'dispatched',
    toText: '已转办',
    at: '2026-03-17T02:10:00Z',
    reason: '',
    before: [],
    after: [],
    ...change,
  };
}

export function makeTask(change: Partial<CaseTaskView> = {}): CaseTaskView {
  return {
    no: 1,
    kind: 'lead',
    unit: 'kf-cg',
    parent: null,
    state: 'open',
    dispatchedAt: '2026-03-17T02:10:00Z',
    signedAt: null,
    signedBy: null,
    returnForbidden: false,
    needsScan: false,
    firstResponse: null,
    opinion: null,
    ...change,
  };
}
