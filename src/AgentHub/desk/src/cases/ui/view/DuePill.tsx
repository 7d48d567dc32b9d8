import type { DeadlineTimer } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { timerTexts } from '../../../shared/texts';
import { useNow } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { dueOf } from '../../core/due';
import { dueTexts } from '../../core/texts';

interface Props {
  due: string | null;
  timer: DeadlineTimer | null;
  warnsAt?: readonly string[];
}

/** What is left until a due time: by its weight, a sign and words. */
export function DuePill({ due, timer, warnsAt }: Props) {
  const now = useNow();
  const { tone, text } = dueOf(due, timer !== null, now, warnsAt);
  if (tone === 'none') return <span className="due-pill none" />;
  return (
    <span
      className={`due-pill ${tone}`}
      title={due && timer ? dueTexts.at(timerTexts[timer], shortMoment(due, now)) : undefined}
      data-testid="due-pill"
      data-tone={tone}
    >
      <Icon name={tone === 'late' ? 'warn' : 'clock'} size="small" />
      {text}
    </span>
  );
}
