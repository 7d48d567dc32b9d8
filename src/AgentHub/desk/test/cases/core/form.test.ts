import { describe, expect, it } from 'vitest';
import { addressOf, commandOf, type Deed, deedsOf, isNextStep } from '../../../src/cases/core/commands';
import type { Values } from '../../../src/cases/core/fields';
import { beginning, blamedOf, bodyOf, missingOf, shownFields } from '../../../src/cases/core/form';
import type { LoopVerb } from '../../../src/shared/contract';
import { wallDay, wallMoment } from '../../../src/shared/core/moment';
import { makeCase, makeTask } from '../make';

const view = makeCase();
const begun = (deed: Deed, change: Values = {}, of = view) => ({ ...beginning(commandOf(deed), of), ...change });
const missing = (deed: Deed, change: Values = {}, of = view) => missingOf(commandOf(deed), begun(deed, change, of), of);
const body = (deed: Deed, change: Values = {}, of = view) => bodyOf(commandOf(deed), begun(deed, change, of), of);
const shown = (deed: Deed, change: Values = {}, of = view) =>
  shownFields(commandOf(deed), begun(deed, change, of), of).map(([name]) => name);

describe('what somebody may do', () => {
  it('stands in the order of the way of a ticket, and what people cannot do is not there', () => {
    expect(deedsOf(['withdraw', 'urge', 'submitReply', 'noteOverdue', 'rateByDefault', 'moveRuleSet'])).toEqual([
      'submitReply',
      'urge',
      'withdraw',
    ]);
  });
  it('is sent to an address of its own', () => {
    expect(addressOf('requestTemporaryClosure')).toBe('request-temporary-closure');
    expect(addressOf('sign')).toBe('sign');
  });
  it('stands out only where it leads on', () => {
    expect([isNextStep('dispatch'), isNextStep('withdraw'), isNextStep('urge')]).toEqual([true, false, false]);
  });
});

describe('a form', () => {
  it('of dispatch begins with the unit that was proposed, and needs a lead only', () => {
    expect(missing('dispatch', { lead: '' })).toEqual(['lead']);
    expect(body('dispatch')).toEqual({ version: 7, lead: 'kf-cg', coHandlers: [], specialReason: '' });
  });
  it('of a return needs reason, basis and a unit', () => {
    expect(missing('requestReturn')).toEqual(['reason', 'basis', 'suggestedUnit']);
    expect(missing('requestReturn', { reason: ' ', basis: 'x', suggestedUnit: 'kf-zj' })).toEqual(['reason']);
  });
  it('asks for a scan only on an order of the group', () => {
    expect(shown('requestReturn')).not.toContain('scan');
    const ordered = makeCase({ tasks: [makeTask({ needsScan: true })] });
    expect(missing('requestReturn', {}, ordered)).toContain('scan');
    const over = makeCase({ tasks: [makeTask({ needsScan: true, state: 'returned' })] });
    expect(shown('requestReturn', {}, over)).not.toContain('scan');
  });
  it('of an extension says that the caller was told, on the clock of the city', () => {
    expect(missing('requestExtension')).toEqual(['workingDays', 'reason', 'callerToldAt']);
    const filled = { workingDays: 3, reason: '材料未到', callerToldAt: '2026-03-17T09:30', callerToldBy: 'phone' };
    expect(body('requestExtension', filled)).toEqual({
      version: 7,
      ...filled,
      callerToldAt: '2026-03-17T09:30:00+08:00',
    });
  });
  it('takes a moment with its seconds, where the key gave them', () => {
    expect(wallMoment(Date.parse('2026-03-17T01:30:09.900Z'))).toBe('2026-03-17T09:30:09');
    expect(body('submitReply', { contactedAt: '2026-03-17T09:30:09' }).contactedAt).toBe('2026-03-17T09:30:09+08:00');
    expect(body('submitReply').contactedAt).toBeNull();
    expect(wallDay(Date.parse('2026-03-17T16:00:00Z'))).toBe('2026-03-18');
  });
  it('of a reply needs an explanation where nothing is solved, and a word about opinions that are missing', () => {
    expect(missing('submitReply')).toEqual(['text', 'contactedAt', 'solved']);
    expect(missing('submitReply', { text: 'x', contactedAt: '2026-03-17T09:30', solved: false })).toEqual([
      'explanation',
    ]);
    const joint = makeCase({ tasks: [makeTask(), makeTask({ no: 2, kind: 'coHandler', state: 'signedFor' })] });
    expect(missing('submitReply', {}, joint)).toContain('withoutOpinions');
    expect(body('submitReply', { solved: true, explanation: 'typed before' })).not.toHaveProperty('explanation');
  });
  it('of a temporary closure needs progress, next steps and a promise, and a paper where a case was opened', () => {
    expect(missing('requestTemporaryClosure', { ground: 'complex' })).toEqual(['progress', 'nextSteps', 'promisedFor']);
    expect(missing('requestTemporaryClosure', { ground: 'caseFiled' })).toContain('filing');
  });
  it('of a review names what it is about', () => {
    const asked = { no: 1, task: 1, by: '4001', at: '', reason: '', basis: '', suggestedUnit: 'kf-zj', scan: null };
    const returned = makeCase({
      returns: [
        { ...asked, verdict: 'reject', decision: { by: '', at: '', granted: false, note: '' }, improper: true },
        { ...asked, no: 2, verdict: null, decision: null, improper: false },
      ],
    });
    expect(body('decideReturn', { verdict: 'accept', note: 'ok' }, returned)).toEqual({
      version: 7,
      application: 2,
      verdict: 'accept',
      note: 'ok',
    });
    expect(shown('decideReturn', { verdict: 'reject' }, returned)).toContain('improper');
  });
  it('of more time grants days, or none', () => {
    expect(missing('decideExtension')).toEqual(['grantedDays', 'note']);
    expect(missing('decideExtension', { grantedDays: 'yes', note: 'ok' })).toEqual(['grantedDays']);
    expect(missing('decideExtension', { grantedDays: 'no', note: 'ok' })).toEqual([]);
    expect(body('decideExtension', { grantedDays: 2 })).toMatchObject({ grantedDays: 2 });
    expect(body('decideExtension', { grantedDays: 'no' })).toMatchObject({ grantedDays: null });
  });
  it('of a close review needs a word only where something is missing', () => {
    expect(missing('reviewClosing')).toEqual([]);
    expect(missing('reviewClosing', { missing: ['basis'] })).toEqual(['note']);
  });
  it('of a revisit asks for ratings only of whom it reached, and for a finding of whom is dissatisfied', () => {
    expect(missing('recordRevisit')).toEqual(['connected']);
    expect(shown('recordRevisit', { connected: false })).not.toContain('result');
    expect(missing('recordRevisit', { connected: true, result: 'satisfied' })).toEqual([]);
    expect(missing('recordRevisit', { connected: true, result: 'dissatisfied' })).toEqual(['finding']);
    expect(missing('recordRevisit', { connected: true, result: 'dissatisfied', finding: 'lawLimit' })).toEqual([
      'note',
    ]);
  });
  it('of a meeting lists who met', () => {
    expect(shown('decideCoordination', { kind: 'assignmentOrder' })).not.toContain('attendees');
    expect(body('decideCoordination', { kind: 'meeting', attendees: '王局、李局，赵主任 钱科' }).attendees).toEqual([
      '王局',
      '李局',
      '赵主任',
      '钱科',
    ]);
  });
  it('asks once more before what cannot be undone', () => {
    const asking = (['withdraw', 'mergeInto', 'archive', 'screen', 'acceptFinal', 'answerByWording'] as Deed[]).map(
      (deed) => commandOf(deed).asksFirst?.(begun(deed)),
    );
    expect(asking).toEqual(asking.map(() => true));
    expect(commandOf('checkScope').asksFirst?.({ verdict: 'accept' })).toBe(false);
    expect(commandOf('sign').asksFirst).toBeUndefined();
  });
});

describe('what the server blames', () => {
  it('is found in the form by the name that it has there', () => {
    expect(blamedOf(commandOf('dispatch'), ['lead'])).toEqual(['lead']);
    expect(blamedOf(commandOf('dispatch'), ['reason'])).toEqual(['specialReason']);
    expect(blamedOf(commandOf('decideExtension'), ['workingDays'])).toEqual(['grantedDays']);
    expect(blamedOf(commandOf('recordRevisit'), ['ratings'])).toContain('result');
    expect(blamedOf(commandOf('redo'), ['finding'])).toEqual(['cause']);
    expect(blamedOf(commandOf('supervise'), ['text'])).toEqual(['demand']);
    expect(blamedOf(commandOf('urge'), ['wish'])).toEqual([]);
  });
});

it('has a form for every command but those of the system and of administrators', () => {
  const others: LoopVerb[] = ['rateByDefault', 'noteOverdue', 'moveRuleSet', 'recountDeadlines'];
  expect(deedsOf(others)).toEqual([]);
});
