import { describe, expect, it } from 'vitest';
import { found, levelOf, newPerson, skillText, toSend, withLevel } from '../../../src/people/core/person';
import type { PersonView } from '../../../src/shared/contract';

const names = [
  { code: 'law', name: '法律' },
  { code: 'fund', name: '公积金' },
];
const person = (change: Partial<PersonView>): PersonView => ({
  id: '1001',
  name: '李雯',
  roles: ['agent'],
  skills: ['law:4', 'fund'],
  enabled: true,
  unit: null,
  ...change,
});

describe('the skills of somebody', () => {
  it('have levels, the usual one where none is written', () => {
    expect(levelOf(['law:4', 'fund'], 'law')).toBe(4);
    expect(levelOf(['law:4', 'fund'], 'fund')).toBe(3);
    expect(levelOf(['law:4'], 'fund')).toBeNull();
  });
  it('are given, changed and taken away', () => {
    expect(withLevel([], 'law', 2)).toEqual(['law:2']);
    expect(withLevel(['law:2', 'fund'], 'law', 5)).toEqual(['fund', 'law:5']);
    expect(withLevel(['law:2'], 'law', null)).toEqual([]);
  });
  it('are said in words, never in codes', () => {
    expect(skillText(['law:4', 'fund', 'gone:2'], names)).toBe('法律 4、公积金 3');
  });
});

describe('people', () => {
  it('are found by number, name, role or skill; those who left only when asked for', () => {
    const people = [
      person({}),
      person({ id: '2001', name: '赵班长', roles: ['shiftLeader'], skills: [], enabled: false }),
    ];
    expect(found(people, '法律', false, names).map(({ id }) => id)).toEqual(['1001']);
    expect(found(people, '班长', false, names)).toEqual([]);
    expect(found(people, '班长', true, names).map(({ id }) => id)).toEqual(['2001']);
  });
  it('have a unit only where they work for one', () => {
    expect(toSend({ ...newPerson, name: ' 王 ', unit: 'kf-cg' })).toMatchObject({ name: '王', unit: null });
    expect(toSend({ ...newPerson, roles: ['unit'], unit: 'kf-cg' }).unit).toBe('kf-cg');
  });
});
