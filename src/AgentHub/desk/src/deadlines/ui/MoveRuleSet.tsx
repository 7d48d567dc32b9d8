import { Button, Select } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { CaseMovedView, RuleSetView } from '../../shared/contract';
import { newId, Refusal, sentenceOf } from '../../shared/live/http';
import { ticketStates, words } from '../../shared/texts';
import { Card } from '../../shared/ui/common/Card';
import { useDesk } from '../../shared/ui/common/deskContext';
import { LimitedArea, LimitedInput } from '../../shared/ui/common/LimitedText';
import { deadlineTexts } from '../texts';

type Lack = 'number' | 'ruleSet' | 'reason';

/** A ticket is moved to another set of deadlines, by its number: of the ticket itself nothing is shown. */
export function MoveRuleSet({ ruleSets }: { ruleSets: readonly RuleSetView[] }) {
  const desk = useDesk();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<CaseMovedView | null>(null);
  const [ruleSet, setRuleSet] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [lack, setLack] = useState<Lack | null>(null);
  const [said, setSaid] = useState<{ text: string; isError: boolean } | null>(null);
  const [busy, setBusy] = useState(false);

  const blame = (field: Lack) => {
    setLack(field);
    form.current?.querySelector<HTMLElement>(`[data-field=${field}] :is(input, textarea)`)?.focus();
  };
  const find = async () => {
    setSaid(null);
    if (number.trim() === '') return blame('number');
    setLack(null);
    try {
      setFound(await desk.api.ruleSetOf(number.trim()));
    } catch (thrown) {
      setFound(null);
      const missing = thrown instanceof Refusal && thrown.status === 404;
      setSaid({ text: missing ? deadlineTexts.notFound : sentenceOf(thrown), isError: true });
    }
  };
  const move = async (subject: CaseMovedView) => {
    if (ruleSet === null) return blame('ruleSet');
    if (reason.trim() === '') return blame('reason');
    setLack(null);
    setBusy(true);
    try {
      const wish = { version: subject.version, ruleSet, reason: reason.trim() };
      setFound(await desk.api.moveRuleSet(subject.id, wish, newId()));
      setSaid({ text: deadlineTexts.moved(number.trim()), isError: false });
      setRuleSet(null);
      setReason('');
    } catch (thrown) {
      const stale = thrown instanceof Refusal && thrown.status === 409;
      const current = stale ? (thrown.body as { current?: CaseMovedView } | null)?.current : null;
      if (current) setFound(current);
      setSaid({ text: current ? deadlineTexts.stale : sentenceOf(thrown), isError: true });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void (found ? move(found) : find());
  };
  const lacking = (field: Lack, text: string) =>
    lack === field ? (
      <p className="field-error" id={`${id}${field}error`} role="alert">
        {text}
      </p>
    ) : null;
  return (
    <Card title={deadlineTexts.move} testId="move-rule-set">
      <p className="small second">{deadlineTexts.moveHow}</p>
      <form ref={form} className="deadline-form" onSubmit={submit} noValidate>
        <label htmlFor={`${id}number`}>{deadlineTexts.ticketNumber}</label>
        <div data-field="number">
          <span className="row">
            <LimitedInput
              id={`${id}number`}
              data-testid="move-number"
              maxLength={40}
              value={number}
              aria-describedby={lack === 'number' ? `${id}numbererror` : undefined}
              onChange={(event) => {
                setNumber(event.target.value);
                setFound(null);
              }}
            />
            <Button data-testid="move-find" onClick={() => void find()}>
              {deadlineTexts.find}
            </Button>
          </span>
          {lacking('number', deadlineTexts.required)}
        </div>
        {found ? (
          <>
            <span>{deadlineTexts.present}</span>
            <span data-testid="move-present">
              {ruleSets.find((set) => set.id === found.ruleSet)?.name ?? found.ruleSet}{' '}
              <span className="tag">{ticketStates[found.state]}</span>
            </span>
            <label htmlFor={`${id}set`}>{deadlineTexts.to}</label>
            <div data-field="ruleSet" data-testid="move-to">
              <Select
                id={`${id}set`}
                className="wide"
                placeholder={deadlineTexts.choose}
                value={ruleSet}
                options={ruleSets
                  .filter((set) => set.id !== found.ruleSet)
                  .map((set) => ({ value: set.id, label: set.name }))}
                onChange={(code: string) => setRuleSet(code)}
              />
              {lacking('ruleSet', deadlineTexts.choose)}
            </div>
            <label htmlFor={`${id}reason`}>{deadlineTexts.reason}</label>
            <div data-field="reason">
              <LimitedArea
                id={`${id}reason`}
                data-testid="move-reason"
                maxLength={2000}
                autoSize={{ minRows: 2, maxRows: 6 }}
                value={reason}
                aria-describedby={lack === 'reason' ? `${id}reasonerror` : undefined}
                onChange={(event) => setReason(event.target.value)}
              />
              {lacking('reason', deadlineTexts.required)}
            </div>
            <span />
            <Button type="primary" htmlType="submit" loading={busy} data-testid="move-submit">
              {busy ? words.submitting : deadlineTexts.submit}
            </Button>
          </>
        ) : null}
      </form>
      {said ? (
        <p
          className={said.isError ? 'note red' : 'note blue'}
          role={said.isError ? 'alert' : 'status'}
          data-testid="move-said"
        >
          {said.text}
        </p>
      ) : null}
    </Card>
  );
}
