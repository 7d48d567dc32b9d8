import { Input } from 'antd';

interface Props {
  id: string;
  label: string;
  value: string;
  large?: boolean;
  onChange(value: string): void;
}

/** The code of the moment; it takes the focus, since it is what is asked for next. */
export function CodeField({ id, label, value, large, onChange }: Props) {
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <Input
          id={id}
          data-testid={id}
          size={large ? 'large' : 'medium'}
          autoFocus
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={8}
          style={large ? {} : { maxWidth: 160 }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </>
  );
}
