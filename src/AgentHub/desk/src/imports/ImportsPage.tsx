import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportForm, ImportTrialView, ImportView } from '../shared/contract';
import { base64Of } from '../shared/core/base64';
import { shortMoment } from '../shared/core/format';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { words } from '../shared/texts';
import { Card } from '../shared/ui/common/Card';
import { useCommand, useDesk } from '../shared/ui/common/deskContext';
import { FilePicker } from '../shared/ui/common/FilePicker';
import { fileMax, progress } from './core/file';
import { TrialCard } from './TrialCard';
import { importsTexts } from './texts';

const lookAgainAfter = 1500;

interface Chosen {
  form: ImportForm;
  size: number;
}

/** Old tickets from a file: tried first, then imported, with a report of what was not understood. */
export function ImportsPage() {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const command = useCommand();
  const [imports, setImports] = useState<readonly ImportView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [trial, setTrial] = useState<ImportTrialView | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const read = useCallback(async () => {
    try {
      setImports(await desk.api.imports());
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk]);
  useEffect(() => void read(), [read]);
  const running = imports?.some(({ done }) => !done) ?? false;
  useEffect(() => {
    if (!running || !imports) return;
    const timer = setTimeout(() => void read(), lookAgainAfter);
    return () => clearTimeout(timer);
  }, [running, imports, read]);
  const taken = async (file: File | undefined) => {
    if (!file) return;
    setTrial(null);
    if (file.size > fileMax) {
      setChosen(null);
      setError(importsTexts.tooLarge(fileMax / 1024 / 1024));
      return;
    }
    setError(null);
    const form = { name: file.name, content: base64Of(new Uint8Array(await file.arrayBuffer())) };
    setChosen({ form, size: file.size });
    await command.run(async () => setTrial(await desk.api.tryImport(form)));
  };
  const clear = () => {
    setChosen(null);
    setTrial(null);
  };
  const begin = (form: ImportForm) =>
    command.run(async () => {
      setImports(await desk.api.beginImport(form));
      clear();
    });
  return (
    <main className="main imports">
      <Card
        title={importsTexts.file}
        size="fill"
        testId="import-file"
        footer={
          trial && chosen ? (
            <>
              <Button onClick={clear}>{importsTexts.clear}</Button>
              <span className="spacer" />
              <Button
                type="primary"
                data-testid="begin-import"
                disabled={trial.ready === 0 || command.busy || running}
                onClick={() => void begin(chosen.form)}
              >
                {command.busy ? words.submitting : importsTexts.begin(trial.ready)}
              </Button>
            </>
          ) : null
        }
      >
        <p className="small muted">{importsTexts.how}</p>
        <div className="row">
          <Button data-testid="choose-file" disabled={command.busy} onClick={() => picker.current?.click()}>
            {importsTexts.choose}
          </Button>
          <span role="status">
            {chosen ? importsTexts.chosen(chosen.form.name, chosen.size) : ''}
            {chosen && command.busy && !trial ? ` ${importsTexts.reading}` : ''}
          </span>
          <FilePicker
            picker={picker}
            accept=".csv,.xlsx"
            label={importsTexts.choose}
            testId="old-file"
            onChosen={(file) => void taken(file)}
          />
        </div>
        {(error ?? command.error) ? (
          <p className="field-error" role="alert">
            {error ?? command.error}
          </p>
        ) : null}
        {trial ? <TrialCard trial={trial} /> : null}
      </Card>
      <Card title={importsTexts.imports} size="fill" flush>
        {imports?.length === 0 ? <p className="empty">{importsTexts.nothing}</p> : null}
        <ul className="changes">
          {(imports ?? []).map((item) => (
            <li key={item.no} data-testid="import-row">
              <div className="row">
                <b>{importsTexts.no(item.no)}</b>
                <span className="small muted">
                  {item.by} {shortMoment(item.at, now)}
                </span>
                <span className="spacer" />
                {item.refused > 0 ? (
                  <Button size="small" href={desk.api.importReportUrl(item.no)} data-testid="import-report">
                    {importsTexts.report(item.refused)}
                  </Button>
                ) : null}
              </div>
              <div>{item.fileName}</div>
              <div className="small muted" role="status">
                {item.done
                  ? importsTexts.counts(item.added, item.known, item.failed)
                  : importsTexts.running(progress(item.looked, item.rows))}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </main>
  );
}
