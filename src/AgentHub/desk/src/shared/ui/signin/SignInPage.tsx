import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView } from '../../contract';
import type { Api } from '../../live/api';
import { Refusal } from '../../live/http';
import { askForNotices } from '../../session/notify';
import { words } from '../../texts';
import { CodeField } from '../account/CodeField';
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
  // Null until the server asks for it: only whoever knows the password learns that there is one.
  const [code, setCode] = useState<string | null>(null);
  const [wrongCode, setWrongCode] = useState(false);
  const command = useCommand();
  const error = command.error && wrongCode ? signInTexts.wrongWithCode : command.error;

  const enter = async () => {
    setWrongCode(false);
    try {
      onSignedIn(await api.signIn({ agentId: agentId.trim(), password, code: code?.trim() || null }));
    } catch (thrown) {
      const refusal = thrown instanceof Refusal ? thrown.code : '';
      if (refusal === 'code' && code === null) return setCode('');
      setWrongCode(refusal === 'credentials' && code !== null);
      throw thrown;
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agentId.trim() === '' || password === '') return;
    askForNotices();
    void command.run(enter);
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
          onChange={(event) => {
            setAgentId(event.target.value);
            setCode(null);
          }}
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
        {code !== null ? (
          <>
            <CodeField id="sign-in-code" label={signInTexts.code} large value={code} onChange={setCode} />
            <p className="small second" role="status">
              {signInTexts.codeAsked}
            </p>
          </>
        ) : null}
        <div id="sign-in-error" role="alert" style={{ minHeight: 30, paddingTop: 6 }}>
          {error ? (
            <span className="field-error">
              <Icon name="warn" size="small" />
              {error}
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
