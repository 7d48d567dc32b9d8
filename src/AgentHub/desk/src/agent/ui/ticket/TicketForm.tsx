import { Radio, Select } from 'antd';
import type { DraftForm } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { common, kindTexts, urgencyTexts } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { LimitedArea, LimitedInput } from '../../../shared/ui/common/LimitedText';
import type { FormField, Marks } from '../../core/submit';
import { agentTexts } from '../../texts';
import type { DraftEntry } from '../../work/draftKeeper';
import { useWorkplace } from '../useWorkplace';
import { ClassificationFields } from './ClassificationFields';
import { ConflictNote, ConflictNotes } from './ConflictNote';
import { FormRow } from './FormRow';
import { formTexts } from './texts';

export interface FormProps {
  ticketId: string;
  entry: DraftEntry;
  disabled: boolean;
  marks: Marks;
}

/** The ticket, field by field. Every change goes to the draft keeper, which sends it. */
export function TicketForm({ ticketId, entry, disabled, marks }: FormProps) {
  const desk = useDesk();
  const work = useWorkplace();
  const units = useStore(desk.reference).units;
  const { values } = entry.draft;
  const edit = (change: Partial<DraftForm>) => work.drafts.edit(ticketId, change);
  const status = (field: FormField) => (marks[field] ? ('error' as const) : '');
  return (
    <div className="ticket-form">
      <ClassificationFields ticketId={ticketId} entry={entry} disabled={disabled} marks={marks} required />
      <FormRow field="title" required marks={marks} htmlFor="ticket-title">
        <LimitedInput
          id="ticket-title"
          data-testid="ticket-title"
          value={values.title}
          disabled={disabled}
          maxLength={100}
          status={status('title')}
          onChange={(event) => edit({ title: event.target.value })}
        />
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="title" />
      <FormRow field="text" required marks={marks} htmlFor="ticket-text" top>
        <LimitedArea
          id="ticket-text"
          data-testid="ticket-text"
          value={values.text}
          disabled={disabled}
          maxLength={4000}
          status={status('text')}
          className="text-field"
          onChange={(event) => edit({ text: event.target.value })}
        />
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="text" />
      <FormRow field="place" marks={marks} htmlFor="ticket-place">
        <LimitedInput
          id="ticket-place"
          data-testid="ticket-place"
          value={values.place}
          disabled={disabled}
          maxLength={200}
          placeholder={formTexts.placeHow}
          onChange={(event) => edit({ place: event.target.value })}
        />
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="place" />
      <FormRow field="requesterName" beside={['contactNumber', 'requesterKind']} marks={marks} htmlFor="requester-name">
        <LimitedInput
          id="requester-name"
          data-testid="requester-name"
          style={{ width: 112 }}
          value={values.requesterName}
          disabled={disabled}
          maxLength={40}
          placeholder={agentTexts.calledBy}
          onChange={(event) => edit({ requesterName: event.target.value })}
        />
        <LimitedInput
          aria-label={formTexts.contactNumber}
          data-testid="contact-number"
          style={{ width: 148 }}
          value={values.contactNumber}
          disabled={disabled}
          maxLength={24}
          placeholder={formTexts.sameNumber}
          onChange={(event) => edit({ contactNumber: event.target.value })}
        />
        <Radio.Group
          optionType="button"
          aria-label={formTexts.requesterKind}
          value={values.requesterKind}
          disabled={disabled}
          options={Object.entries(kindTexts).map(([value, label]) => ({ value, label }))}
          buttonStyle="solid"
          onChange={(event) => edit({ requesterKind: event.target.value as DraftForm['requesterKind'] })}
        />
      </FormRow>
      <ConflictNotes ticketId={ticketId} entry={entry} fields={['requesterName', 'contactNumber', 'requesterKind']} />
      <FormRow field="unit" beside={['urgency']} required marks={marks} htmlFor="ticket-unit">
        <div className="wide" data-testid="unit">
          <Select
            id="ticket-unit"
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder={formTexts.findUnit}
            value={values.unit}
            disabled={disabled}
            status={status('unit')}
            options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
            onChange={(unit: string | undefined) => edit({ unit: unit ?? null })}
            notFoundContent={formTexts.unitNotFound}
          />
        </div>
        <Select
          aria-label={common.urgency}
          style={{ width: 92, flex: 'none' }}
          value={values.urgency}
          disabled={disabled}
          options={Object.entries(urgencyTexts).map(([value, label]) => ({ value, label }))}
          onChange={(urgency: DraftForm['urgency']) => edit({ urgency })}
        />
      </FormRow>
      <ConflictNotes ticketId={ticketId} entry={entry} fields={['unit', 'urgency']} />
      <FormRow field="accusedUnit" marks={marks} htmlFor="accused-unit">
        <div className="wide" data-testid="accused-unit">
          <Select
            id="accused-unit"
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder={formTexts.accusedHow}
            value={values.accusedUnit}
            disabled={disabled}
            status={status('accusedUnit')}
            options={units.map((unit) => ({ value: unit.code, label: unit.name, disabled: unit.code === values.unit }))}
            onChange={(unit: string | undefined) => edit({ accusedUnit: unit ?? null })}
            notFoundContent={formTexts.unitNotFound}
          />
        </div>
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="accusedUnit" />
    </div>
  );
}
