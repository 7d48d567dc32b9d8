import { Button } from 'antd';
import { useState } from 'react';
import type { SessionView } from '../../contract';
import type { Api } from '../../live/api';
import { sentenceOf } from '../../live/http';
import { SecretField } from './SecretField';
import { ownTexts } from './texts';

interface Props {
  api: Api;
  lengthMin: number;
  focus?: boolean;
  onChanged(session: SessionView): void;
}

const nothing = { current: '', next: '', again: '' };

/** Another password. The server has the rules and says which is broken. */
export function PasswordForm({ api, lengthMin, focus, onChanged }: Props) {
  const [form, setForm] = useState(nothing);
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async () => {
    if (form.next !== form.again) {
      setSaid({ wrong: true, text: ownTexts.differs });
      return;
    }
    setBusy(true);
    try {
      const session = await api.changePassword({ current: form.current, password: form.next });
      setForm(nothing);
      setSaid({ wrong: false, text: ownTexts.changed });
      onChanged(session);
    } catch (thrown) {
      setSaid({ wrong: true, text: sentenceOf(thrown) });
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof nothing, label: string, complete: string, first?: boolean) => (
    <SecretField
      id={`password-${name}`}
      label={label}
      complete={complete}
      focus={first}
      value={form[name]}
      onChange={(value) => setForm({ ...form, [name]: value })}
    />
  );
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.current && form.next && form.again) void change();
      }}
    >
      {field('current', ownTexts.current, 'current-password', focus)}
      {field('next', ownTexts.next, 'new-password')}
      {field('again', ownTexts.again, 'new-password')}
      <div className="small second">
        {ownTexts.rules}
        <ul className="rules" data-testid="password-rules">
          {ownTexts.rule(lengthMin).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {ownTexts.effect}
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" data-testid="change-password" loading={busy}>
          {ownTexts.change}
        </Button>
        {said ? (
          <span className={said.wrong ? 'field-error' : 'small'} role="alert" data-testid="password-said">
            {said.text}
          </span>
        ) : null}
      </div>
    </form>
  );
}
