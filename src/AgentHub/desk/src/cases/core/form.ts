import type { CaseView } from '../../shared/contract';
import { momentOf } from '../../shared/core/moment';
import type { Command } from './commands';
import type { Field, Value, Values } from './fields';

/** A form that is being filled: what it begins with, what it lacks, and what is sent. */

export function beginning(command: Command, view: CaseView): Values {
  return Object.fromEntries(
    Object.entries(command.fields).map(([name, field]) => {
      const { initial } = field;
      return [name, initial === undefined ? empty(field) : typeof initial === 'function' ? initial(view) : initial];
    }),
  );
}

function empty(field: Field): Value {
  switch (field.kind) {
    case 'choices':
    case 'units':
      return [];
    case 'flag':
      return false;
    case 'choice':
    case 'answer':
    case 'days':
    case 'granted':
    case 'reason':
      return null;
    default:
      return '';
  }
}

export function shownFields(command: Command, values: Values, view: CaseView): [string, Field][] {
  return Object.entries(command.fields).filter(([, field]) => field.shown?.(values, view) ?? true);
}

/** Granted, and not yet for how many days: sent like this it would be a rejection. */
const yes = 'yes';

const isEmpty = (value: Value | undefined) =>
  value === undefined ||
  value === null ||
  value === yes ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The fields that must be filled and are not, in their order. */
export function missingOf(command: Command, values: Values, view: CaseView): string[] {
  return shownFields(command, values, view)
    .filter(([name, field]) => (field.required?.(values, view) ?? false) && isEmpty(values[name]))
    .map(([name]) => name);
}

/** What the server is sent. What is not shown is not said. */
export function bodyOf(command: Command, values: Values, view: CaseView): Record<string, unknown> {
  const body: Record<string, unknown> = { version: view.version };
  if (command.application) body.application = command.application(view) ?? 0;
  for (const [name, field] of shownFields(command, values, view)) body[name] = sent(field, values[name] ?? null);
  return body;
}

function sent({ kind }: Field, value: Value): unknown {
  switch (kind) {
    case 'area':
    case 'line':
    case 'unit':
      return String(value ?? '').trim();
    case 'names':
      return String(value ?? '')
        .split(/[\u3001\uff0c,\s]+/)
        .filter((name) => name !== '');
    case 'moment':
      return momentOf(String(value ?? ''));
    case 'day':
      return value === '' ? null : value;
    case 'days':
      return value ?? 0;
    case 'granted':
      return typeof value === 'number' ? value : null;
    default:
      return value;
  }
}

/** Which fields of the form the server's refusal names. */
export function blamedOf(command: Command, fields: readonly string[]): string[] {
  return Object.entries(command.fields)
    .filter(([name, field]) => fields.includes(name) || (field.blamed !== undefined && fields.includes(field.blamed)))
    .map(([name]) => name);
}
