import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView } from '../../contract';
import type { Api } from '../../live/api';
import { askForNotices } from '../../session/notify';
import { words } from '../../texts';
import { useCommand } from '../common/deskContext';
import { Icon } from '../common/Icon';
import { signInTexts } from './texts';

interface Props {
  api: Api;
  city: string;
  notice: string | null;
  onSignedIn(session: SessionView): void;
}

export function SignInPage({ api, city, notice, onSignedIn }: Props) {
  const [agentId, setAgentId] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agentId.trim() === '' || password === '') return;
    askForNotices();
    void command.run(async () => onSignedIn(await api.signIn({ agentId: agentId.trim(), password })));
  };

  return (
    <main className="sign-in-page">
      <form className="sign-in-card" onSubmit={submit}>
        <div className="row" style={{ gap: 12 }}>
          <span className="mark">
            <Icon name="headset" size="large" />
          </span>
          <h1>{city}</h1>
        </div>
        {notice && !command.error ? <Alert style={{ marginTop: 16 }} type="info" showIcon title={notice} /> : null}
        <label htmlFor="agent-id">{words.agentNumber}</label>
        <Input
          id="agent-id"
          data-testid="agent-id"
          size="large"
          autoFocus
          autoComplete="username"
          inputMode="numeric"
          value={agentId}
          onChange={(event) => setAgentId(event.target.value)}
        />
        <label htmlFor="password">{signInTexts.password}</label>
        <Input.Password
          id="password"
          data-testid="password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby="sign-in-error"
        />
        <div id="sign-in-error" role="alert" style={{ minHeight: 30, paddingTop: 6 }}>
          {command.error ? (
            <span className="field-error">
              <Icon name="warn" size="small" />
              {command.error}
            </span>
          ) : null}
        </div>
        <Button type="primary" htmlType="submit" size="large" block data-testid="sign-in" loading={command.busy}>
          {command.busy ? words.submitting : signInTexts.signIn}
        </Button>
        <p className="small muted" style={{ marginTop: 12 }}>
          {signInTexts.signInHow}
        </p>
      </form>
    </main>
  );
}
