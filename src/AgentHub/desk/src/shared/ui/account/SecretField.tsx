import { Input } from 'antd';

interface Props {
  id: string;
  label: string;
  complete: string;
  value: string;
  focus?: boolean | undefined;
  onChange(value: string): void;
}

/** A password with its label. */
export function SecretField({ id, label, complete, value, focus, onChange }: Props) {
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <Input.Password
          id={id}
          data-testid={id}
          autoComplete={complete}
          autoFocus={focus ?? false}
          visibilityToggle={false}
          style={{ maxWidth: 280 }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </>
  );
}
