import type { DeskAgent, DeskView, ReferenceView } from '../../../shared/contract';
import type { BarMode } from '../../../shared/core/bar';
import { secondsUntil, since } from '../../../shared/core/format';
import type { PageState } from '../../../shared/core/page';
import { asideText } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { common, stateNames } from '../../../shared/texts';
import { useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { Icon, type IconName } from '../../../shared/ui/common/Icon';
import { agentWords } from '../../texts';
import { Countdown } from './Countdown';
import { StateMenu } from './StateMenu';
import { barTexts } from './texts';

interface Face {
  look: string;
  icon: IconName;
  name: string;
  line: string;
}

/** The state in colour, icon and word, with its timer. */
export function StateBlock({ mode }: { mode: BarMode }) {
  const desk = useDesk();
  const page = useStore(desk.page);
  const reference = useStore(desk.reference);
  const now = useNow();
  const localNow = useStore(desk.clock.now);
  const call = page.view?.call ?? null;
  if (mode === 'ringing' && call) {
    const left = secondsUntil(call.ringUntil, now);
    return (
      <div className="state-block ringing counting" data-testid="state-block" data-state="ringing">
        <Countdown until={call.ringUntil} from={call.offeredAt} now={now} />
        <div>
          <div className="name">{stateNames.ringing}</div>
          <div className="line">{call.resume ? barTexts.callComesBack : barTexts.nextAgentIn(left)}</div>
        </div>
      </div>
    );
  }
  const session = page.phone.session;
  const face = faceOf(
    mode,
    page,
    reference,
    now,
    session ? since(new Date(session.since).toISOString(), localNow) : '',
  );
  return (
    <div
      className={`state-block ${face.look}`}
      data-testid="state-block"
      data-state={page.view?.agent.state ?? 'unknown'}
    >
      <div className="name">
        <Icon name={face.icon} size="large" />
        {face.name}
      </div>
      <div className="line">{face.line}</div>
      {mode === 'waiting' ? null : <NextLine agent={page.view?.agent ?? null} reference={reference} />}
      {mode === 'wrapUp' ? <WrapUpGauge now={now} /> : null}
      {mode === 'phoneRinging' || mode === 'phoneTalking' ? null : <StateMenu />}
      <span className="hidden-text" role="status">
        {face.name}
      </span>
    </div>
  );
}

/** The state that was asked for after this call: it is not forgotten, and is seen not to be. */
function NextLine({ agent, reference }: { agent: DeskAgent | null; reference: ReferenceView }) {
  if (agent?.next !== 'break' && agent?.next !== 'notReady') return null;
  const what = [stateNames[agent.next], asideText(reference, agent.nextReason)].filter((part) => part !== '');
  return (
    <div className="line next" data-testid="next-state">
      {barTexts.afterCall}
      {what.join(barTexts.colon)}
    </div>
  );
}

function faceOf(mode: BarMode, page: PageState, reference: ReferenceView, now: number, phoneTime: string): Face {
  const { view, phone, link } = page;
  const muted = phone.session?.muted ?? false;
  const silent = agentWords.serverSilent(link.state === 'up');
  const call = view?.call ?? null;
  const quiet = muted ? barTexts.muted : call?.recording ? barTexts.recording : barTexts.notRecording;
  const talked = since(call?.answeredAt, now);
  switch (mode) {
    case 'phoneRinging':
    case 'ringing':
      return { look: 'ringing', icon: 'phoneIn', name: stateNames.ringing, line: barTexts.mayAnswer(silent) };
    case 'phoneTalking':
      return {
        look: 'talking',
        icon: 'phone',
        name: common.talking,
        line: `${phoneTime} · ${muted ? barTexts.muted : silent}`,
      };
    case 'phoneEnded':
      return { look: '', icon: 'ring', name: barTexts.callOver, line: barTexts.waitForServer };
    case 'talking':
      return {
        look: 'talking',
        icon: muted ? 'micOff' : 'phone',
        name: muted ? barTexts.talkingMuted : common.talking,
        line: `${talked} · ${quiet}`,
      };
    case 'threeWay':
      return {
        look: 'talking',
        icon: 'people',
        name: call?.party?.state === 'joined' ? barTexts.threeWayTalk : barTexts.threeWayDialling,
        line: `${talked} · ${quiet}`,
      };
    case 'held':
      return call?.party?.state === 'joined'
        ? {
            look: 'private',
            icon: 'headset',
            name: barTexts.privateFor(since(call.heldSince, now)),
            line: barTexts.privateLine,
          }
        : {
            look: 'held',
            icon: 'pause',
            name: barTexts.held(since(call?.heldSince, now)),
            line: barTexts.heldLine(talked),
          };
    case 'lost':
      return { look: 'broken', icon: 'warn', name: common.lost, line: barTexts.citizenOnLine };
    case 'wrapUp':
      return { look: 'wrapup', icon: 'pen', name: stateNames.afterCallWork, line: wrapUpLine(view, now) };
    case 'waiting':
      return waitingFace(view, reference, now);
  }
}

function waitingFace(view: DeskView | null, reference: ReferenceView, now: number): Face {
  if (!view) return { look: '', icon: 'ring', name: barTexts.connectingServer, line: barTexts.serverAwaited };
  if (view.replaced) return { look: '', icon: 'ring', name: barTexts.stopped, line: barTexts.signedInElsewhere };
  if (!view.telephony) return { look: '', icon: 'ring', name: common.lost, line: barTexts.telephonyAway };
  const { state, reason } = view.agent;
  const why = asideText(reference, reason);
  const time = since(view.agent.since, now);
  if (state === 'ready') return { look: 'ready', icon: 'tick', name: stateNames.ready, line: barTexts.waitedFor(time) };
  if (state === 'break') return { look: 'break', icon: 'cup', name: stateNames.break, line: `${why} ${time}` };
  if (state === 'notReady') {
    return { look: '', icon: 'cross', name: stateNames.notReady, line: `${why} ${time}` };
  }
  return { look: '', icon: 'ring', name: stateNames[state], line: time };
}

function wrapUpLine(view: DeskView | null, now: number): string {
  const call = view?.call;
  if (!call?.endedAt) return '';
  const spent = since(call.endedAt, now);
  if (!call.wrapUpUntil) return spent;
  const over = now - Date.parse(call.wrapUpUntil);
  if (over > 0) return barTexts.wrapUpOver(spent, since(call.wrapUpUntil, now));
  const minutes = Math.round((Date.parse(call.wrapUpUntil) - Date.parse(call.endedAt)) / 6000) / 10;
  return barTexts.wrapUpWithin(spent, minutes);
}

function WrapUpGauge({ now }: { now: number }) {
  const endedAt = usePage((page) => page.view?.call?.endedAt ?? null);
  const until = usePage((page) => page.view?.call?.wrapUpUntil ?? null);
  if (!endedAt || !until) return null;
  const whole = Date.parse(until) - Date.parse(endedAt);
  const share = whole > 0 ? Math.min(1, Math.max(0, (now - Date.parse(endedAt)) / whole)) : 1;
  return <i className="gauge" style={{ width: `${share * 100}%` }} />;
}
