import { Checkbox, Select } from 'antd';
import type { CaseQueue, CaseQueueCount, DueFilter, Role, TicketState } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { ticketStates } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { dueFilterTexts } from '../../core/texts';
import { type CaseWish, choosesUnit, statesOf } from '../../core/wish';
import { caseTexts } from '../../texts';

interface Props {
  queue: CaseQueue;
  count: CaseQueueCount | null;
  wish: CaseWish;
  roles: readonly Role[];
  onAsk(wish: CaseWish): void;
}

const dues = Object.keys(dueFilterTexts) as DueFilter[];

/** What narrows a list: by when, by state, by unit. */
export function CaseFilters({ queue, count, wish, roles, onAsk }: Props) {
  const { units } = useStore(useDesk().reference);
  const states = statesOf(queue);
  return (
    <div className="row case-filters">
      <fieldset className="due-filter" aria-label={caseTexts.dueFilter}>
        {dues.map((due) => (
          <button
            key={due}
            type="button"
            aria-pressed={wish.due === due}
            data-testid={`due-${due}`}
            onClick={() => onAsk({ ...wish, due, page: 1 })}
          >
            {dueFilterTexts[due]}
            {due === 'soon' && count && count.soon > 0 ? <b className="soon">{count.soon}</b> : null}
            {due === 'overdue' && count && count.overdue > 0 ? <b>{count.overdue}</b> : null}
          </button>
        ))}
      </fieldset>
      {states.length > 0 ? (
        <Select
          aria-label={caseTexts.stateFilter}
          style={{ width: 132 }}
          value={wish.state}
          options={[
            { value: '', label: caseTexts.allStates },
            ...states.map((state) => ({ value: state, label: ticketStates[state] })),
          ]}
          onChange={(state: TicketState | '') => onAsk({ ...wish, state, page: 1 })}
        />
      ) : null}
      {choosesUnit(queue, roles) ? (
        <Select
          aria-label={caseTexts.unitFilter}
          style={{ width: 180 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={wish.unit}
          options={[
            { value: '', label: caseTexts.allUnits },
            ...units.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(unit: string) => onAsk({ ...wish, unit, page: 1 })}
        />
      ) : null}
      {wish.confidential || (count !== null && count.confidential > 0) ? (
        <Checkbox
          checked={wish.confidential}
          onChange={(event) => onAsk({ ...wish, confidential: event.target.checked, page: 1 })}
        >
          {caseTexts.confidential(count?.confidential ?? 0)}
        </Checkbox>
      ) : null}
    </div>
  );
}
