import { Button } from 'antd';
import type { CalendarChangeView } from '../shared/contract';
import { shortMoment } from '../shared/core/format';
import { really } from './core/year';
import { kindWords, workdaysTexts } from './texts';

interface Props {
  changes: readonly CalendarChangeView[];
  now: number;
  onUndo(no: number): void;
}

/** What was changed, the newest first; what can be undone as it is, is. */
export function History({ changes, now, onUndo }: Props) {
  if (changes.length === 0) return <p className="empty">{workdaysTexts.noHistory}</p>;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.no} data-testid="calendar-change">
          <div className="row">
            <b>{workdaysTexts.no(change.no)}</b>
            <span className="small muted">
              {change.by} {shortMoment(change.at, now)}
            </span>
            <span className="spacer" />
            {change.mayUndo ? (
              <Button size="small" data-testid="undo-change" onClick={() => onUndo(change.no)}>
                {workdaysTexts.undo}
              </Button>
            ) : null}
          </div>
          <div>{change.reason}</div>
          <div className="small muted">{wordsOf(change)}</div>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(change: CalendarChangeView): string {
  const days = really(change.days).map(({ date, after }) => `${date} ${kindWords[after.kind]}`);
  return [
    change.undoes === null ? '' : workdaysTexts.undoes(change.undoes),
    change.undoneBy === null ? '' : workdaysTexts.undone(change.undoneBy),
    change.years.length > 0 ? workdaysTexts.years(change.years.join(' ')) : '',
    days.length > 3 ? `${days.slice(0, 3).join(' ')} … ${workdaysTexts.days(days.length)}` : days.join(' '),
    change.done ? workdaysTexts.counted(change.counted, change.moved) : workdaysTexts.counting,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
