import type { DeskCall, HandedOnView, PartyFailureView } from '../../../shared/contract';
import type { BarMode } from '../../../shared/core/bar';
import { since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { handedOnText } from '../../core/handedOn';
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
  const apart = held && party?.state === 'joined';
  const line = [
    held ? barTexts.heldFor(since(call.heldSince, now)) : '',
    apart ? barTexts.citizenHearsMusic : `${common.dialled} ${call.number.dialled} ${call.number.name}`,
    apart ? '' : (call.caller.area ?? ''),
  ].filter((part) => part !== '');
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
          <div className="small cut second" title={line.join(barTexts.dot)} data-testid="citizen-line">
            {line.join(barTexts.dot)}
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
                {apart ? barTexts.aloneWithYou : `${partyStates[party.state]} ${since(party.since, now)}`}
              </div>
            </div>
            {party.state === 'joined' ? (
              <button
                type="button"
                className="mini"
                data-testid="private-talk"
                disabled={!usable}
                title={held ? barTexts.allTogetherHow : barTexts.privateTalkHow}
                onClick={() => void command.run(held ? desk.api.retrieve : desk.api.hold)}
              >
                {held ? barTexts.allTogether : barTexts.privateTalk}
              </button>
            ) : null}
            {party.state === 'joined' ? (
              <AskFirst
                title={barTexts.reallyDrop(partyName(party))}
                consequence={barTexts.dropEffect}
                yes={barTexts.dropParty}
                no={barTexts.talkOn}
                danger
                testId="drop-confirm"
                onYes={() => void command.run(desk.api.dropParty)}
              >
                <button type="button" className="mini" data-testid="drop-party" disabled={!usable}>
                  {barTexts.dropParty}
                </button>
              </AskFirst>
            ) : (
              <button
                type="button"
                className="mini"
                data-testid="drop-party"
                disabled={!usable}
                onClick={() => void command.run(desk.api.dropParty)}
              >
                {barTexts.cancel}
              </button>
            )}
          </div>
          <AskFirst
            title={barTexts.reallyLeave}
            consequence={barTexts.leaveEffect}
            yes={barTexts.leave}
            no={barTexts.talkOn}
            testId="leave-confirm"
            onYes={() => void command.run(desk.api.leave)}
          >
            <button
              type="button"
              className="leave"
              data-testid="leave"
              disabled={!usable || party.state !== 'joined' || held}
            >
              {barTexts.leave}
              <span>
                {held
                  ? barTexts.retrieveFirst
                  : party.state === 'joined'
                    ? barTexts.othersTalkOn
                    : barTexts.waitForParty}
              </span>
            </button>
          </AskFirst>
        </>
      ) : (
        <div className="lines">
          <SideLine
            mode={mode}
            message={message}
            heldSeconds={heldSeconds}
            failure={call.partyFailure}
            handedOn={call.handedOn}
          />
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
  handedOn: HandedOnView | null;
}

function SideLine({ mode, message, heldSeconds, failure, handedOn }: SideProps) {
  const desk = useDesk();
  const work = useWorkplace();
  const command = useCommand();
  if (message ?? command.error)
    return (
      <p className="note-line" role="status" title={message ?? command.error ?? undefined}>
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
      <p
        className={late ? 'note-line' : 'meta second cut'}
        role="status"
        title={late ? barTexts.heldTooLong : barTexts.hearsMusic}
      >
        {late ? barTexts.heldTooLong : barTexts.hearsMusic}
      </p>
    );
  }
  if (!failure && handedOn) {
    return (
      <p className="meta second cut" data-testid="handed-on" title={handedOnText(handedOn)}>
        {handedOnText(handedOn)}
      </p>
    );
  }
  if (!failure) return null;
  const failed = `${partyName(failure)} ${partyFailures[failure.reason]}${barTexts.stillTalking}`;
  return (
    <div role="status" data-testid="party-failure">
      <p className="note-line" title={failed}>
        {failed}
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
