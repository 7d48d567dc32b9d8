import type { DeskCall, PartyFailureView } from '../../../shared/contract';
import type { BarMode } from '../../../shared/core/bar';
import { since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { agentWords, partyFailures, partyStates } from '../../texts';
import { ModeTag } from '../common/ModeTag';
import { useWorkplace } from '../useWorkplace';
import { barTexts } from './texts';

const holdReminder = 30;

/** One card per party of the call, a link between them, and what can be done with each. */
export function Parties({ call, mode }: { call: DeskCall; mode: BarMode }) {
  const desk = useDesk();
  const now = useNow();
  const command = useCommand();
  const note = useStore(desk.note);
  const serverUp = usePage((page) => page.link.state === 'up' && !page.view?.replaced);
  const { party } = call;
  const held = mode === 'held' || call.heldSince !== null;
  const heldSeconds = call.heldSince ? (now - Date.parse(call.heldSince)) / 1000 : 0;
  const usable = serverUp && !command.busy;
  const message = note ?? command.error;
  return (
    <div className="call-info" style={{ padding: '0 10px', gap: 8 }}>
      <div
        className={`party ${held ? 'on-hold' : ''} ${party ? 'beside' : ''}`}
        style={{ maxWidth: party ? undefined : 440 }}
      >
        <span className="face">
          <Icon name="person" />
        </span>
        <div className="what">
          <div className="row nowrap" style={{ gap: 6 }}>
            <b>
              {barTexts.citizen} {call.caller.masked}
            </b>
            {party ? null : <ModeTag number={call.number} testId="dialled-mode" />}
          </div>
          <div className="small cut second">
            {held ? barTexts.heldFor(since(call.heldSince, now)) : ''}
            {common.dialled} <span data-testid="dialled-number">{call.number.dialled}</span> {call.number.name}
            {call.caller.area ? ` · ${call.caller.area}` : ''}
          </div>
        </div>
      </div>
      {party ? (
        <>
          <span style={{ color: 'var(--wrapup)' }}>
            <Icon name="link" size="large" />
          </span>
          <div className="party third" data-testid="party-card" data-state={party.state}>
            <span className="face">
              <Icon name="headset" />
            </span>
            <div className="what">
              <b className="cut" style={{ display: 'block' }} title={party.name}>
                {partyName(party)}
              </b>
              <div className="small second nowrap" role="status">
                {partyStates[party.state]} {since(party.since, now)}
              </div>
            </div>
            {party.state === 'joined' ? (
              <button
                type="button"
                className="mini"
                data-testid="private-talk"
                disabled={!usable || held}
                title={barTexts.privateTalkHow}
                onClick={() => void command.run(desk.api.hold)}
              >
                {barTexts.privateTalk}
              </button>
            ) : null}
            <button
              type="button"
              className="mini"
              data-testid="drop-party"
              disabled={!usable}
              onClick={() => void command.run(desk.api.dropParty)}
            >
              {party.state === 'joined' ? barTexts.dropParty : barTexts.cancel}
            </button>
          </div>
          <button
            type="button"
            className="leave"
            data-testid="leave"
            disabled={!usable || party.state !== 'joined' || held}
            onClick={() => void command.run(desk.api.leave)}
          >
            {barTexts.leave}
            <span>
              {held ? barTexts.retrieveFirst : party.state === 'joined' ? barTexts.othersTalkOn : barTexts.waitForParty}
            </span>
          </button>
        </>
      ) : (
        <div className="lines">
          <SideLine mode={mode} message={message} heldSeconds={heldSeconds} failure={call.partyFailure} />
        </div>
      )}
    </div>
  );
}

interface SideProps {
  mode: BarMode;
  message: string | null;
  heldSeconds: number;
  failure: PartyFailureView | null;
}

function SideLine({ mode, message, heldSeconds, failure }: SideProps) {
  const desk = useDesk();
  const work = useWorkplace();
  const command = useCommand();
  if (message ?? command.error)
    return (
      <p className="note-line" role="status">
        {message ?? command.error}
      </p>
    );
  if (mode === 'lost')
    return (
      <p className="note-line" role="status">
        {barTexts.bringingBack}
      </p>
    );
  if (mode === 'held') {
    const late = heldSeconds >= holdReminder;
    return (
      <p className={late ? 'note-line' : 'meta second'} role="status">
        {late ? barTexts.heldTooLong : barTexts.hearsMusic}
      </p>
    );
  }
  if (!failure) return null;
  return (
    <div role="status" data-testid="party-failure">
      <p className="note-line">
        {partyName(failure)} {partyFailures[failure.reason]}
        {barTexts.stillTalking}
      </p>
      <button type="button" className="link" onClick={() => void command.run(() => desk.api.threeWay(failure.target))}>
        {barTexts.redial}
      </button>
      <button type="button" className="link" onClick={() => work.formFocus.set('last')}>
        {barTexts.ticketInstead}
      </button>
    </div>
  );
}

function partyName(party: { target: string; name: string }): string {
  return party.name.includes(party.target)
    ? party.name
    : `${party.target} ${party.name}`.trim() || agentWords.unknownArea;
}
