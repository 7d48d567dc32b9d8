import { Select } from 'antd';
import { reasonsFor } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { agentWords } from '../../texts';
import { EmergencyWay } from '../common/EmergencyWay';
import { useWorkplace } from '../useWorkplace';
import { FormRow } from './FormRow';
import { Guidance } from './Guidance';
import type { FormProps } from './TicketForm';

/** Why it is refused or referred, and the words for the caller. */
export function ReasonFields({ ticketId, entry, disabled, marks }: FormProps) {
  const desk = useDesk();
  const work = useWorkplace();
  const reasons = reasonsFor(useStore(desk.reference), entry.detail.outcome);
  return (
    <>
      <FormRow field="reasonCode" required marks={marks} htmlFor="reason-code">
        <div className="wide" data-testid="reason-code">
          <Select
            id="reason-code"
            className="wide"
            value={entry.detail.reasonCode}
            disabled={disabled}
            placeholder={agentWords.scope.checkFirst}
            status={marks.reasonCode ? 'error' : ''}
            options={reasons.map((reason) => ({ value: reason.code, label: reason.name }))}
            onChange={(reasonCode: string) => work.drafts.setDetail(ticketId, { reasonCode })}
          />
        </div>
      </FormRow>
      <div className="beside">
        <Guidance ticketId={ticketId} detail={entry.detail} disabled={disabled} />
        <EmergencyWay
          onTransfer={
            disabled ? null : () => work.drafts.setDetail(ticketId, { outcome: 'transfer', reasonCode: null })
          }
        />
      </div>
    </>
  );
}
