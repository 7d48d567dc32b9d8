import type { CaseStepView, CaseView, RatingsView, SentNoticeView } from '../../shared/contract';
import { happeningText } from '../../shared/core/happening';
import { wallMoment } from '../../shared/core/moment';
import { audienceTexts, channelTexts, deliveryReasonTexts } from '../../shared/core/texts';
import { ticketStates } from '../../shared/texts';
import { dutyChapters } from './duty';
import * as words from './texts';

const { storyTexts } = words;

/** One line of the timeline: who, when, what, why, in sentences that anybody understands. */
export interface Chapter {
  no: number;
  at: string;
  who: string;
  what: string;
  /** What it was about: units, days, answers. */
  details: readonly string[];
  /** In the words of whoever did it. */
  why: string;
  /** Set where the ticket moved on. */
  moved: string;
}

type NameOf = (unit: string | null) => string;

/** The steps of the ticket, and between them the rings of duty phones, in the order of time. */
export function storyOf(view: CaseView, nameOf: NameOf): Chapter[] {
  const steps = view.timeline.map((step) => chapterOf(step, view, nameOf));
  const rings = dutyChapters(view.dutyCalls, nameOf);
  return rings.length === 0
    ? steps
    : [...steps, ...rings].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** What went out of the house, or did not: those that are alike are told together. */
export function noticesOf(view: CaseView, nameOf: NameOf): Chapter[] {
  const alike = new Map<string, SentNoticeView[]>();
  for (const one of view.notices) {
    const key = [one.step, one.what, one.at, one.channel, one.state, one.reason].join('/');
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((all) => {
    const [one] = all;
    if (!one) return [];
    const whom = all.map(({ audience, unit }) => (unit === null ? audienceTexts[audience] : nameOf(unit)));
    return {
      no: 0,
      at: one.doneAt ?? one.at,
      who: storyTexts.system,
      what: storyTexts.told[one.state](channelTexts[one.channel]),
      details: [whom.join(storyTexts.list), happeningText(one.step, one.what)],
      why: one.reason === null ? '' : deliveryReasonTexts[one.reason],
      moved: '',
    };
  });
}

/** Steps and notices by their time, the oldest first. */
export function wholeStoryOf(view: CaseView, nameOf: NameOf): Chapter[] {
  return [...storyOf(view, nameOf), ...noticesOf(view, nameOf)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function chapterOf(step: CaseStepView, view: CaseView, nameOf: NameOf): Chapter {
  return {
    no: step.no,
    at: step.at,
    who: whoOf(step, nameOf),
    what: whatOf(step),
    details: detailsOf(step, view, nameOf).filter((text) => text !== ''),
    why: step.reason,
    moved: step.from !== null && step.from !== step.to ? storyTexts.moved(ticketStates[step.from], step.toText) : '',
  };
}

function whatOf({ verb, followUp, from, toText }: CaseStepView): string {
  if (verb !== null) return words.doneTexts[verb];
  if (followUp !== null) return words.followUpTexts[followUp];
  return from === null ? storyTexts.called : storyTexts.ofCall(toText);
}

function whoOf(step: CaseStepView, nameOf: NameOf): string {
  const role = words.ticketRoleTexts[step.role];
  if (step.role === 'system') return role;
  const name = step.whoName || step.who;
  return step.unit === null ? storyTexts.ofHotline(name, role) : storyTexts.ofUnit(name, role, nameOf(step.unit));
}

/** What a step was about stands in the case with the step's own time. */
function detailsOf(step: CaseStepView, view: CaseView, nameOf: NameOf): string[] {
  const now = (at: string | null | undefined) => sameMoment(at, step.at);
  const then = <T extends { at: string }>(all: readonly T[]) => all.filter(({ at }) => now(at));
  const decided = <T extends { decision: { at: string } | null }>(all: readonly T[]) =>
    all.filter(({ decision }) => now(decision?.at));
  const answer = (granted: boolean) => (granted ? storyTexts.granted : storyTexts.rejected);
  switch (step.verb) {
    case 'dispatch':
    case 'decideCoordination':
      return givenTo(step, view, nameOf);
    case 'subAssign':
      return view.tasks.filter((task) => now(task.dispatchedAt)).map((task) => storyTexts.passedOn(nameOf(task.unit)));
    case 'requestReturn':
      return then(view.returns).flatMap((sent) => [sent.basis, storyTexts.suggested(nameOf(sent.suggestedUnit))]);
    case 'decideReturn':
      return decided(view.returns).flatMap((sent) => [
        sent.verdict === null ? '' : words.returnVerdictTexts[sent.verdict],
        sent.improper ? storyTexts.improper : '',
      ]);
    case 'requestExtension':
      return then(view.extensions).map((sent) => storyTexts.days(sent.workingDays));
    case 'decideExtension':
      return decided(view.extensions).flatMap((sent) => [
        answer(sent.grantedDays > 0),
        sent.grantedDays > 0 ? storyTexts.days(sent.grantedDays) : '',
      ]);
    case 'requestTemporaryClosure':
      return then(view.closures).flatMap((sent) => [sent.progress, storyTexts.promised(sent.promisedFor)]);
    case 'decideTemporaryClosure':
      return decided(view.closures).map((sent) => answer(sent.decision?.granted ?? false));
    case 'reportProgress':
      return then(view.reports).map(({ text }) => text);
    case 'respondFirst':
      return view.tasks.flatMap((task) =>
        task.firstResponse && now(task.firstResponse.at) ? [task.firstResponse.text] : [],
      );
    case 'giveOpinion':
      return view.tasks.flatMap((task) => (task.opinion && now(task.opinion.at) ? [task.opinion.text] : []));
    case 'submitReply':
      return then(view.replies).map(({ solved }) => (solved ? storyTexts.solved : storyTexts.unsolved));
    case 'reviewReply':
      return view.replies
        .filter(({ review }) => now(review?.at))
        .map(({ review }) => (review?.granted ? storyTexts.approved : storyTexts.sentBack));
    case 'reviewClosing':
      return then(view.closeReviews).map(({ missing }) => lacking(missing));
    case 'recordRevisit':
      return then(view.revisits).map(({ connected, ratings }) =>
        connected ? ratingsText(ratings) : storyTexts.notConnected,
      );
    case 'screen':
      return then(view.screenings).map(({ objective }) => words.answerTexts.objective[objective ? 0 : 1]);
    case 'redo':
      return view.rounds.filter(({ startedAt }) => now(startedAt)).map(({ cause }) => words.findingTexts[cause]);
    case 'acceptFinal':
      return decided(view.finalDeclarations).map(({ decision }) => answer(decision?.granted ?? false));
    case 'askScope':
      return then(view.scopeQuestions).map(({ unit }) => nameOf(unit));
    case 'recountDeadlines':
      return recounted(step);
    default:
      return [];
  }
}

/** A step is kept to the thousandth of a second, and what it did more finely. */
function sameMoment(one: string | null | undefined, other: string): boolean {
  return typeof one === 'string' && Math.abs(Date.parse(one) - Date.parse(other)) <= 1;
}

function givenTo(step: CaseStepView, view: CaseView, nameOf: NameOf): string[] {
  const given = view.tasks.filter((task) => sameMoment(task.dispatchedAt, step.at));
  const leads = given.filter(({ kind }) => kind === 'lead').map(({ unit }) => storyTexts.lead(nameOf(unit)));
  const others = given.filter(({ kind }) => kind === 'coHandler').map(({ unit }) => nameOf(unit));
  return others.length > 0 ? [...leads, storyTexts.coHandlers(others.join(storyTexts.list))] : leads;
}

/** From when to when each clock moved. */
function recounted({ before, after }: CaseStepView): string[] {
  const moment = (due: string | null) =>
    due === null ? storyTexts.unknown : wallMoment(Date.parse(due)).slice(5, 16).replace('T', ' ');
  return after.flatMap(({ timer, task, due }) => {
    const former = before.find((one) => one.timer === timer && one.task === task);
    return former === undefined || moment(former.due) === moment(due)
      ? []
      : [storyTexts.recounted(words.timerTexts[timer], moment(former.due), moment(due))];
  });
}

const lacking = (missing: CaseView['closeReviews'][number]['missing']) =>
  missing.length === 0
    ? storyTexts.complete
    : storyTexts.lacks(missing.map((element) => words.replyElementTexts[element]).join(storyTexts.list));

export function ratingsText({ hotlineService, unitContact, result }: RatingsView): string {
  const text = (rating: RatingsView['result']) =>
    rating === null ? storyTexts.unrated : words.satisfactionTexts[rating];
  return storyTexts.ratings(text(hotlineService), text(unitContact), text(result));
}

/** What happened since somebody looked: he lost the race against it. */
export function newSince(before: CaseView, now: CaseView, nameOf: NameOf): Chapter[] {
  const last = before.timeline.at(-1)?.no ?? 0;
  return storyOf(now, nameOf).filter(({ no }) => no > last);
}
