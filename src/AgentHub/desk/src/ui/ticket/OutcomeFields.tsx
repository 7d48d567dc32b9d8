import { AutoComplete, Input, Radio, Select } from 'antd';
import { useStore } from '../../app/store';
import { sortParties } from '../../core/parties';
import type { OutcomeDetail } from '../../core/submit';
import { useDesk } from '../common/deskContext';
import { ClassificationFields } from './ClassificationFields';
import { ConflictNotes } from './ConflictNote';
import { FormRow } from './FormRow';
import type { FormProps } from './TicketForm';

/** Fields whose conflicts have no row of their own here. */
const unshown = [
  'title',
  'text',
  'place',
  'requesterName',
  'contactNumber',
  'requesterKind',
  'unit',
  'urgency',
] as const;

/** What 当场答复, 转接 and 不予受理 ask for; 生成工单 has its own form. */
export function OutcomeFields(props: FormProps) {
  const { ticketId, entry, disabled, missing } = props;
  const desk = useDesk();
  const { detail, draft } = entry;
  const set = (change: Partial<OutcomeDetail>) => desk.drafts.setDetail(ticketId, change);
  const summary = (label: string, placeholder: string, required: boolean) => (
    <FormRow field="summary" label={label} required={required} missing={missing} htmlFor="outcome-summary" top>
      <Input.TextArea
        id="outcome-summary"
        data-testid="outcome-summary"
        className="text-field"
        value={detail.summary}
        disabled={disabled}
        maxLength={2000}
        placeholder={placeholder}
        status={missing.includes('summary') ? 'error' : ''}
        onChange={(event) => set({ summary: event.target.value })}
      />
    </FormRow>
  );
  return (
    <div className="ticket-form">
      {detail.outcome === 'directAnswer' ? summary('答复要点', '答复了什么，依据是什么', true) : null}
      {detail.outcome === 'transfer' ? (
        <>
          <TransferTarget
            detail={detail}
            disabled={disabled}
            error={missing.includes('transferTarget')}
            missing={missing}
            onChange={set}
          />
          <FormRow field="takenOver" label="对方接走" required missing={missing}>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              aria-label="对方是否接走"
              value={detail.takenOver}
              disabled={disabled}
              onChange={(event) => set({ takenOver: event.target.value as boolean })}
              options={[
                { value: true, label: '已接走' },
                { value: false, label: '未接走' },
              ]}
            />
          </FormRow>
          {summary('说明', '可补充告知市民的内容', false)}
        </>
      ) : null}
      {detail.outcome === 'notAccepted' ? <NotAccepted {...props} onChange={set} /> : null}
      {detail.outcome === 'notAccepted' ? summary('引导内容', '告知市民可向哪个部门、通过什么途径反映', true) : null}
      <ClassificationFields ticketId={ticketId} entry={entry} disabled={disabled} missing={missing} />
      <FormRow field="title" missing={missing} htmlFor="ticket-title">
        <Input
          id="ticket-title"
          data-testid="ticket-title"
          value={draft.values.title}
          disabled={disabled}
          maxLength={100}
          onChange={(event) => desk.drafts.edit(ticketId, { title: event.target.value })}
        />
      </FormRow>
      <FormRow field="text" missing={missing} htmlFor="ticket-text" top>
        <Input.TextArea
          id="ticket-text"
          data-testid="ticket-text"
          value={draft.values.text}
          disabled={disabled}
          maxLength={4000}
          style={{ height: 74 }}
          onChange={(event) => desk.drafts.edit(ticketId, { text: event.target.value })}
        />
      </FormRow>
      <ConflictNotes ticketId={ticketId} entry={entry} fields={unshown} />
    </div>
  );
}

interface TargetProps {
  detail: OutcomeDetail;
  disabled: boolean;
  error: boolean;
  missing: FormProps['missing'];
  onChange(change: Partial<OutcomeDetail>): void;
}

function TransferTarget({ detail, disabled, error, missing, onChange }: TargetProps) {
  const desk = useDesk();
  // The list is a help: any target may be typed.
  const parties = useStore(desk.parties) ?? [];
  return (
    <FormRow field="transferTarget" label="转接给" required missing={missing} htmlFor="transfer-target">
      <AutoComplete
        id="transfer-target"
        data-testid="transfer-target"
        className="wide"
        value={detail.transferTarget}
        disabled={disabled}
        status={error ? 'error' : ''}
        options={sortParties(parties, detail.transferTarget).map((party) => ({
          value: `${party.target} ${party.name}`,
        }))}
        onChange={(transferTarget: string) => onChange({ transferTarget: transferTarget ?? '' })}
      />
    </FormRow>
  );
}

function NotAccepted({
  entry,
  disabled,
  missing,
  onChange,
}: FormProps & { onChange(change: Partial<OutcomeDetail>): void }) {
  const reasons = useStore(useDesk().reference).notAcceptReasons;
  return (
    <FormRow field="reasonCode" label="原因" required missing={missing} htmlFor="not-accept-reason">
      <div className="wide" data-testid="reason-code">
        <Select
          id="not-accept-reason"
          className="wide"
          value={entry.detail.reasonCode}
          disabled={disabled}
          placeholder="请先核实确属不予受理范围"
          status={missing.includes('reasonCode') ? 'error' : ''}
          options={reasons.map((reason) => ({ value: reason.code, label: reason.name }))}
          onChange={(reasonCode: string) => onChange({ reasonCode })}
        />
      </div>
    </FormRow>
  );
}
