import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { DeadlineExampleView, RuleSetView } from '../../shared/contract';
import { nameOf } from '../../shared/core/categories';
import { wallMinute } from '../../shared/core/moment';
import { sentenceOf } from '../../shared/live/http';
import { useStore } from '../../shared/session/store';
import { timerTexts, urgencyTexts } from '../../shared/texts';
import { useDesk } from '../../shared/ui/common/deskContext';
import { useReach } from '../../shared/ui/common/useReach';
import { deadlineTexts } from '../texts';

/** Starts of clocks and when they end, counted by the server's own rules and compared with what was worked out by hand. */
export function Examples({ ruleSets, failed }: { ruleSets: readonly RuleSetView[]; failed: string | null }) {
  const desk = useDesk();
  const [examples, setExamples] = useState<readonly DeadlineExampleView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [ruleSet, setRuleSet] = useState('');
  const middle = useReach<HTMLDivElement>();
  useEffect(() => {
    desk.api.deadlineExamples().then(setExamples, (thrown: unknown) => setError(sentenceOf(thrown)));
  }, [desk]);
  const shown = (examples ?? []).filter((example) => ruleSet === '' || example.ruleSet === ruleSet);
  const wrong = shown.filter(({ agrees }) => !agrees).length;
  const used = ruleSets.filter(({ id }) => examples?.some((example) => example.ruleSet === id));
  return (
    <section className="card fill list-card" aria-label={deadlineTexts.examples}>
      <div className="row search-row">
        <h2 className="deadline-name">{deadlineTexts.examples}</h2>
        <Select
          aria-label={deadlineTexts.ruleSet}
          data-testid="example-rule-set"
          className="rule-set-select"
          value={ruleSet}
          options={[
            { value: '', label: deadlineTexts.allRuleSets },
            ...used.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id: string) => setRuleSet(id)}
        />
        {examples === null ? null : (
          <span className={wrong > 0 ? 'field-error' : 'small second'} role="status" data-testid="examples-agree">
            {wrong > 0 ? deadlineTexts.disagreed(wrong) : deadlineTexts.agreed(shown.length)}
          </span>
        )}
        {(error ?? failed) ? (
          <span className="field-error" role="alert">
            {error ?? failed}
          </span>
        ) : null}
      </div>
      <div className="middle flush" ref={middle}>
        <table className="list examples">
          <thead>
            <tr>
              <th style={{ width: 52 }}>{deadlineTexts.number}</th>
              <th>{deadlineTexts.matter}</th>
              <th style={{ width: 132 }}>{deadlineTexts.start}</th>
              <th style={{ width: 132 }}>{deadlineTexts.due}</th>
            </tr>
          </thead>
          {shown.map((example) => (
            <Example key={example.no} example={example} ruleSets={ruleSets} />
          ))}
        </table>
        {examples === null && !error ? (
          <p className="empty">
            <span className="skeleton" />
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Example({ example, ruleSets }: { example: DeadlineExampleView; ruleSets: readonly RuleSetView[] }) {
  const { demandTypes } = useStore(useDesk().reference);
  const what = [
    nameOf(demandTypes, example.demandType),
    example.urgency === 'normal' ? '' : urgencyTexts[example.urgency],
    timerTexts[example.timer],
    example.hours === '' ? '' : deadlineTexts.hours(example.hours),
    example.extensions.length > 0 ? deadlineTexts.extended(example.extensions) : '',
  ];
  return (
    <tbody data-testid="example">
      <tr>
        <td className="whole">{example.no}</td>
        <td>
          <b>{what.filter((text) => text !== '').join(' · ')}</b>{' '}
          <span className="small second">
            {ruleSets.find(({ id }) => id === example.ruleSet)?.name ?? example.ruleSet}
          </span>
        </td>
        <td className="whole">{wallMinute(example.start)}</td>
        <td className="whole">
          <b>{example.due === null ? deadlineTexts.unknown : wallMinute(example.due, true)}</b>
        </td>
      </tr>
      <tr className="explanation">
        <td />
        <td colSpan={3} className="said second">
          {example.explanation}
        </td>
      </tr>
    </tbody>
  );
}
