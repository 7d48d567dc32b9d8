import { useLayoutEffect } from 'react';
import type { DeskCall } from '../../../shared/contract';
import type { BarMode } from '../../../shared/core/bar';
import { clockTime, cut, duration, since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { handedOnText } from '../../core/handedOn';
import { agentWords, endedBy } from '../../texts';
import { ModeTag } from '../common/ModeTag';
import { Parties } from './Parties';
import { barTexts } from './texts';
import { WaitingInfo } from './WaitingInfo';

/** The middle of the call bar: which number was dialled first, then who. */
export function CallInfo({ mode }: { mode: BarMode }) {
  const call = usePage((page) => page.view?.call ?? null);
  usePopMark(call);
  if (mode === 'phoneRinging' || mode === 'phoneTalking') return <PhoneOnly />;
  if (mode === 'waiting' || mode === 'phoneEnded' || !call) return <WaitingInfo ended={mode === 'phoneEnded'} />;
  if (mode === 'ringing') return <Ringing call={call} />;
  if (mode === 'wrapUp') return <Ended call={call} />;
  return <Parties call={call} mode={mode} />;
}

/** When a new call is in the document: measured against the server's clock by tests. */
function usePopMark(call: DeskCall | null): void {
  const desk = useDesk();
  const id = call?.id ?? null;
  useLayoutEffect(() => {
    if (id === null) return;
    const view = desk.page.get().view;
    performance.mark('hotline-pop', { detail: { callId: id, version: view?.version, now: view?.now } });
  }, [desk, id]);
}

function Ringing({ call }: { call: DeskCall }) {
  const now = useNow();
  const note = useStore(useDesk().note);
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="dialled" title={`${call.number.dialled} ${call.number.name}`}>
            <span data-testid="dialled-number">{call.number.dialled}</span> {call.number.name}
          </span>
          <ModeTag number={call.number} testId="dialled-mode" />
          {call.handedOn ? <span className="mode sub">{barTexts.handedOnTag}</span> : null}
        </div>
        {note ? (
          <p className="note-line" title={note}>
            {note}
          </p>
        ) : (
          <div className="second-line">
            <span className="caller">{call.caller.masked}</span>
            <span className="caller-text cut" title={call.caller.area ?? undefined}>
              {cut(call.caller.area ?? agentWords.unknownArea)}
            </span>
            {call.handedOn ? (
              <span className="cut" data-testid="handed-on" title={handedOnText(call.handedOn)}>
                {handedOnText(call.handedOn)}
              </span>
            ) : null}
            <span className="muted-on-ring nowrap" aria-hidden="true">
              {barTexts.waited} {since(call.handedOn?.at ?? call.queuedAt, now)}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

function Ended({ call }: { call: DeskCall }) {
  const desk = useDesk();
  const note = useStore(desk.note);
  const command = useCommand();
  const talked =
    call.answeredAt && call.endedAt ? duration(Date.parse(call.endedAt) - Date.parse(call.answeredAt)) : '00:00';
  const left = call.wrapUpExtensionsLeft;
  const line = `${common.dialled} ${call.number.dialled} ${call.number.name} · ${call.outcome ? barTexts.mayFinish : barTexts.outcomeFirst}`;
  const ended = `${call.endedBy ? endedBy[call.endedBy] : ''} ${call.endedAt ? clockTime(call.endedAt) : ''} ${barTexts.talked} ${talked}`;
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="headline">{barTexts.callOver}</span>
          <span className="meta second cut" title={ended}>
            {ended}
          </span>
        </div>
        <div className="second-line">
          {(note ?? command.error) ? (
            <span className="note-line" title={note ?? command.error ?? undefined}>
              {note ?? command.error}
            </span>
          ) : (
            <span className="second cut" title={line}>
              {line}
            </span>
          )}
        </div>
      </div>
      <button
        type="button"
        className="leave"
        style={{ color: left > 0 ? 'var(--ink)' : undefined }}
        data-testid="extend-wrap-up"
        disabled={left <= 0 || command.busy}
        onClick={() => void command.run(() => desk.api.extendWrapUp(call.id))}
      >
        {barTexts.extend}
        <span>{left > 0 ? barTexts.extensionsLeft(left) : barTexts.noExtensions}</span>
      </button>
    </div>
  );
}

/** The server says nothing about this call; the telephone does. */
function PhoneOnly() {
  const desk = useDesk();
  const session = usePage((page) => page.phone.session);
  const serverUp = usePage((page) => page.link.state === 'up');
  const note = useStore(desk.note);
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="dialled">{barTexts.callOf(agentWords.serverSilent(serverUp))}</span>
        </div>
        <div className="second-line">
          {note ? (
            <span className="note-line" title={note}>
              {note}
            </span>
          ) : (
            <span>
              {session?.caller} · {session?.state === 'talking' ? barTexts.writeOnPaper : barTexts.answerAnyway}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
