import { type Fault, isUrgent, worstFault } from '../../core/faults';
import { duration } from '../../core/format';
import type { Elsewhere } from '../../core/page';
import { useStore } from '../../session/store';
import { common, setAsideTexts } from '../../texts';
import { useCommand, useDesk } from '../common/deskContext';
import { Icon } from '../common/Icon';
import { SignInAgain } from './SignInAgain';
import { shellTexts } from './texts';

/** One banner, the worst fault first: what happened, what still works, what to do. */
export function DegradedBanner() {
  const desk = useDesk();
  const page = useStore(desk.page);
  const now = useStore(desk.clock.now);
  const recovery = useStore(desk.workplace.drafts.book).recovery;
  const unsent = desk.workplace.drafts.unsent();
  const fault = worstFault(page, now, recovery);
  if (!fault) return null;
  const text = textOf(fault, unsent, page.phone.session?.state === 'talking');
  const urgent = isUrgent(fault);
  const look = urgent ? 'urgent' : fault.kind === 'recovered' ? 'good' : fault.kind === 'setAside' ? 'calm' : '';
  return (
    <div className={`banner ${look}`} role={urgent ? 'alert' : 'status'} data-testid="banner" data-fault={fault.kind}>
      <Icon name={fault.kind === 'recovered' ? 'tick' : fault.kind === 'setAside' ? 'info' : 'warn'} />
      <span className="text" title={text}>
        {text}
      </span>
      {/* The seconds are not read out: the sentence before is. */}
      {fault.kind === 'serverLost' ? <b aria-hidden="true">{duration(now - fault.since)}</b> : null}
      <Remedy fault={fault} />
    </div>
  );
}

function textOf(fault: Fault, unsent: number, onCall: boolean): string {
  switch (fault.kind) {
    case 'replaced':
      return shellTexts.replaced;
    case 'signInOver':
      return shellTexts.signInOver;
    case 'elsewhere':
      return shellTexts.elsewhere[fault.where];
    case 'telephony':
      return shellTexts.telephonyLost;
    case 'serverLost':
      return onCall ? shellTexts.serverLostInCall : shellTexts.serverLost;
    case 'microphone':
      return fault.absent ? shellTexts.microphoneAbsent : shellTexts.microphoneRefused;
    case 'unregistered':
      return common.phoneUnregistered;
    case 'database':
      return shellTexts.databaseAway(Math.max(unsent, fault.pendingWrites));
    case 'quality':
      return shellTexts.badLine(fault.loss);
    case 'setAside':
      return setAsideTexts[fault.reason];
    case 'recovered':
      return shellTexts.recovered(fault.uploaded);
  }
}

function Remedy({ fault }: { fault: Fault }) {
  const desk = useDesk();
  const command = useCommand();
  const error = command.error ? <span className="small">{command.error}</span> : null;
  switch (fault.kind) {
    case 'microphone':
      return (
        <button type="button" className="link" onClick={() => void desk.workplace.startPhone()}>
          {fault.absent ? shellTexts.retry : shellTexts.allowMicrophone}
        </button>
      );
    case 'signInOver':
      return <SignInAgain />;
    case 'elsewhere':
      return <HaveIt where={fault.where} />;
    case 'replaced':
      return (
        <button type="button" className="link" data-testid="answer-here" onClick={() => desk.workplace.takeOver()}>
          {shellTexts.answerHere}
        </button>
      );
    case 'unregistered':
      return (
        <button type="button" className="link" onClick={desk.workplace.registerAgain}>
          {shellTexts.registerAgain}
        </button>
      );
    case 'setAside':
      return (
        <>
          <button
            type="button"
            className="link"
            data-testid="back-to-ready"
            disabled={command.busy}
            onClick={() => void command.run(() => desk.setState('ready'))}
          >
            {shellTexts.readyAgain}
          </button>
          {error}
        </>
      );
    default:
      return null;
  }
}

/** The telephone comes here when its agent says so; a call at another sign-in he may also leave there. */
function HaveIt({ where }: { where: Elsewhere }) {
  const { workplace } = useDesk();
  const words = { tab: shellTexts.takeOver, call: shellTexts.takeCallOver, phone: shellTexts.answerHere };
  return (
    <>
      <button
        type="button"
        className="link"
        data-testid={where === 'phone' ? 'answer-here' : 'take-over'}
        onClick={() => workplace.takeOver()}
      >
        {words[where]}
      </button>
      {where === 'call' ? (
        <button type="button" className="link" data-testid="leave-there" onClick={() => workplace.leaveThere()}>
          {shellTexts.leaveThere}
        </button>
      ) : null}
    </>
  );
}
