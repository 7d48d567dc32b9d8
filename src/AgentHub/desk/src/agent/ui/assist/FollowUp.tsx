import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DeskCall, FollowUpKind, TicketView } from '../../../shared/contract';
import { ticketNumber } from '../../../shared/core/ticketNumber';
import { useStore } from '../../../shared/session/store';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { followUpBar } from '../../core/followUp';
import { useWorkplace } from '../useWorkplace';
import { followUpTexts } from './texts';

interface Props {
  /** The earlier ticket, as it is read beside the form. */
  ticket: TicketView;
  call: DeskCall;
  /** It has changed: it is to be read again. */
  onChanged(): void;
}

const wordsMax = 2000;

/**
 * The citizen calls on a matter that has a ticket: what he says is added to that one, or he asks for it. The draft of this call ends with it,
 * so it asks first.
 */
export function FollowUp({ ticket, call, onChanged }: Props) {
  const desk = useDesk();
  const work = useWorkplace();
  const command = useCommand();
  const entry = useStore(work.drafts.book).entries[call.ticketId];
  const [kind, setKind] = useState<FollowUpKind | null>(null);
  const [words, setWords] = useState('');
  const [asks, setAsks] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind !== null) area.current?.querySelector('textarea')?.focus();
  }, [kind]);
  const bar = followUpBar(call, entry?.ticket ?? null);
  if (bar !== null) return <span className="small second">{followUpTexts[bar]}</span>;

  const begin = (wanted: FollowUpKind) => {
    setKind(wanted);
    if (words === '') setWords(entry?.draft.values.text.slice(0, wordsMax) ?? '');
  };
  const lacking = kind === 'supplement' && words.trim() === '';
  const send = () =>
    command.run(async () => {
      if (kind === null) return;
      await work.drafts.followUp(call.id, call.ticketId, ticket, kind, words.trim()).finally(onChanged);
      desk.say(followUpTexts.done[kind](ticketNumber(ticket)));
      void work.refreshDrafts();
      setKind(null);
    });
  const keys = (['supplement', 'expedite'] as const).map((wanted) => (
    <Button
      key={wanted}
      size="small"
      type={kind === wanted ? 'primary' : 'default'}
      aria-pressed={kind === wanted}
      data-testid={`follow-up-${wanted}`}
      disabled={command.busy}
      onClick={() => begin(wanted)}
    >
      {followUpTexts.key[wanted]}
    </Button>
  ));
  if (kind === null) return <div className="row">{keys}</div>;
  return (
    <div ref={area} className="follow-up">
      <div className="row">{keys}</div>
      <Input.TextArea
        data-testid="follow-up-words"
        aria-label={followUpTexts.words[kind]}
        placeholder={followUpTexts.words[kind]}
        value={words}
        maxLength={wordsMax}
        disabled={command.busy}
        onChange={(event) => setWords(event.target.value)}
        style={{ height: 76, resize: 'none' }}
      />
      <p className="small second">{followUpTexts.consequence}</p>
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
      <div className="row">
        <AskFirst
          title={followUpTexts.ask[kind](ticketNumber(ticket))}
          consequence={followUpTexts.cannotUndo}
          yes={followUpTexts.yes[kind]}
          no={followUpTexts.no}
          testId="follow-up-yes"
          open={asks}
          onOpenChange={(open) => setAsks(open && !lacking)}
          onYes={() => void send()}
        >
          <Button type="primary" size="small" data-testid="follow-up-send" disabled={lacking} loading={command.busy}>
            {followUpTexts.send[kind]}
          </Button>
        </AskFirst>
        <Button size="small" disabled={command.busy} onClick={() => setKind(null)}>
          {followUpTexts.no}
        </Button>
      </div>
    </div>
  );
}
