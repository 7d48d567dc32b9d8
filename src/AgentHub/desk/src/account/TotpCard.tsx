import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView } from '../shared/contract';
import type { Desk } from '../shared/session/desk';
import { SecretField } from '../shared/ui/account/SecretField';
import { TotpEnrolment } from '../shared/ui/account/TotpEnrolment';
import { ownTexts } from '../shared/ui/account/texts';
import { Card } from '../shared/ui/common/Card';
import { useCommand } from '../shared/ui/common/deskContext';
import { accountTexts } from './texts';

/** Codes besides the password: set up here, and switched off with the password. */
export function TotpCard({ desk }: { desk: Desk }) {
  const [on, setOn] = useState(desk.session.totp);
  const take = (session: SessionView) => setOn(session.totp);
  return (
    <Card
      title={accountTexts.totp}
      testId="totp-card"
      aside={
        <span className="small second" role="status" data-testid="totp-state">
          {on ? accountTexts.totpOn : accountTexts.totpOff}
        </span>
      }
    >
      <p className="small second">{accountTexts.totpWhat}</p>
      {on ? <Ending desk={desk} onChanged={take} /> : <TotpEnrolment api={desk.api} onChanged={take} />}
    </Card>
  );
}

function Ending({ desk, onChanged }: { desk: Desk; onChanged(session: SessionView): void }) {
  const [password, setPassword] = useState('');
  const command = useCommand();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void command.run(async () => onChanged(await desk.api.endTotp({ password })));
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <SecretField
        id="totp-end-password"
        label={ownTexts.current}
        complete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="row">
        <Button danger htmlType="submit" data-testid="totp-end" loading={command.busy}>
          {accountTexts.totpEnd}
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
