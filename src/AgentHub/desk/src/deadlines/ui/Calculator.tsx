import { Button, Select } from 'antd';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { DueTimesView, RuleSetView } from '../../shared/contract';
import { momentOf, wallMinute, wallMoment } from '../../shared/core/moment';
import { sentenceOf } from '../../shared/live/http';
import { useStore } from '../../shared/session/store';
import { timerTexts, urgencyTexts } from '../../shared/texts';
import { Card } from '../../shared/ui/common/Card';
import { useDesk } from '../../shared/ui/common/deskContext';
import { deadlineTexts } from '../texts';

/** Until when each thing would have to be done, for a rule set, a kind of demand, an urgency and a moment. */
export function Calculator({ ruleSets }: { ruleSets: readonly RuleSetView[] }) {
  const desk = useDesk();
  const { demandTypes } = useStore(desk.reference);
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [demand, setDemand] = useState<string | null>(null);
  const [urgency, setUrgency] = useState<keyof typeof urgencyTexts>('normal');
  const [start, setStart] = useState('');
  const [found, setFound] = useState<DueTimesView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ruleSet = chosen ?? ruleSets.find(({ isOfToday }) => isOfToday)?.id ?? ruleSets[0]?.id ?? '';
  const demandType = demand ?? demandTypes[0]?.code ?? '';
  useEffect(() => setStart((before) => before || wallMoment(desk.serverNow()).slice(0, 16)), [desk]);

  const calculate = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const from = momentOf(start);
      if (from === null) return setError(deadlineTexts.startMissing);
      setFound(await desk.api.dueTimes({ ruleSet, demandType, urgency, start: from }));
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  };
  const forget = () => setFound(null);
  return (
    <Card title={deadlineTexts.calculator} testId="calculator">
      <p className="small second">{deadlineTexts.how}</p>
      <form className="deadline-form" onSubmit={(event) => void calculate(event)} noValidate>
        <label htmlFor={`${id}set`}>{deadlineTexts.ruleSet}</label>
        <Select
          id={`${id}set`}
          value={ruleSet}
          options={ruleSets.map(({ id: code, name, isOfToday }) => ({
            value: code,
            label: isOfToday ? `${name}${deadlineTexts.today}` : name,
          }))}
          onChange={(code: string) => {
            setChosen(code);
            forget();
          }}
        />
        <label htmlFor={`${id}demand`}>{deadlineTexts.demandType}</label>
        <Select
          id={`${id}demand`}
          value={demandType}
          options={demandTypes.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string) => {
            setDemand(code);
            forget();
          }}
        />
        <label htmlFor={`${id}urgency`}>{deadlineTexts.urgency}</label>
        <Select
          id={`${id}urgency`}
          value={urgency}
          options={Object.entries(urgencyTexts).map(([value, label]) => ({ value, label }))}
          onChange={(code: keyof typeof urgencyTexts) => {
            setUrgency(code);
            forget();
          }}
        />
        <label htmlFor={`${id}start`}>{deadlineTexts.start}</label>
        <span className="row">
          <input
            id={`${id}start`}
            data-testid="calculate-start"
            className="ant-input moment-input"
            type="datetime-local"
            value={start}
            onChange={(event) => {
              setStart(event.target.value);
              forget();
            }}
          />
          <Button size="small" onClick={() => setStart(wallMoment(desk.serverNow()).slice(0, 16))}>
            {deadlineTexts.now}
          </Button>
        </span>
        <span />
        <span className="row">
          <Button type="primary" htmlType="submit" data-testid="calculate">
            {deadlineTexts.calculate}
          </Button>
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
        </span>
      </form>
      {found ? (
        <div role="status">
          <dl className="due-times" data-testid="due-times">
            {found.times.map(({ timer, from, due, explanation }) => (
              <div key={timer} data-timer={timer}>
                <dt>
                  {timerTexts[timer]} <span className="small muted">{deadlineTexts.from(from)}</span>
                  <b>{due === null ? deadlineTexts.unknown : wallMinute(due, true)}</b>
                </dt>
                <dd className="said second">{explanation}</dd>
              </div>
            ))}
            <div>
              <dt>{deadlineTexts.extension}</dt>
              <dd className="said">{found.extension}</dd>
            </div>
          </dl>
        </div>
      ) : null}
    </Card>
  );
}
