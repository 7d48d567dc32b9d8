import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCommand, useDesk } from '../common/deskContext';
import { shellTexts } from './texts';

/** The password again, in the banner: the call goes on, and what is typed stays where it is. */
export function SignInAgain() {
  const desk = useDesk();
  const command = useCommand();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void command.run(() => desk.signInAgain(password));
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
