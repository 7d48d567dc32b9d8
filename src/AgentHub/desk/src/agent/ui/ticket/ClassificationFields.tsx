import { Cascader, Checkbox, Radio } from 'antd';
import type { Category, DraftForm } from '../../../shared/contract';
import { categoryPath } from '../../../shared/core/categories';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';
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
  const { demandTypes, categories } = useStore(desk.reference);
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
          <Cascader
            id="ticket-category"
            className="wide"
            value={categoryPath(categories, values.category).map((category) => category.code)}
            disabled={disabled}
            options={toOptions(categories)}
            placeholder={formTexts.findCategory}
            expandTrigger="hover"
            status={marks.category ? 'error' : ''}
            displayRender={(labels) => labels.join(' › ')}
            showSearch={{
              filter: (text, path) => path.some((option) => option.label.includes(text.trim())),
              limit: 30,
            }}
            onChange={(path) => edit({ category: path?.at(-1) ?? null })}
            notFoundContent={formTexts.noCategory}
          />
        </div>
      </FormRow>
      <ConflictNote ticketId={ticketId} entry={entry} field="category" />
    </>
  );
}

interface Option {
  value: string;
  label: string;
  children?: Option[];
}

function toOptions(categories: readonly Category[]): Option[] {
  return categories.map(({ code, name, children }) =>
    children.length > 0 ? { value: code, label: name, children: toOptions(children) } : { value: code, label: name },
  );
}
