import { Button, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../shared/live/http';
import type { Desk } from '../shared/session/desk';
import { Card } from '../shared/ui/common/Card';
import { accountTexts } from './texts';

const nothing = { current: '', next: '', again: '' };

/** Another password. The server has the rules and says which is broken. */
export function PasswordCard({ desk }: { desk: Desk }) {
  const [form, setForm] = useState(nothing);
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async () => {
    if (form.next !== form.again) {
      setSaid({ wrong: true, text: accountTexts.differs });
      return;
    }
    setBusy(true);
    try {
      await desk.api.changePassword({ current: form.current, password: form.next });
      setForm(nothing);
      setSaid({ wrong: false, text: accountTexts.changed });
    } catch (thrown) {
      setSaid({ wrong: true, text: sentenceOf(thrown) });
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof nothing, label: string, complete: string) => (
    <>
      <label className="label" htmlFor={`password-${name}`}>
        {label}
      </label>
      <div className="field">
        <Input.Password
          id={`password-${name}`}
          data-testid={`password-${name}`}
          autoComplete={complete}
          visibilityToggle={false}
          style={{ maxWidth: 280 }}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      </div>
    </>
  );
  return (
    <Card title={accountTexts.password}>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        {field('current', accountTexts.current, 'current-password')}
        {field('next', accountTexts.next, 'new-password')}
        {field('again', accountTexts.again, 'new-password')}
        <p className="small muted">{accountTexts.how}</p>
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            data-testid="change-password"
            loading={busy}
            disabled={!form.current || !form.next || !form.again}
          >
            {accountTexts.change}
          </Button>
          {said ? (
            <span className={said.wrong ? 'field-error' : 'small'} role="alert" data-testid="password-said">
              {said.text}
            </span>
          ) : null}
        </div>
      </form>
    </Card>
  );
}
