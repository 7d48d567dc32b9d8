import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../shared/contract';
import { words } from '../../../shared/texts';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { commandOf, type Deed, deedsOf } from '../../core/commands';
import type { Value, Values } from '../../core/fields';
import { beginning, missingOf, shownFields } from '../../core/form';
import type { Chapter } from '../../core/story';
import { consequenceTexts, verbTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import { Chapters } from '../view/Timeline';
import { DispatchAdvice } from './DispatchAdvice';
import { FieldRow } from './FieldRow';
import { useSubmit } from './useSubmit';

interface Props {
  deed: Deed;
  view: CaseView;
  number: string;
  /** What was typed before; null: nothing yet. */
  typed: Values | null;
  /** What happened since he began. */
  changes: readonly Chapter[];
  unitName(code: string | null): string;
  onType(values: Values): void;
  onDone(view: CaseView): void;
  onStale(current: CaseView): void;
  onClose(): void;
}

/** The form of one command, beside the case that it is about. What is typed stays until it was sent. */
export function CommandForm({ deed, view, number, typed, changes, unitName, onType, onDone, onStale, onClose }: Props) {
  const command = commandOf(deed);
  const [begun] = useState(() => beginning(command, view));
  const values = typed ?? begun;
  const { busy, complaint, submit, blame } = useSubmit(deed, view, number, onDone, onStale);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const possible = deedsOf(view.may).includes(deed);
  useEffect(() => focusFirst(form.current), []);
  useEffect(() => {
    if (complaint && complaint.fields.length > 0) focusFirst(form.current?.querySelector('.form-field.error') ?? null);
  }, [complaint]);
  useEffect(() => {
    // What is asked stands beside the key, which may have been scrolled away.
    if (asking) form.current?.querySelector('[data-testid=submit-command]')?.scrollIntoView({ block: 'nearest' });
  }, [asking]);

  const change = (name: string, value: Value) => {
    blame(null);
    onType({ ...values, [name]: value });
  };
  const trySubmit = () => {
    if (busy || !possible) return;
    const missing = missingOf(command, values, view);
    if (missing.length > 0) blame({ sentence: caseTexts.required, fields: missing, stale: false });
    else if (command.asksFirst?.(values)) setAsking(true);
    else void submit(values);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    // Before a list that opens on Enter hears of it.
    event.preventDefault();
    event.stopPropagation();
    trySubmit();
  };
  const key = (
    <Button
      type="primary"
      loading={busy}
      disabled={!possible}
      data-testid="submit-command"
      {...(command.asksFirst ? { onClick: trySubmit } : { htmlType: 'submit' as const })}
    >
      {busy ? words.submitting : caseTexts.submit} <KeyHint action="submit" onPrimary />
    </Button>
  );
  return (
    <form
      ref={form}
      className="command-form"
      noValidate
      aria-label={verbTexts[deed]}
      data-testid={`form-${deed}`}
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        trySubmit();
      }}
    >
      <div className="command-fields">
        <h3>{verbTexts[deed]}</h3>
        {changes.length > 0 ? (
          <div className="note amber form-changes" role="alert" data-testid="case-changed">
            <div>
              <p>{caseTexts.changed}</p>
              <Chapters chapters={changes} />
            </div>
          </div>
        ) : null}
        {possible ? null : (
          <p className="note red" role="alert">
            {caseTexts.noLonger}
          </p>
        )}
        {complaint && complaint.fields.length === 0 && !(complaint.stale && changes.length > 0) ? (
          <p className="note red" role="alert" data-testid="command-refused">
            {complaint.sentence}
          </p>
        ) : null}
        {deed === 'dispatch' ? (
          <DispatchAdvice
            id={view.id}
            chosen={String(values.lead ?? '')}
            unitName={unitName}
            onPick={(unit) => change('lead', unit)}
          />
        ) : null}
        {shownFields(command, values, view).map(([name, field]) => (
          <FieldRow
            key={name}
            name={name}
            field={field}
            value={values[name] ?? null}
            values={values}
            required={field.required?.(values, view) ?? false}
            error={complaint?.fields.includes(name) ? complaint.sentence : null}
            onChange={(value) => change(name, value)}
          />
        ))}
      </div>
      <footer className="command-bar">
        <span className="spacer" />
        <Button onClick={onClose} data-testid="cancel-command">
          {caseTexts.cancel} <kbd>Esc</kbd>
        </Button>
        {command.asksFirst ? (
          <AskFirst
            title={consequenceTexts[deed]?.title ?? verbTexts[deed]}
            consequence={consequenceTexts[deed]?.consequence}
            yes={verbTexts[deed]}
            no={caseTexts.goBack}
            danger
            open={asking}
            onOpenChange={(open) => {
              if (!open) setAsking(false);
            }}
            testId="confirm-command"
            onYes={() => void submit(values)}
          >
            {key}
          </AskFirst>
        ) : (
          key
        )}
      </footer>
    </form>
  );
}

const fields = 'input:not(:disabled):not([type=hidden]), textarea:not(:disabled)';

function focusFirst(within: Element | null): void {
  within?.querySelector<HTMLElement>(fields)?.focus();
}
