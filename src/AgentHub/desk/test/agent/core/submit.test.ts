import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/agent/core/draft';
import { sortParties } from '../../../src/agent/core/parties';
import {
  choosing,
  detailOf,
  missingFields,
  noOutcome,
  outcomeByDigit,
  reasonOf,
  summaryOf,
} from '../../../src/agent/core/submit';
import { categoryPath, categoryText } from '../../../src/shared/core/categories';
import { parseRoute, routeHash } from '../../../src/shared/core/nav';
import { makeTicket } from '../../make';

const empty = formOf(makeTicket());
const full = formOf(makeTicket({ demandType: 'help', category: '01', title: '路灯', text: '不亮', unit: 'city' }));

describe('what an outcome cannot do without', () => {
  it('is an outcome in the first place', () => expect(missingFields(full, noOutcome)).toEqual(['outcome']));
  it('differs from outcome to outcome', () => {
    expect(missingFields(empty, { ...noOutcome, outcome: 'ticket' })).toEqual([
      'demandType',
      'category',
      'title',
      'text',
      'unit',
    ]);
    expect(missingFields(full, { ...noOutcome, outcome: 'ticket' })).toEqual([]);
    expect(missingFields(empty, { ...noOutcome, outcome: 'directAnswer', summary: '  ' })).toEqual(['summary']);
    expect(missingFields(empty, { ...noOutcome, outcome: 'transfer' })).toEqual(['transferTarget', 'takenOver']);
    for (const outcome of ['notAccepted', 'referral'] as const) {
      expect(missingFields(empty, { ...noOutcome, outcome })).toEqual(['reasonCode', 'summary']);
    }
  });
  it('takes no guidance that still has its blanks: nobody was told that', () => {
    const said = (summary: string) =>
      missingFields(empty, { ...noOutcome, outcome: 'referral', reasonCode: 'petition', summary });
    expect(said('请向「{单位}」查询')).toEqual(['blanks']);
    expect(said('请向「市信访局」查询')).toEqual([]);
  });
  it('says of a transfer whether it was taken over', () => {
    const detail = {
      ...noOutcome,
      outcome: 'transfer' as const,
      transferTarget: '12366 税务',
      takenOver: false,
      summary: '已告知',
    };
    expect(summaryOf(detail)).toBe('转接 12366 税务，对方未接走。已告知');
  });
  it('has a reason only where it needs one, and of its own list', () => {
    const refused = { ...noOutcome, outcome: 'notAccepted' as const, reasonCode: 'R01' };
    expect(reasonOf(refused)).toBe('R01');
    expect(reasonOf({ ...refused, outcome: 'ticket' })).toBeNull();
    expect(choosing(refused, 'referral')).toEqual({ outcome: 'referral', reasonCode: null });
    expect(choosing(refused, 'notAccepted')).toEqual({});
  });
  it('is chosen by 1 to 5', () => {
    expect(outcomeByDigit('Digit2')).toBe('ticket');
    expect(outcomeByDigit('Numpad4')).toBe('notAccepted');
    expect(outcomeByDigit('Digit5')).toBe('referral');
    expect(outcomeByDigit('Digit6')).toBeNull();
  });
});

describe('an outcome that was begun', () => {
  const kept = (detail: typeof noOutcome) => detailOf({ ...full, ...detail, summary: summaryOf(detail) });
  it('is found again after a reload', () => {
    const answer = { ...noOutcome, outcome: 'directAnswer' as const, summary: '已答复' };
    const refusal = { ...noOutcome, outcome: 'notAccepted' as const, summary: '请向法院', reasonCode: 'R01' };
    const referral = { ...refusal, outcome: 'referral' as const };
    for (const detail of [noOutcome, answer, refusal, referral]) expect(kept(detail)).toEqual(detail);
  });
  it('is found again for a transfer, whatever of it is there', () => {
    const begun = { ...noOutcome, outcome: 'transfer' as const, transferTarget: '12366 税务' };
    for (const takenOver of [null, true, false]) expect(kept({ ...begun, takenOver })).toEqual({ ...begun, takenOver });
    const whole = { ...begun, takenOver: true, summary: '已告知。\n请等待' };
    expect(kept(whole)).toEqual(whole);
  });
});

describe('lists', () => {
  const tree = [
    {
      code: '01',
      name: '社会保障',
      synonyms: [],
      children: [{ code: '0101', name: '公积金', synonyms: [], children: [] }],
    },
  ];
  it('finds the way to a category, and shows an unknown code as it is', () => {
    expect(categoryPath(tree, '0101').map((entry) => entry.code)).toEqual(['01', '0101']);
    expect(categoryText(tree, '0101')).toBe('社会保障 › 公积金');
    expect(categoryText(tree, '99')).toBe('99');
  });
  it('offers 12366 first', () => {
    const parties = [
      { target: '12329', name: '公积金', kind: 'line' as const, callable: true },
      { target: '110', name: '公安', kind: 'emergency' as const, callable: true },
      { target: '12366', name: '税务', kind: 'subCentre' as const, callable: true },
    ];
    expect(sortParties(parties, '').map((party) => party.target)).toEqual(['12366', '12329', '110']);
    expect(sortParties(parties, '公积').map((party) => party.target)).toEqual(['12329']);
  });
  it('keeps the page in the address', () => {
    expect(parseRoute('#/tickets/t%2F1')).toEqual({ page: 'tickets', item: 't/1' });
    expect(parseRoute(routeHash({ page: 'floor', item: null }))).toEqual({ page: 'floor', item: null });
    expect(routeHash({ page: 'tickets', item: 't/1' })).toBe('#/tickets/t%2F1');
    const found = { page: 'tickets', item: 't1', search: { query: '路灯 a&b', state: '', page: '2' } };
    expect(parseRoute(routeHash(found)).search).toEqual({ query: '路灯 a&b', page: '2' });
    expect(parseRoute('#/tickets/100%').item).toBe('100%');
  });
});
