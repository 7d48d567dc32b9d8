import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cases/core/commands';
import * as words from '../../../src/cases/core/texts';
import * as notices from '../../../src/shared/core/texts';
import { ticketStates, timerTexts } from '../../../src/shared/texts';

/** The words of the contract, from its own text: a type is gone when a test runs. */
const contract = import.meta.glob<string>('../../../src/shared/contract.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const server = import.meta.glob<string>('../../../../Texts/zh-CN.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const only = (files: Record<string, string>) => Object.values(files)[0] ?? '';

function union(name: string): string[] {
  const [, text = ''] = new RegExp(`export type ${name} =([^;]*);`).exec(only(contract)) ?? [];
  return [...text.matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
}

const cjk = /[\u4e00-\u9fff]/;

describe('the words of cases', () => {
  const vocabularies: Record<string, Readonly<Record<string, unknown>>> = {
    LoopVerb: words.verbTexts,
    TicketState: ticketStates,
    CaseQueue: words.queueTexts,
    DueFilter: words.dueFilterTexts,
    TicketRole: words.ticketRoleTexts,
    DeadlineTimer: timerTexts,
    OverdueCause: words.overdueCauseTexts,
    AssignmentKind: words.taskKindTexts,
    AssignmentState: words.taskStateTexts,
    ReturnVerdict: words.returnVerdictTexts,
    ContactWay: words.contactWayTexts,
    ClosureGround: words.closureGroundTexts,
    ReplyElement: words.replyElementTexts,
    Satisfaction: words.satisfactionTexts,
    RevisitWay: words.revisitWayTexts,
    RevisitFinding: words.findingTexts,
    CoordinationReason: words.coordinationReasonTexts,
    CoordinationOrderKind: words.orderKindTexts,
    ScopeVerdict: words.scopeVerdictTexts,
    CaseEndKind: words.endKindTexts,
    NoticeChannel: notices.channelTexts,
    NoticeAudience: notices.audienceTexts,
    DeliveryState: notices.deliveryStateTexts,
    DeliveryReason: notices.deliveryReasonTexts,
    PrecedentKind: words.precedentTexts,
  };
  it.each(Object.entries(vocabularies))('%s are all said in Chinese', (name, texts) => {
    const known = union(name);
    expect(known.length).toBeGreaterThan(1);
    expect(Object.keys(texts).sort()).toEqual(known.sort());
    expect(Object.values(texts).every((text) => cjk.test(JSON.stringify(text)))).toBe(true);
  });
  it('tell in the past what a verb did', () => {
    expect(Object.keys(words.doneTexts).sort()).toEqual(union('LoopVerb').sort());
  });
  it('say why the server refuses: each reason and each field has a sentence there', () => {
    const texts: Record<string, string> = JSON.parse(only(server));
    const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
    const wanted = [
      ...union('LoopRefusal').map((word) => `case.refused.${upper(word)}`),
      ...union('LoopField').map((word) => `case.field.${upper(word)}`),
    ];
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.filter((key) => !cjk.test(texts[key] ?? ''))).toEqual([]);
  });
  it('know for every command of people what it would do that cannot be undone', () => {
    const asking = Object.entries(commands).filter(([, command]) => 'asksFirst' in command);
    expect(asking.map(([verb]) => verb).sort()).toEqual(Object.keys(words.consequenceTexts).sort());
  });
});
