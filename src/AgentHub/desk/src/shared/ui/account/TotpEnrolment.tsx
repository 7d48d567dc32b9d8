import { Button, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView, TotpView } from '../../contract';
import type { Api } from '../../live/api';
import { useCommand } from '../common/deskContext';
import { CodeField } from './CodeField';
import { SecretField } from './SecretField';
import { ownTexts } from './texts';

/** Codes that change every 30 seconds: the password first, then the secret as a picture and as text, then a code that proves it. */
export function TotpEnrolment({ api, onChanged }: { api: Api; onChanged(session: SessionView): void }) {
  const [password, setPassword] = useState('');
  const [offer, setOffer] = useState<TotpView | null>(null);
  const [code, setCode] = useState('');
  const command = useCommand();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offer === null) {
      if (password !== '') void command.run(async () => setOffer(await api.newTotp({ password })));
    } else if (code.trim() !== '') {
      void command.run(async () => onChanged(await api.proveTotp({ token: offer.token, code: code.trim() })));
    }
  };
  return (
    <form className="account-form" onSubmit={submit}>
      {offer === null ? (
        <SecretField
          id="totp-password"
          label={ownTexts.current}
          complete="current-password"
          value={password}
          onChange={setPassword}
        />
      ) : (
        <>
          <p className="small second">{ownTexts.scan}</p>
          <div data-testid="totp-picture">
            <QRCode value={offer.uri} size={176} bordered={false} aria-label={ownTexts.picture} />
          </div>
          <div className="label">{ownTexts.secret}</div>
          <code data-testid="totp-secret" className="totp-secret">
            {offer.secret}
          </code>
          <CodeField id="totp-code" label={ownTexts.code} value={code} onChange={setCode} />
        </>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" data-testid="totp-next" loading={command.busy}>
          {offer === null ? ownTexts.begin : ownTexts.confirm}
        </Button>
        {command.error ? (
          <span className="field-error" role="alert" data-testid="totp-said">
            {command.error}
          </span>
        ) : null}
      </div>
    </form>
  );
}
