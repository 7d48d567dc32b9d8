import { AutoComplete, Radio } from 'antd';
import { useStore } from '../../../shared/session/store';
import { LimitedArea, LimitedInput } from '../../../shared/ui/common/LimitedText';
import { sortParties } from '../../core/parties';
import { isFollowUp, needsReason, type OutcomeDetail } from '../../core/submit';
import { agentTexts, fieldTexts } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { ClassificationFields } from './ClassificationFields';
import { ConflictNotes } from './ConflictNote';
import { FormRow } from './FormRow';
import { ReasonFields } from './ReasonFields';
import type { FormProps } from './TicketForm';
import { formTexts } from './texts';

/** Fields whose conflicts have no row of their own here. */
const unshown = [
  'title',
  'text',
  'place',
  'requesterName',
  'contactNumber',
  'requesterKind',
  'unit',
  'accusedUnit',
  'urgency',
] as const;

/** What a direct answer, a transfer, a refusal and a referral ask for; a ticket has its own form. */
export function OutcomeFields(props: FormProps) {
  const { ticketId, entry, disabled, marks } = props;
  const work = useWorkplace();
  const { detail, draft } = entry;
  const set = (change: Partial<OutcomeDetail>) => work.drafts.setDetail(ticketId, change);
  const summary = (label: string, placeholder: string, required: boolean) => (
    <FormRow field="summary" label={label} required={required} marks={marks} htmlFor="outcome-summary" top>
      <LimitedArea
        id="outcome-summary"
        data-testid="outcome-summary"
        className="text-field"
        value={detail.summary}
        disabled={disabled}
        maxLength={2000}
        placeholder={placeholder}
        status={marks.summary ? 'error' : ''}
        onChange={(event) => set({ summary: event.target.value })}
      />
    </FormRow>
  );
  return (
    <div className="ticket-form">
      {detail.outcome === 'directAnswer' ? summary(formTexts.answerGiven, formTexts.answerGivenHow, true) : null}
      {detail.outcome === 'transfer' ? (
        <>
          <TransferTarget detail={detail} disabled={disabled} marks={marks} onChange={set} />
          <FormRow field="takenOver" label={formTexts.takenOver} required marks={marks}>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              aria-label={formTexts.takenOverAsk}
              value={detail.takenOver}
              disabled={disabled}
              onChange={(event) => set({ takenOver: event.target.value as boolean })}
              options={[
                { value: true, label: formTexts.taken },
                { value: false, label: formTexts.notTaken },
              ]}
            />
          </FormRow>
          {summary(formTexts.remarks, formTexts.remarksHow, false)}
        </>
      ) : null}
      {isFollowUp(detail.outcome) ? summary(formTexts.saidMore, '', false) : null}
      {needsReason(detail.outcome) ? <ReasonFields {...props} /> : null}
      {needsReason(detail.outcome) ? summary(formTexts.guidance, formTexts.guidanceHow, true) : null}
      <ClassificationFields ticketId={ticketId} entry={entry} disabled={disabled} marks={marks} />
      <FormRow field="title" marks={marks} htmlFor="ticket-title">
        <LimitedInput
          id="ticket-title"
          data-testid="ticket-title"
          value={draft.values.title}
          disabled={disabled}
          maxLength={100}
          onChange={(event) => work.drafts.edit(ticketId, { title: event.target.value })}
        />
      </FormRow>
      <FormRow field="text" marks={marks} htmlFor="ticket-text" top>
        <LimitedArea
          id="ticket-text"
          data-testid="ticket-text"
          value={draft.values.text}
          disabled={disabled}
          maxLength={4000}
          style={{ height: 74 }}
          onChange={(event) => work.drafts.edit(ticketId, { text: event.target.value })}
        />
      </FormRow>
      <ConflictNotes ticketId={ticketId} entry={entry} fields={unshown} />
      {unshown.map((field) =>
        marks[field] ? (
          <p key={field} className="field-error conflict" data-field={field}>
            {fieldTexts[field]}
            {formTexts.colon}
            {marks[field]}
          </p>
        ) : null,
      )}
    </div>
  );
}

interface TargetProps {
  detail: OutcomeDetail;
  disabled: boolean;
  marks: FormProps['marks'];
  onChange(change: Partial<OutcomeDetail>): void;
}

function TransferTarget({ detail, disabled, marks, onChange }: TargetProps) {
  const work = useWorkplace();
  // The list is a help: any target may be typed.
  const parties = useStore(work.parties) ?? [];
  return (
    <FormRow field="transferTarget" label={agentTexts.transferTo} required marks={marks} htmlFor="transfer-target">
      <AutoComplete
        id="transfer-target"
        data-testid="transfer-target"
        className="wide"
        value={detail.transferTarget}
        disabled={disabled}
        status={marks.transferTarget ? 'error' : ''}
        options={sortParties(parties, detail.transferTarget).map((party) => ({
          value: `${party.target} ${party.name}`,
        }))}
        onChange={(transferTarget: string) => onChange({ transferTarget: transferTarget ?? '' })}
      />
    </FormRow>
  );
}
