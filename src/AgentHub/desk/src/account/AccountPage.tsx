import { useStore } from '../shared/session/store';
import { useDesk } from '../shared/ui/common/deskContext';
import { PasswordCard } from './PasswordCard';
import { SessionsCard } from './SessionsCard';
import { TotpCard } from './TotpCard';

/** One's own account: the password, the codes, and where else one is signed in. */
export function AccountPage() {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  return (
    <main className="main single">
      <div className="pane account">
        <PasswordCard desk={desk} />
        <TotpCard desk={desk} />
        <SessionsCard desk={desk} now={now} />
      </div>
    </main>
  );
}
