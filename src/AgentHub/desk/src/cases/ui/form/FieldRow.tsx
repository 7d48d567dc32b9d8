import { useId } from 'react';
import { Icon } from '../../../shared/ui/common/Icon';
import type { Field, Value, Values } from '../../core/fields';
import { caseTexts } from '../../texts';
import { FieldInput, standsBeside } from './FieldInput';

interface Props {
  name: string;
  field: Field;
  value: Value;
  values: Values;
  required: boolean;
  /** The sentence of what is wrong with it. */
  error: string | null;
  onChange(value: Value): void;
}

/** Several answers beside each other are named together; one field by a label. */
function Label({ id, field, required }: { id: string; field: Field; required: boolean }) {
  const text = (
    <>
      {field.label}
      {required ? <span aria-hidden="true">*</span> : <span className="small muted">{caseTexts.optional}</span>}
    </>
  );
  return standsBeside(field) ? (
    <span className="label" id={`${id}label`}>
      {text}
    </span>
  ) : (
    <label className="label" htmlFor={id}>
      {text}
    </label>
  );
}

/** A field with its name, what it is for, and what is wrong with it. */
export function FieldRow({ name, field, value, values, required, error, onChange }: Props) {
  const id = useId();
  const [hintId, errorId] = [`${id}hint`, `${id}error`];
  const told = [field.hint ? hintId : '', error ? errorId : ''].filter((text) => text !== '').join(' ');
  return (
    <div className={error ? 'form-field error' : 'form-field'} data-testid={`field-${name}`}>
      {field.kind === 'flag' ? <span /> : <Label id={id} field={field} required={required} />}
      <div>
        <FieldInput
          id={id}
          field={field}
          value={value}
          values={values}
          required={required}
          describedBy={told}
          invalid={error !== null}
          onChange={onChange}
        />
        {field.hint ? (
          <p className="small muted" id={hintId}>
            {field.hint}
          </p>
        ) : null}
        {error ? (
          <p className="field-error" id={errorId} role="alert">
            <Icon name="warn" size="small" />
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}
