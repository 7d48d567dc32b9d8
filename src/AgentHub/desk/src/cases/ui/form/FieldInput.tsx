import { Checkbox, Radio, Select } from 'antd';
import { reasonsFor } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { LimitedArea, LimitedInput } from '../../../shared/ui/common/LimitedText';
import type { Field, Value, Values } from '../../core/fields';
import { caseTexts } from '../../texts';
import { DaysInput, GrantedInput } from './DaysInput';
import { MomentInput } from './MomentInput';
import { UnitSelect } from './UnitSelect';

export interface InputProps {
  id: string;
  field: Field;
  value: Value;
  values: Values;
  required: boolean;
  describedBy: string;
  invalid: boolean;
  onChange(value: Value): void;
}

/** More choices than these stand in a list that opens. */
const besideEachOther = 5;

/** Its answers stand beside each other, so that there is no one field to name. */
export function standsBeside({ kind, options }: Field): boolean {
  if (kind === 'choice') return Object.keys(options ?? {}).length <= besideEachOther;
  return kind === 'answer' || kind === 'choices' || kind === 'granted';
}

/** What a field is filled with. */
export function FieldInput(props: InputProps) {
  const { id, field, value, describedBy, invalid, onChange } = props;
  const text = String(value ?? '');
  const aria = { 'aria-describedby': describedBy || undefined, 'aria-invalid': invalid || undefined };
  switch (field.kind) {
    case 'area':
      return (
        <LimitedArea
          id={id}
          {...aria}
          maxLength={field.max ?? 0}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'line':
    case 'names':
      return (
        <LimitedInput
          id={id}
          {...aria}
          maxLength={field.max ?? 1000}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'unit':
    case 'units':
      return <UnitSelect {...props} />;
    case 'days':
      return <DaysInput {...props} />;
    case 'granted':
      return <GrantedInput {...props} />;
    case 'moment':
    case 'day':
      return <MomentInput {...props} />;
    case 'choice':
      return <Choice {...props} />;
    case 'reason':
      return <ReasonSelect {...props} />;
    case 'choices':
      return (
        <Checkbox.Group
          role="group"
          aria-labelledby={`${id}label`}
          value={Array.isArray(value) ? [...value] : []}
          options={optionsOf(field)}
          onChange={(codes) => onChange(codes as string[])}
        />
      );
    case 'answer':
      return (
        <Radio.Group
          aria-labelledby={`${id}label`}
          value={value}
          options={[
            { value: true, label: field.answers?.[0] },
            { value: false, label: field.answers?.[1] },
          ]}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'flag':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {field.label}
        </Checkbox>
      );
  }
}

const optionsOf = (field: Field) => Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }));

/** One of few: all beside each other where they are few, else in a list. What need not be chosen can be taken back. */
function Choice({ id, field, value, required, onChange }: InputProps) {
  const options = optionsOf(field);
  if (!standsBeside(field))
    return (
      <Select
        id={id}
        className="wide"
        allowClear={!required}
        placeholder={caseTexts.none}
        value={value as string | null}
        options={options}
        onChange={(code: string | undefined) => onChange(code ?? null)}
      />
    );
  return (
    <Radio.Group
      aria-labelledby={`${id}label`}
      value={value ?? ''}
      options={required ? options : [...options, { value: '', label: caseTexts.notRated }]}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

/** The city's reasons of a refusal, or of a referral. */
function ReasonSelect({ id, value, values, onChange }: InputProps) {
  const reference = useStore(useDesk().reference);
  const reasons = reasonsFor(reference, values.verdict === 'referred' ? 'referral' : 'notAccepted');
  return (
    <Select
      id={id}
      className="wide"
      placeholder={caseTexts.none}
      value={value as string | null}
      options={reasons.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code: string) => onChange(code)}
    />
  );
}
