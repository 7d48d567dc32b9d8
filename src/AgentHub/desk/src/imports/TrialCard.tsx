import type { ImportTrialView } from '../shared/contract';
import { importsTexts } from './texts';

/** What a file was understood as. */
export function TrialCard({ trial }: { trial: ImportTrialView }) {
  return (
    <div data-testid="import-trial">
      {trial.missingColumns.length > 0 ? (
        <p className="note red" role="alert">
          {importsTexts.missing(trial.missingColumns.join(' '))}
        </p>
      ) : (
        <p className={trial.refused > 0 ? 'note amber' : 'note blue'} role="status">
          {importsTexts.result(trial.ready, trial.known, trial.refused)}
        </p>
      )}
      <table className="list">
        <caption className="small muted">{importsTexts.columns}</caption>
        <thead>
          <tr>
            <th>{importsTexts.header}</th>
            <th>{importsTexts.field}</th>
          </tr>
        </thead>
        <tbody>
          {trial.columns.map(({ header, field }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header, and their order does not change
            <tr key={`${place} ${header}`}>
              <td title={header}>{header}</td>
              <td>{field ?? <span className="muted">{importsTexts.leftOut}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trial.problems.length > 0 ? (
        <table className="list">
          <caption className="small muted">{importsTexts.problems(trial.problems.length)}</caption>
          <thead>
            <tr>
              <th style={{ width: 56 }}>{importsTexts.line}</th>
              <th style={{ width: 110 }}>{importsTexts.column}</th>
              <th>{importsTexts.value}</th>
              <th>{importsTexts.why}</th>
            </tr>
          </thead>
          <tbody>
            {trial.problems.map((problem) => (
              <tr key={`${problem.line} ${problem.column} ${problem.why}`} data-testid="import-problem">
                <td className="whole">{problem.line}</td>
                <td title={problem.column}>{problem.column}</td>
                <td title={problem.value}>{problem.value}</td>
                <td title={problem.why}>{problem.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
