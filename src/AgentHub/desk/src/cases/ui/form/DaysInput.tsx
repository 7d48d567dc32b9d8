import { Input, Radio } from 'antd';
import { caseTexts } from '../../texts';
import type { InputProps } from './FieldInput';

const longest = 3;

/** A number of working days. */
export function DaysInput({ id, value, describedBy, invalid, onChange }: InputProps) {
  return (
    <span className="row">
      <Input
        id={id}
        inputMode="numeric"
        style={{ width: 72 }}
        maxLength={longest}
        aria-describedby={describedBy || undefined}
        aria-invalid={invalid || undefined}
        value={typeof value === 'number' ? String(value) : ''}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '');
          onChange(digits === '' ? null : Number(digits));
        }}
      />
      {caseTexts.workingDays}
    </span>
  );
}

/** Yes with a number of days, or no. */
export function GrantedInput(props: InputProps) {
  const { id, field, value, onChange } = props;
  const granted = typeof value === 'number' || value === 'yes';
  return (
    <div className="row" style={{ flexWrap: 'wrap' }}>
      <Radio.Group
        aria-labelledby={`${id}label`}
        value={granted ? 'yes' : value}
        options={[
          { value: 'yes', label: field.answers?.[0] },
          { value: 'no', label: field.answers?.[1] },
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
      {granted ? <DaysInput {...props} onChange={(days) => onChange(days ?? 'yes')} /> : null}
    </div>
  );
}
