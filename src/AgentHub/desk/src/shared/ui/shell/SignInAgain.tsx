import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../../live/http';
import { useCommand, useDesk } from '../common/deskContext';
import { shellTexts } from './texts';

/** The password again, in the banner: the call goes on, and what is typed stays where it is. */
export function SignInAgain() {
  const desk = useDesk();
  const command = useCommand();
  const [password, setPassword] = useState('');
  // Asked for once the password was right.
  const [code, setCode] = useState<string | null>(null);
  const again = async () => {
    try {
      await desk.signInAgain(password, code?.trim() || null);
    } catch (thrown) {
      if (!(thrown instanceof Refusal && thrown.code === 'code' && code === null)) throw thrown;
      setCode('');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void command.run(again);
  };
  return (
    <form className="row sign-in-again" onSubmit={submit}>
      <Input.Password
        size="small"
        data-testid="password-again"
        aria-label={shellTexts.passwordAgain}
        placeholder={shellTexts.passwordAgain}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {code !== null ? (
        <Input
          size="small"
          data-testid="code-again"
          aria-label={shellTexts.codeAgain}
          placeholder={shellTexts.codeAgain}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          maxLength={8}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : null}
      <Button size="small" type="primary" htmlType="submit" loading={command.busy} data-testid="sign-in-again">
        {shellTexts.signInAgain}
      </Button>
      {command.error ? (
        <span className="small" role="alert">
          {command.error}
        </span>
      ) : null}
    </form>
  );
}
