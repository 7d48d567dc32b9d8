import type { CalendarTrialView } from '../shared/contract';
import { shortMoment } from '../shared/core/format';
import { workdaysTexts } from './texts';

/** What a change would do to the tickets that are open. */
export function Trial({ trial, now }: { trial: CalendarTrialView; now: number }) {
  const moment = (at: string | null) => (at === null ? workdaysTexts.unknown : shortMoment(at, now));
  return (
    <div data-testid="trial">
      <p className={trial.late > 0 ? 'note red' : 'note blue'} role="status">
        {workdaysTexts.trial(trial.cases, trial.moved, trial.late)}
      </p>
      {trial.examples.length > 0 ? (
        <table className="list">
          <caption className="small muted">{workdaysTexts.examples(trial.examples.length)}</caption>
          <thead>
            <tr>
              <th>{workdaysTexts.ticket}</th>
              <th style={{ width: 84 }}>{workdaysTexts.timer}</th>
              <th style={{ width: 96 }}>{workdaysTexts.before}</th>
              <th style={{ width: 96 }}>{workdaysTexts.after}</th>
            </tr>
          </thead>
          <tbody>
            {trial.examples.map((example) => (
              <tr key={`${example.number} ${example.timer} ${example.before}`}>
                <td className="whole">{example.number}</td>
                <td>{example.timer}</td>
                <td className="whole">{moment(example.before)}</td>
                <td className="whole">{moment(example.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
