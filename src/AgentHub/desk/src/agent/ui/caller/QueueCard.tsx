import { since } from '../../../shared/core/format';
import { common, words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useNow, usePage } from '../../../shared/ui/common/deskContext';
import { callerTexts } from './texts';

/** Who waits now in the queues that this agent serves. */
export function QueueCard() {
  const now = useNow();
  const queues = usePage((page) => page.view?.queues ?? null);
  const up = usePage((page) => page.link.state === 'up');
  const waiting = queues?.reduce((sum, queue) => sum + queue.waiting, 0) ?? 0;
  return (
    <Card
      title={common.queueing}
      size="shrink"
      extra={
        <span className="small muted">
          {up ? callerTexts.now : callerTexts.beforeBreak} {callerTexts.inAll} {waiting} {common.people}
        </span>
      }
    >
      <div className={up ? '' : 'stale'}>
        {queues === null ? <span className="skeleton" /> : null}
        {queues?.length === 0 ? <p className="meta muted">{words.queueEmpty}</p> : null}
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
                <b>{queue.waiting}</b> {callerTexts.peopleLongest} {since(queue.longestSince, now)}
              </span>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
