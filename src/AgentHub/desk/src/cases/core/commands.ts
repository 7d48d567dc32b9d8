import type {
  AcceptFinalForm,
  AnswerByWordingForm,
  ArchiveForm,
  AskScopeForm,
  CaseView,
  CheckScopeForm,
  DecideCoordinationForm,
  DecideExtensionForm,
  DecideReturnForm,
  DecideTemporaryClosureForm,
  DeclareFinalForm,
  DispatchForm,
  GiveOpinionForm,
  LoopVerb,
  MarkUrgentForm,
  MergeIntoForm,
  RecordRevisitForm,
  RedoForm,
  ReportProgressForm,
  RequestExtensionForm,
  RequestReturnForm,
  RequestTemporaryClosureForm,
  RespondFirstForm,
  ReviewClosingForm,
  ReviewReplyForm,
  RevisitFinding,
  ScreenForm,
  SendToCoordinationForm,
  SignForm,
  SubAssignForm,
  SubmitReplyForm,
  SuperviseForm,
  UrgeForm,
  WithdrawForm,
} from '../../shared/contract';
import { urgencyTexts } from '../../shared/texts';
import {
  answer,
  area,
  choice,
  choices,
  day,
  days,
  type Field,
  flag,
  granted,
  line,
  moment,
  names,
  reason,
  remark,
  unit,
  units,
  type Values,
} from './fields';
import * as words from './texts';

/** What each command is sent as. Only the system marks what is overdue or unrated; deadlines are moved on the page of deadlines. */
interface Forms {
  dispatch: DispatchForm;
  sign: SignForm;
  requestReturn: RequestReturnForm;
  decideReturn: DecideReturnForm;
  respondFirst: RespondFirstForm;
  requestExtension: RequestExtensionForm;
  decideExtension: DecideExtensionForm;
  requestTemporaryClosure: RequestTemporaryClosureForm;
  decideTemporaryClosure: DecideTemporaryClosureForm;
  reportProgress: ReportProgressForm;
  subAssign: SubAssignForm;
  giveOpinion: GiveOpinionForm;
  submitReply: SubmitReplyForm;
  reviewReply: ReviewReplyForm;
  reviewClosing: ReviewClosingForm;
  recordRevisit: RecordRevisitForm;
  answerByWording: AnswerByWordingForm;
  screen: ScreenForm;
  redo: RedoForm;
  archive: ArchiveForm;
  withdraw: WithdrawForm;
  urge: UrgeForm;
  supervise: SuperviseForm;
  sendToCoordination: SendToCoordinationForm;
  decideCoordination: DecideCoordinationForm;
  declareFinal: DeclareFinalForm;
  acceptFinal: AcceptFinalForm;
  askScope: AskScopeForm;
  checkScope: CheckScopeForm;
  markUrgent: MarkUrgentForm;
  mergeInto: MergeIntoForm;
}

/** Commands that people give on this page. */
export type Deed = keyof Forms & LoopVerb;

export interface Command {
  /** In the order in which they are asked; empty: the key alone does it. */
  fields: Readonly<Record<string, Field>>;
  /** Whether it is asked once more before it is done. */
  asksFirst?: (values: Values) => boolean;
  /** The number of what is decided about. */
  application?: (view: CaseView) => number | null;
}

/** A field for everything that its form has: the compiler asks for it. */
type Whole<F> = Command & { fields: { readonly [K in Exclude<keyof F, 'version' | 'application'>]-?: Field } };

const always = () => true;
const f = words.fieldTexts;
const h = words.hintTexts;

const needsScan = (_: Values, view: CaseView) =>
  view.tasks.some((task) => task.needsScan && (task.state === 'open' || task.state === 'signedFor'));
const scan = line(f.scan, { shown: needsScan, hint: h.scan });
const opinionsAreMissing = (_: Values, view: CaseView) =>
  view.tasks.some((task) => task.kind === 'coHandler' && (task.state === 'open' || task.state === 'signedFor'));

/** Found when the handling was at fault: it is done again. */
const faults: readonly RevisitFinding[] = ['handlingFault', 'processDoubtful', 'resultFalse', 'elementsMissing'];
const faultTexts = Object.fromEntries(faults.map((fault) => [fault, words.findingTexts[fault]]));

const rated = { shown: (values: Values) => values.connected === true, required: () => false, blamed: 'ratings' };
const dissatisfied = (values: Values) =>
  ['hotlineService', 'unitContact', 'result'].some((what) => values[what] === 'dissatisfied');

/** Those that somebody chooses; the others come by themselves. */
const coordinationReasons = Object.fromEntries(
  Object.entries(words.coordinationReasonTexts).filter(([code]) => code !== 'returnDispute' && code !== 'repeatedRedo'),
);

const undecided = <T extends { no: number; decision: unknown }>(sent: readonly T[]) =>
  sent.find(({ decision }) => decision === null)?.no ?? null;

export const commands: { readonly [V in keyof Forms]: Whole<Forms[V]> } = {
  dispatch: {
    fields: {
      lead: unit(f.lead, { hint: h.lead, initial: (view) => view.ticket.unit ?? '' }),
      coHandlers: units(f.coHandlers, { hint: h.coHandlers }),
      specialReason: remark(f.specialReason, { hint: h.specialReason, blamed: 'reason' }),
    },
  },
  sign: { fields: {} },
  respondFirst: { fields: { text: area(f.text) } },
  submitReply: {
    fields: {
      text: area(f.replyText),
      way: choice(f.way, words.contactWayTexts, { initial: 'phone' }),
      contactedAt: moment(f.contactedAt, { hint: h.contactedAt }),
      solved: answer(f.solved, words.answerTexts.solved),
      explanation: area(f.explanation, { shown: (values) => values.solved === false }),
      withoutOpinions: area(f.withoutOpinions, { shown: opinionsAreMissing }),
      scan,
      mayBePublished: flag(f.mayBePublished, { hint: h.mayBePublished }),
    },
  },
  reviewReply: {
    fields: {
      approved: answer(f.approved, words.answerTexts.approved),
      note: area(f.note, { required: (values) => values.approved === false }),
    },
  },
  giveOpinion: { fields: { text: area(f.text) } },
  reportProgress: { fields: { text: area(f.text) } },
  requestReturn: {
    fields: { reason: area(f.reason), basis: area(f.basis), suggestedUnit: unit(f.suggestedUnit), scan },
  },
  requestExtension: {
    fields: {
      workingDays: days(f.workingDays),
      reason: area(f.reason),
      callerToldAt: moment(f.callerToldAt),
      callerToldBy: choice(f.callerToldBy, words.contactWayTexts, { initial: 'phone' }),
      scan,
    },
  },
  requestTemporaryClosure: {
    fields: {
      ground: choice(f.ground, words.closureGroundTexts),
      progress: area(f.progress),
      nextSteps: area(f.nextSteps),
      promisedFor: day(f.promisedFor),
      filing: line(f.filing, { shown: (values) => values.ground === 'caseFiled' }),
    },
  },
  subAssign: { fields: { unit: unit(f.unit) } },
  decideReturn: {
    application: (view) => view.returns.find(({ verdict }) => verdict === null)?.no ?? null,
    fields: {
      verdict: choice(f.verdict, words.returnVerdictTexts),
      note: area(f.note),
      improper: flag(f.improper, { shown: (values) => values.verdict === 'reject' }),
    },
  },
  decideExtension: {
    application: (view) => undecided(view.extensions),
    fields: {
      grantedDays: granted(f.grantedDays, {
        hint: h.grantedDays,
        blamed: 'workingDays',
        answers: words.answerTexts.decided,
      }),
      note: area(f.note),
    },
  },
  decideTemporaryClosure: {
    application: (view) => undecided(view.closures),
    fields: { granted: answer(f.granted, words.answerTexts.decided), note: area(f.note) },
  },
  reviewClosing: {
    fields: {
      missing: choices(f.missing, words.replyElementTexts, { hint: h.missing }),
      note: area(f.note, { required: ({ missing }) => Array.isArray(missing) && missing.length > 0 }),
    },
  },
  recordRevisit: {
    fields: {
      way: choice(f.revisitWay, words.revisitWayTexts, { initial: 'phone' }),
      connected: answer(f.connected, words.answerTexts.connected, { hint: h.connected }),
      hotlineService: choice(f.hotlineService, words.satisfactionTexts, rated),
      unitContact: choice(f.unitContact, words.satisfactionTexts, rated),
      result: choice(f.result, words.satisfactionTexts, rated),
      solved: answer(f.solved, words.answerTexts.solved, rated),
      finding: choice(f.finding, words.findingTexts, { hint: h.finding, required: dissatisfied }),
      note: area(f.note, { required: ({ finding }) => finding !== null }),
    },
  },
  screen: {
    asksFirst: always,
    fields: { objective: answer(f.objective, words.answerTexts.objective), note: area(f.note) },
  },
  redo: { fields: { cause: choice(f.cause, faultTexts, { blamed: 'finding' }), note: area(f.note) } },
  decideCoordination: {
    fields: {
      kind: choice(f.kind, words.orderKindTexts),
      signedOffBy: line(f.signedOffBy),
      document: line(f.document),
      attendees: names(f.attendees, { hint: h.attendees, shown: ({ kind }) => kind === 'meeting' }),
      lead: unit(f.lead, { hint: h.lead }),
      coHandlers: units(f.coHandlers, { hint: h.coHandlers }),
    },
  },
  checkScope: {
    asksFirst: ({ verdict }) => verdict !== 'accept',
    fields: {
      verdict: choice(f.scopeVerdict, words.scopeVerdictTexts),
      reasonCode: reason(f.reasonCode, { shown: ({ verdict }) => verdict === 'notAccepted' || verdict === 'referred' }),
      guidance: area(f.guidance, { shown: ({ verdict }) => verdict === 'notAccepted' || verdict === 'referred' }),
    },
  },
  acceptFinal: {
    asksFirst: always,
    fields: {
      accepted: answer(f.accepted, words.answerTexts.filed),
      note: area(f.note, { required: (values) => values.accepted === false }),
    },
  },
  archive: { asksFirst: always, fields: {} },
  declareFinal: {
    fields: {
      opinion: area(f.opinion),
      wording: area(f.wording, { max: 4000 }),
      attachment: line(f.attachment),
      callerToldAt: moment(f.callerToldAt),
    },
  },
  answerByWording: { asksFirst: always, fields: { wording: area(f.wording, { max: 4000 }) } },
  askScope: { fields: { unit: unit(f.unit), question: area(f.question) } },
  mergeInto: { asksFirst: always, fields: { target: line(f.target, { hint: h.target }), reason: area(f.reason) } },
  sendToCoordination: {
    fields: { reason: choice(f.coordinationReason, coordinationReasons), report: area(f.report) },
  },
  markUrgent: { fields: { urgency: choice(f.urgency, urgencyTexts), reason: area(f.reason) } },
  urge: { fields: { note: area(f.note) } },
  supervise: { fields: { demand: area(f.demand, { blamed: 'text' }) } },
  withdraw: { asksFirst: always, fields: { note: area(f.note) } },
};

const order = Object.keys(commands) as Deed[];

/** What somebody may do now, the next step of the ticket's way first. */
export function deedsOf(may: readonly LoopVerb[]): Deed[] {
  return order.filter((verb) => may.includes(verb));
}

/** The usual next step is done by the key that stands out; what only urges or ends is not. */
const besides: readonly Deed[] = [
  'answerByWording',
  'askScope',
  'markUrgent',
  'urge',
  'supervise',
  'withdraw',
  'sendToCoordination',
  'mergeInto',
];

export function isNextStep(deed: Deed): boolean {
  return !besides.includes(deed);
}

export function commandOf(deed: Deed): Command {
  return commands[deed];
}

/** Where it is sent: requestReturn goes to request-return. */
export function addressOf(deed: Deed): string {
  return deed.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
