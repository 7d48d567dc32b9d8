import { useState } from 'react';
import type { SessionView } from '../../contract';
import type { Api } from '../../live/api';
import { PasswordForm } from '../account/PasswordForm';
import { TotpEnrolment } from '../account/TotpEnrolment';
import { signInTexts } from './texts';

interface Props {
  api: Api;
  session: SessionView;
  onDone(session: SessionView): void;
}

/** What has to be done before anything else: a new password, or codes. The server lets nothing else through until then. */
export function DuePage({ api, session, onDone }: Props) {
  const [now, setNow] = useState(session);
  const go = (next: SessionView) => (next.due ? setNow(next) : onDone(next));
  const password = now.due === 'password-due';
  return (
    <main className="sign-in-page">
      <section className="sign-in-card" aria-labelledby="due-title" data-testid="due" data-due={now.due}>
        <h1 id="due-title">{password ? signInTexts.passwordDue : signInTexts.totpDue}</h1>
        <p className="second" style={{ marginTop: 12 }}>
          {password ? signInTexts.passwordDueWhy : signInTexts.totpDueWhy}
        </p>
        {password ? (
          <PasswordForm api={api} lengthMin={now.passwordLengthMin} focus onChanged={go} />
        ) : (
          <TotpEnrolment api={api} onChanged={go} />
        )}
      </section>
    </main>
  );
}
