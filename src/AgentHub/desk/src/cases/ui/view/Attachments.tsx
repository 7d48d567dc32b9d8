import { Button, Input } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachmentsView } from '../../../shared/contract';
import { base64Of } from '../../../shared/core/base64';
import { shortMoment } from '../../../shared/core/format';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { words } from '../../../shared/texts';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { FilePicker } from '../../../shared/ui/common/FilePicker';
import { attachmentTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part } from './Part';

/** Signed scans and pictures of a case: fetched as files, and added by whoever works on it. */
export function Attachments({ view, unitName }: PartProps) {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const command = useCommand();
  const [files, setFiles] = useState<AttachmentsView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const { id, version } = view;
  const read = useCallback(async () => {
    try {
      setFiles(await desk.api.attachments(id));
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each version of the case somebody may have attached something
  useEffect(() => void read(), [read, version]);
  const add = async (file: File | undefined) => {
    if (!file || !files) return;
    if (file.size > files.megabytesMax * 1024 * 1024) {
      setError(attachmentTexts.tooLarge(files.megabytesMax));
      return;
    }
    setError(null);
    const content = base64Of(new Uint8Array(await file.arrayBuffer()));
    const added = await command.run(async () =>
      setFiles(await desk.api.addAttachment(id, { name: file.name, content, note: note.trim() })),
    );
    if (added) setNote('');
  };
  if (files === null && error === null) return null;
  const said = error ?? command.error;
  return (
    <Part title={attachmentTexts.files} aside={files ? attachmentTexts.count(files.items.length) : ''}>
      {said ? (
        <p className="field-error" role="alert" data-testid="attachment-error">
          {said}
        </p>
      ) : null}
      <ul className="attachments">
        {(files?.items ?? []).map((item) => (
          <li key={item.no} data-testid="attachment">
            <a href={desk.api.attachmentUrl(id, item.no)} download title={attachmentTexts.hash(item.hash)}>
              {item.name}
            </a>
            <span className="small muted">
              {[
                attachmentTexts.size(item.size),
                item.note,
                item.unit === null ? '' : unitName(item.unit),
                item.byName === '' ? item.by : item.byName,
                shortMoment(item.at, now),
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {files?.mayAdd ? (
        <div className="row">
          <Input
            data-testid="attachment-note"
            aria-label={attachmentTexts.note}
            placeholder={attachmentTexts.noteHint}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button data-testid="add-attachment" loading={command.busy} onClick={() => picker.current?.click()}>
            {command.busy ? words.submitting : attachmentTexts.add}
          </Button>
          <span className="small muted">{attachmentTexts.how(files.megabytesMax)}</span>
          <FilePicker
            picker={picker}
            accept=".pdf,.jpg,.jpeg,.png"
            label={attachmentTexts.add}
            testId="attachment-file"
            onChosen={(file) => void add(file)}
          />
        </div>
      ) : null}
    </Part>
  );
}
