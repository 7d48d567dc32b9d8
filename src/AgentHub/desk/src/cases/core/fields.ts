import type { CaseView } from '../../shared/contract';

/** What somebody typed or chose: text, a number, an answer, several codes; null where nothing was chosen. */
export type Value = string | number | boolean | null | readonly string[];
export type Values = Readonly<Record<string, Value>>;

export type FieldKind =
  | 'area'
  | 'line'
  | 'unit'
  | 'units'
  | 'days'
  | 'granted'
  | 'moment'
  | 'day'
  | 'choice'
  | 'choices'
  | 'answer'
  | 'flag'
  | 'names'
  | 'reason';

export type Rule = (values: Values, view: CaseView) => boolean;

/** A field of a form: what it is called, and when it is there and must be filled. */
export interface Field {
  kind: FieldKind;
  label: string;
  hint?: string;
  /** Left out: it may stay empty. */
  required?: Rule;
  /** Left out: it is always there. */
  shown?: Rule;
  options?: Readonly<Record<string, string>>;
  /** What yes and no are called. */
  answers?: readonly [string, string];
  max?: number;
  /** What the server calls it, where it blames it by another name. */
  blamed?: string;
  initial?: Value | ((view: CaseView) => Value);
}

const always: Rule = () => true;
type More = Omit<Partial<Field>, 'kind' | 'label'>;

/** The server takes no more in a text, and no more in a line. */
const longest = 8000;
const longestLine = 200;

const make = (kind: FieldKind, label: string, more: More): Field => ({ kind, label, required: always, ...more });

/** A text that must be there. */
export const area = (label: string, more: More = {}) => make('area', label, { max: longest, ...more });
/** A text that may be there. */
export const remark = (label: string, more: More = {}) => area(label, { required: () => false, ...more });
export const line = (label: string, more: More = {}) => make('line', label, { max: longestLine, ...more });
export const unit = (label: string, more: More = {}) => make('unit', label, more);
export const units = (label: string, more: More = {}) => make('units', label, { required: () => false, ...more });
export const days = (label: string, more: More = {}) => make('days', label, more);
export const granted = (label: string, more: More = {}) => make('granted', label, more);
export const moment = (label: string, more: More = {}) => make('moment', label, more);
export const day = (label: string, more: More = {}) => make('day', label, more);
export const names = (label: string, more: More = {}) => make('names', label, more);
export const reason = (label: string, more: More = {}) => make('reason', label, more);
export const flag = (label: string, more: More = {}) => make('flag', label, { required: () => false, ...more });
export const choice = (label: string, options: Readonly<Record<string, string>>, more: More = {}) =>
  make('choice', label, { options, ...more });
export const choices = (label: string, options: Readonly<Record<string, string>>, more: More = {}) =>
  make('choices', label, { options, required: () => false, ...more });
export const answer = (label: string, answers: readonly [string, string], more: More = {}) =>
  make('answer', label, { answers, ...more });
