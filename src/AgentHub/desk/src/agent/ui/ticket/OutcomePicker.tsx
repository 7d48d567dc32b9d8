import type { ReactNode } from 'react';
import type { OutcomeKind } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { outcomeTexts } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { choosing, type OutcomeDetail, offeredOutcomes, outcomeByDigit } from '../../core/submit';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

interface Props {
  ticketId: string;
  detail: OutcomeDetail;
  disabled: boolean;
  error: boolean;
  /** What can be done instead of choosing one now. */
  extra?: ReactNode;
}

/** A call is over only with one of these. 1–5 and arrows work while the focus is in the group. */
export function OutcomePicker({ ticketId, detail, disabled, error, extra }: Props) {
  const desk = useDesk();
  const work = useWorkplace();
  const offered = offeredOutcomes(useStore(desk.reference), detail.outcome);
  const choose = (outcome: OutcomeKind) => work.drafts.setDetail(ticketId, choosing(detail, outcome));
  return (
    <Card
      title={formTexts.outcomeOfCall}
      aside={
        <span className="small muted">
          {formTexts.outcomeKeys}
          {offered.length}
        </span>
      }
      extra={extra}
      flush
    >
      <div
        className="outcomes"
        role="radiogroup"
        aria-label={formTexts.outcomeOfCall}
        data-field="outcome"
        onKeyDown={(event) => {
          const outcome = event.altKey || event.ctrlKey ? null : outcomeByDigit(event.code);
          if (outcome && !disabled && offered.includes(outcome)) choose(outcome);
        }}
      >
        {offered.map((outcome, index) => (
          <label key={outcome} className={error ? 'outcome error' : 'outcome'} data-testid={`outcome-${outcome}`}>
            <input
              type="radio"
              name={`outcome-${ticketId}`}
              checked={detail.outcome === outcome}
              disabled={disabled}
              onChange={() => choose(outcome)}
            />
            <b>
              {outcomeTexts[outcome].name.slice(0, 4)}
              <wbr />
              {outcomeTexts[outcome].name.slice(4)}
            </b>
            <kbd>{index + 1}</kbd>
            <span className="hint">{outcomeTexts[outcome].hint}</span>
          </label>
        ))}
      </div>
    </Card>
  );
}
