import { type Fault, isUrgent, worstFault } from '../../core/faults';
import { duration } from '../../core/format';
import { useStore } from '../../session/store';
import { setAsideTexts } from '../../texts';
import { useCommand, useDesk } from '../common/deskContext';
import { Icon } from '../common/Icon';

/** One banner, the worst fault first: what happened, what still works, what to do. */
export function DegradedBanner() {
  const desk = useDesk();
  const page = useStore(desk.page);
  const now = useStore(desk.clock.now);
  const recovery = useStore(desk.workplace.drafts.book).recovery;
  const unsent = desk.workplace.drafts.unsent();
  const fault = worstFault(page, now, recovery);
  if (!fault) return null;
  const urgent = isUrgent(fault);
  const look = urgent ? 'urgent' : fault.kind === 'recovered' ? 'good' : fault.kind === 'setAside' ? 'calm' : '';
  return (
    <div className={`banner ${look}`} role={urgent ? 'alert' : 'status'} data-testid="banner" data-fault={fault.kind}>
      <Icon name={fault.kind === 'recovered' ? 'tick' : fault.kind === 'setAside' ? 'info' : 'warn'} />
      <span className="text">{textOf(fault, unsent, page.phone.session?.state === 'talking')}</span>
      {/* The seconds are not read out: the sentence before is. */}
      {fault.kind === 'serverLost' ? <b aria-hidden="true">{duration(now - fault.since)}</b> : null}
      <Remedy fault={fault} />
    </div>
  );
}

function textOf(fault: Fault, unsent: number, onCall: boolean): string {
  switch (fault.kind) {
    case 'replaced':
      return '您已在另一台电脑登录，本页停止接听';
    case 'telephony':
      return '电话平台断开，正在重连。通话不会因此中断；新来电由备用队列接听';
    case 'serverLost':
      return onCall
        ? '与服务器断开，请勿刷新，话机仍在通话，可以接听和挂断'
        : '与服务器断开，正在重连。请勿刷新，来电仍可接听';
    case 'microphone':
      return fault.absent
        ? '没有找到麦克风，不能接听。插好耳麦后点此重试，或改用话机'
        : '浏览器未允许麦克风，不能接听。点此允许，或改用话机';
    case 'unregistered':
      return '网页电话未注册，不会派来电话';
    case 'database':
      return `数据库暂不可用。通话照常，工单先存本机，恢复后自动上传（待传 ${Math.max(unsent, fault.pendingWrites)}）`;
    case 'quality':
      return `网络不稳（丢包 ${fault.loss}%），对方可能听不清`;
    case 'setAside':
      return setAsideTexts[fault.reason];
    case 'recovered':
      return `已恢复，${fault.uploaded} 份草稿已上传`;
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
          {fault.absent ? '重试' : '允许麦克风'}
        </button>
      );
    case 'replaced':
      return (
        <button type="button" className="link" onClick={() => window.location.reload()}>
          改回本机接听
        </button>
      );
    case 'unregistered':
      return (
        <button type="button" className="link" onClick={desk.workplace.registerAgain}>
          重新注册
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
            恢复示闲
          </button>
          {error}
        </>
      );
    default:
      return null;
  }
}
