import { Checkbox, Radio } from 'antd';
import type { DraftForm } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';
import { CategoryPicker } from './CategoryPicker';
import { ConflictNote, ConflictNotes } from './ConflictNote';
import { FormRow } from './FormRow';
import type { FormProps } from './TicketForm';
import { formTexts } from './texts';

/** Type and category: what every outcome is counted by. */
export function ClassificationFields({
  ticketId,
  entry,
  disabled,
  marks,
  required,
}: FormProps & { required?: boolean }) {
  const desk = useDesk();
  const work = useWorkplace();
  const { demandTypes } = useStore(desk.reference);
  const { values } = entry.draft;
  const edit = (change: Partial<DraftForm>) => work.drafts.edit(ticketId, change);
  return (
    <>
      <FormRow field="demandType" beside={['confidential']} required={required} marks={marks}>
        <div data-testid="demand-type">
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            aria-label={common.demandType}
            value={values.demandType}
            disabled={disabled}
            onChange={(event) => edit({ demandType: event.target.value as string })}
            options={demandTypes.map((type) => ({ value: type.code, label: type.name }))}
          />
        </div>
        {demandTypes.length === 0 ? <span className="small muted">{formTexts.noDemandTypes}</span> : null}
        <span className="spacer" />
        <Checkbox
          className="nowrap"
          checked={values.confidential}
          disabled={disabled}
          onChange={(event) => edit({ confidential: event.target.checked })}
        >
          {formTexts.confidential}
        </Checkbox>
      </FormRow>
      <ConflictNotes ticketId={ticketId} entry={entry} fields={['demandType', 'confidential']} />
      <FormRow field="category" required={required} marks={marks} htmlFor="ticket-category">
        <div className="wide" data-testid="category">
          <CategoryPicker
            id="ticket-category"
            value={values.category}
            disabled={disabled}
            invalid={marks.category !== undefined}
            onChange={(category) => edit({ category })}
          />
        </div>
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="category" />
    </>
  );
}
