import { Button } from 'antd';
import { useStore } from '../../../shared/session/store';
import { stateNames } from '../../../shared/texts';
import { useCommand, useDesk, usePage } from '../../../shared/ui/common/deskContext';

/** No call: what the agent is waiting for, or why nothing will come, and the one key that changes it. */
export function WaitingInfo({ ended }: { ended: boolean }) {
  const desk = useDesk();
  const command = useCommand();
  const note = useStore(desk.note);
  const agent = usePage((page) => page.view?.agent ?? null);
  const queues = usePage((page) => page.view?.queues ?? null);
  const registration = usePage((page) => page.phone.registration);
  const usable = usePage((page) => page.link.state === 'up' && page.view?.telephony === true && !page.view.replaced);
  const replaced = usePage((page) => page.view?.replaced ?? false);
  const ready = agent?.state === 'ready';
  const head = replaced
    ? '本页停止接听'
    : ended
      ? '通话已结束'
      : ready
        ? '等待来电'
        : agent
          ? '未在接听'
          : '正在连接服务器';
  const asideNotes = note ?? command.error;
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="headline">{head}</span>
          <span className="meta second cut">
            {replaced
              ? '草稿都在，另一台电脑可以继续'
              : ended
                ? '服务器恢复后进入话后处理，已写内容都在'
                : hint(agent?.state ?? null, registration)}
          </span>
        </div>
        <div className="second-line">
          {asideNotes ? (
            <span className="note-line">{asideNotes}</span>
          ) : (
            <>
              <span className="muted">所在队列</span>
              <span className="row" style={{ gap: 6, overflow: 'hidden' }}>
                {queues?.length
                  ? queues.map((queue) => (
                      <span key={queue.skill} className="tag blue">
                        {queue.name}
                      </span>
                    ))
                  : '未分配'}
              </span>
            </>
          )}
        </div>
      </div>
      {agent && !ready && !ended && !replaced ? (
        <Button
          type="primary"
          size="large"
          data-testid="go-ready"
          disabled={!usable}
          loading={command.busy}
          style={{ background: usable ? 'var(--ready)' : undefined }}
          onClick={() => void command.run(() => desk.setState('ready'))}
        >
          {stateNames.ready}
        </Button>
      ) : null}
    </div>
  );
}

function hint(state: string | null, registration: string): string {
  if (state === null) return '';
  if (registration !== 'registered') return '网页电话未注册，不会派来电话';
  return state === 'ready' ? '来电按空闲时间先后派给您' : '示闲后才会派来电话';
}
