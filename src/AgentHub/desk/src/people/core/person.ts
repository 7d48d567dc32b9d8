import type { CodeName, PersonForm, PersonView, Role } from '../../shared/contract';
import { peopleTexts, roleTexts } from '../texts';

/** A skill's levels, 1 (beginner) to 5; a skill for which none is written has the usual one. */
export const levels = [1, 2, 3, 4, 5] as const;
const usual = 3;

/** The level of a skill among those written as `law:4` or `law`; null where it is not there. */
export function levelOf(skills: readonly string[], code: string): number | null {
  const found = skills.find((skill) => skill.split(':')[0] === code);
  if (found === undefined) return null;
  return Number(found.split(':')[1] ?? usual);
}

export function withLevel(skills: readonly string[], code: string, level: number | null): string[] {
  const others = skills.filter((skill) => skill.split(':')[0] !== code);
  return level === null ? others : [...others, `${code}:${level}`];
}

/** An account as it is now, to be changed. Only somebody of a unit has one. */
export function formOf(person: PersonView): PersonForm {
  const { name, roles, skills, enabled, unit } = person;
  return { name, roles, skills, enabled, unit, newPassword: false };
}

export const newPerson: PersonForm = {
  name: '',
  roles: ['agent'],
  skills: [],
  enabled: true,
  unit: null,
  newPassword: false,
};

/** Those who work for a unit, which their account names. */
const ofUnits: readonly Role[] = ['unit', 'unitReviewer', 'countyStation'];

export function isOfUnit(roles: readonly Role[]): boolean {
  return roles.some((role) => ofUnits.includes(role));
}

/** What is sent: a unit belongs to those who work for one. */
export function toSend(form: PersonForm): PersonForm {
  return { ...form, name: form.name.trim(), unit: isOfUnit(form.roles) ? (form.unit ?? null) : null };
}

export function skillText(skills: readonly string[], names: readonly CodeName[]): string {
  return skills
    .map((skill) => {
      const [code = ''] = skill.split(':');
      const name = names.find((known) => known.code === code)?.name ?? '';
      return name === '' ? '' : `${name} ${levelOf(skills, code)}`;
    })
    .filter((text) => text !== '')
    .join(peopleTexts.skillComma);
}

/** Those whose number, name, roles or skills hold the word. */
export function found(
  people: readonly PersonView[],
  word: string,
  closed: boolean,
  names: readonly CodeName[],
): PersonView[] {
  const wanted = word.trim();
  return people.filter(
    (person) =>
      (closed || person.enabled) &&
      [person.id, person.name, ...person.roles.map((role) => roleTexts[role]), skillText(person.skills, names)].some(
        (text) => text.includes(wanted),
      ),
  );
}
