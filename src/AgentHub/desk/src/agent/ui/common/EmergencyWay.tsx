import { Icon } from '../../../shared/ui/common/Icon';
import { agentWords } from '../../texts';

/** An emergency is never refused: it is transferred, and this says how (ACC-04). */
export function EmergencyWay({ onTransfer }: { onTransfer: (() => void) | null }) {
  return (
    <p className="emergency-way small" data-testid="emergency-way">
      <Icon name="shield" size="small" />
      <span>
        {agentWords.scope.emergency}
        {onTransfer ? (
          <button type="button" className="link" data-testid="to-transfer" onClick={onTransfer}>
            {agentWords.scope.toTransfer}
          </button>
        ) : null}
      </span>
    </p>
  );
}
