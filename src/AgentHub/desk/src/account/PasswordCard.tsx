import type { Desk } from '../shared/session/desk';
import { PasswordForm } from '../shared/ui/account/PasswordForm';
import { Card } from '../shared/ui/common/Card';
import { accountTexts } from './texts';

/** Another password. */
export function PasswordCard({ desk }: { desk: Desk }) {
  return (
    <Card title={accountTexts.password}>
      <PasswordForm api={desk.api} lengthMin={desk.session.passwordLengthMin} onChanged={() => undefined} />
    </Card>
  );
}
