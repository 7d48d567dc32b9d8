import type { DeskCall, PartyFailure } from '../../../shared/contract';
import type { BarMode } from '../../../shared/core/bar';
import { since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { partyFailures, partyStates, words } from '../../../shared/texts';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { ModeTag } from '../common/ModeTag';
import { useWorkplace } from '../useWorkplace';

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
            <b>市民 {call.caller.masked}</b>
            {party ? null : <ModeTag number={call.number} testId="dialled-mode" />}
          </div>
          <div className="small cut second">
            {held ? `保持 ${since(call.heldSince, now)} · ` : ''}拨打{' '}
            <span data-testid="dialled-number">{call.number.dialled}</span> {call.number.name}
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
                title="市民保持等候，您单独与对方说"
                onClick={() => void command.run(desk.api.hold)}
              >
                单独说
              </button>
            ) : null}
            <button
              type="button"
              className="mini"
              data-testid="drop-party"
              disabled={!usable}
              onClick={() => void command.run(desk.api.dropParty)}
            >
              {party.state === 'joined' ? '请离开' : '取消'}
            </button>
          </div>
          <button
            type="button"
            className="leave"
            data-testid="leave"
            disabled={!usable || party.state !== 'joined' || held}
            onClick={() => void command.run(desk.api.leave)}
          >
            我先退出<span>{held ? '先取回市民' : party.state === 'joined' ? '两方继续' : '等待接通'}</span>
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
  failure: PartyFailure | null;
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
        通话曾断开，市民仍在线，正在接回您的电话
      </p>
    );
  if (mode === 'held') {
    const late = heldSeconds >= holdReminder;
    return (
      <p className={late ? 'note-line' : 'meta second'} role="status">
        {late ? '保持已超过 30 秒，请取回并告知市民' : '市民听到等候音'}
      </p>
    );
  }
  if (!failure) return null;
  return (
    <div role="status" data-testid="party-failure">
      <p className="note-line">
        {partyName(failure)} {partyFailures[failure.reason]}，市民仍与您通话
      </p>
      <button type="button" className="link" onClick={() => void command.run(() => desk.api.threeWay(failure.target))}>
        重拨
      </button>
      <button type="button" className="link" onClick={() => work.formFocus.set('last')}>
        改为派单
      </button>
    </div>
  );
}

function partyName(party: { target: string; name: string }): string {
  return party.name.includes(party.target) ? party.name : `${party.target} ${party.name}`.trim() || words.unknownArea;
}
