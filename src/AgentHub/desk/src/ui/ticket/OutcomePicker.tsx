import { type OutcomeDetail, outcomeByDigit, outcomes } from '../../core/submit';
import { outcomeTexts } from '../../texts';
import { Card } from '../common/Card';
import { useDesk } from '../common/deskContext';

interface Props {
  ticketId: string;
  detail: OutcomeDetail;
  disabled: boolean;
  error: boolean;
}

/** A call is over only with one of these four. 1–4 and arrows work while the focus is in the group. */
export function OutcomePicker({ ticketId, detail, disabled, error }: Props) {
  const desk = useDesk();
  const choose = (outcome: (typeof outcomes)[number]) => desk.drafts.setDetail(ticketId, { outcome });
  return (
    <Card title="这通电话的结果" aside={<span className="small muted">必选其一，焦点在此时按 1–4</span>} flush>
      <div
        className="outcomes"
        role="radiogroup"
        aria-label="这通电话的结果"
        data-field="outcome"
        onKeyDown={(event) => {
          const outcome = event.altKey || event.ctrlKey ? null : outcomeByDigit(event.code);
          if (outcome && !disabled) choose(outcome);
        }}
      >
        {outcomes.map((outcome, index) => (
          <label key={outcome} className={error ? 'outcome error' : 'outcome'} data-testid={`outcome-${outcome}`}>
            <input
              type="radio"
              name={`outcome-${ticketId}`}
              checked={detail.outcome === outcome}
              disabled={disabled}
              onChange={() => choose(outcome)}
            />
            <b>{outcomeTexts[outcome].name}</b>
            <kbd>{index + 1}</kbd>
            <span className="hint">{outcomeTexts[outcome].hint}</span>
          </label>
        ))}
      </div>
    </Card>
  );
}
