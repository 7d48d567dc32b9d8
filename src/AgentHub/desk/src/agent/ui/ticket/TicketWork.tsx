import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { common, outcomeTexts, words } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { useShortcuts } from '../../../shared/ui/common/useShortcuts';
import { blamed } from '../../core/keeping';
import { recordedOf } from '../../core/recorded';
import { fieldOf, type Marks, type MissingField, missingFields } from '../../core/submit';
import { missingTexts, recordedTexts, rejectedText } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { DraftStamp } from './DraftStamp';
import { NoTicket } from './NoTicket';
import { OutcomeFields } from './OutcomeFields';
import { OutcomePicker } from './OutcomePicker';
import { TicketForm } from './TicketForm';
import { formTexts } from './texts';
import { focusField, useFormFocus } from './useFormFocus';
import { WrapUpKeys } from './WrapUpKeys';

interface Props {
  ticketId: string;
  /** Null while the ticket of an older draft is still being loaded. */
  callId: string | null;
  stage: 'call' | 'wrapUp' | 'draft';
  readOnly: boolean;
  /** A line for the footer, where it moves nothing that is being typed. */
  notice?: string | null;
}

/**
 * One ticket being written, from the answer to the end of after-call work. It is one component for all of it, so that
 * the caller's hanging up takes neither focus nor a letter from the agent.
 */
export function TicketWork({ ticketId, callId, stage, readOnly, notice }: Props) {
  const desk = useDesk();
  const work = useWorkplace();
  const { message } = App.useApp();
  const entry = useStore(work.drafts.book).entries[ticketId];
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly MissingField[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useFormFocus(box, entry?.draft.values ?? null);
  // Meant for the whole pane, wherever in it the focus is: the key that did its work has lost it to what is around.
  const onSubmitKey = useRef(() => {});
  useShortcuts({
    submit: () => document.activeElement?.closest('#ticket-pane') && onSubmitKey.current(),
    outcomes: () => (stage === 'call' ? desk.say(formTexts.outcomeAfterCall) : focusField(box.current, 'outcome')),
  });

  if (!entry) {
    return (
      <section className="card fill" aria-label={formTexts.ticketDraft}>
        <p className="empty" role="status">
          {formTexts.openingTicket}
        </p>
      </section>
    );
  }
  const { draft, detail, ticket, problem } = entry;
  if (ticket === null && problem) return <NoTicket ticketId={ticketId} sentence={problem.sentence} stage={stage} />;
  const recorded = recordedOf(ticket, desk.session.agent?.id ?? '');
  const fixed = readOnly || recorded !== null || busy;
  const chosen = stage === 'call' ? 'ticket' : detail.outcome;
  // A mark that was shown goes away as soon as the field is filled.
  const open = missing.filter((field) => missingFields(draft.values, { ...detail, outcome: chosen }).includes(field));
  const marks: Marks = Object.fromEntries([
    ...blamed(problem, draft.values).map((field) => [field, rejectedText(problem?.code ?? '')]),
    ...open.map((field) => [fieldOf(field), missingTexts[field]]),
  ]);

  /** Records the outcome, unless one is on record; true when there is one. */
  const submit = async (): Promise<boolean> => {
    if (recorded) return true;
    if (readOnly || busy || callId === null) return false;
    const lacking = missingFields(draft.values, { ...detail, outcome: chosen });
    setMissing(lacking);
    const first = lacking[0];
    if (first) {
      setError(missingTexts[first]);
      focusField(box.current, fieldOf(first));
      return false;
    }
    setBusy(true);
    setError(null);
    try {
      if (stage === 'call') work.drafts.setDetail(ticketId, { outcome: 'ticket' });
      const done = await work.drafts.submit(callId, ticketId);
      void message.success(done.number ? formTexts.submittedAs(done.number) : formTexts.recordedAs(done.stateText));
      void work.refreshDrafts();
      return true;
    } catch (thrown) {
      setError(sentenceOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const finish = async (afterwards?: () => Promise<void>): Promise<void> => {
    if (!(await submit()) || callId === null) return;
    setBusy(true);
    try {
      await afterwards?.();
      if (stage === 'wrapUp') await desk.api.wrapUp(callId);
      if (stage === 'draft') desk.take({ kind: 'closeDraft' });
    } catch (thrown) {
      setError(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  /** The outcome is written later: the draft waits under what the agent has to finish, with every word that is typed. */
  const putOff = async (): Promise<void> => {
    if (callId === null) return;
    setBusy(true);
    setError(null);
    try {
      if (!(await work.drafts.flush(ticketId))) setError(formTexts.putOffUnsaved);
      else {
        await desk.api.wrapUp(callId, true);
        void message.success(formTexts.putOffDone);
      }
    } catch (thrown) {
      setError(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  onSubmitKey.current = () => void (stage === 'wrapUp' ? finish() : submit());

  const heading =
    stage === 'call' || detail.outcome === null || detail.outcome === 'ticket'
      ? formTexts.ticketDraft
      : outcomeTexts[detail.outcome].name;
  const title = recorded?.stateText ?? heading;
  return (
    <div ref={box} style={{ display: 'contents' }}>
      {stage === 'call' ? null : (
        <OutcomePicker
          ticketId={ticketId}
          detail={detail}
          disabled={fixed}
          error={open.includes('outcome')}
          extra={
            stage === 'wrapUp' && !recorded ? (
              <Button
                size="small"
                data-testid="put-off"
                title={formTexts.putOffHow}
                disabled={fixed}
                onClick={() => void putOff()}
              >
                {formTexts.putOff}
              </Button>
            ) : null
          }
        />
      )}
      <section className="card fill" aria-labelledby="ticket-title-line">
        <header style={{ minHeight: 42 }}>
          <h2 id="ticket-title-line">{title}</h2>
          <span className="small muted" data-testid="ticket-number">
            {ticket?.number ?? (recorded ? common.unnumbered : formTexts.numberLater)}
          </span>
          <span className="spacer" />
          <DraftStamp entry={entry} recorded={recorded} />
        </header>
        <div className="middle">
          {recorded ? (
            <p className="note blue" style={{ marginBottom: 10 }} data-testid="recorded-note">
              {recordedTexts.note(recorded)}
            </p>
          ) : null}
          {stage !== 'call' && detail.outcome !== null && detail.outcome !== 'ticket' ? (
            <OutcomeFields ticketId={ticketId} entry={entry} disabled={fixed} marks={marks} />
          ) : (
            <TicketForm ticketId={ticketId} entry={entry} disabled={fixed} marks={marks} />
          )}
        </div>
        <footer>
          <span
            role="alert"
            className={notice ? 'ring-strip cut' : 'field-error cut'}
            style={{ flex: 1, display: 'block' }}
          >
            {notice ? <span data-testid="ring-strip">{notice}</span> : (error ?? '')}
          </span>
          {stage === 'call' && !error && !recorded ? (
            <span className="small muted nowrap">{formTexts.writeOn}</span>
          ) : null}
          {stage === 'draft' ? (
            <Button onClick={() => desk.take({ kind: 'closeDraft' })} data-testid="close-draft">
              {formTexts.putAside}
            </Button>
          ) : null}
          <Button
            type={stage === 'wrapUp' ? 'default' : 'primary'}
            data-testid="submit"
            disabled={fixed || callId === null}
            onClick={() => void submit()}
          >
            {busy
              ? words.submitting
              : recorded
                ? recordedTexts.key(recorded)
                : stage === 'call'
                  ? formTexts.submitTicket
                  : formTexts.submit}
            {stage === 'wrapUp' ? null : <KeyHint action="submit" onPrimary />}
          </Button>
          {stage === 'wrapUp' ? (
            <WrapUpKeys busy={busy || readOnly} recorded={recorded !== null} onFinish={finish} />
          ) : null}
        </footer>
      </section>
    </div>
  );
}
