import { since } from '../../../shared/core/format';
import { words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useNow, usePage } from '../../../shared/ui/common/deskContext';

/** Who waits now in the queues that this agent serves. */
export function QueueCard() {
  const now = useNow();
  const queues = usePage((page) => page.view?.queues ?? null);
  const up = usePage((page) => page.link.state === 'up');
  const waiting = queues?.reduce((sum, queue) => sum + queue.waiting, 0) ?? 0;
  return (
    <Card
      title="正在排队"
      size="shrink"
      extra={
        <span className="small muted">
          {up ? '现在' : '断开前'} · 共 {waiting} 人
        </span>
      }
    >
      <div className={up ? '' : 'stale'}>
        {queues === null ? <span className="skeleton" /> : null}
        {queues?.length === 0 ? <p className="meta muted">未分配技能组</p> : null}
        {queues?.map((queue) => (
          <div key={queue.skill} className="queue-line">
            <span className="cut" title={queue.name}>
              {queue.name}
            </span>
            <span className="spacer" />
            {queue.waiting === 0 ? (
              <span className="muted">{words.queueEmpty}</span>
            ) : (
              <span className="nowrap">
                <b>{queue.waiting}</b> 人 · 最长 {since(queue.longestSince, now)}
              </span>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
