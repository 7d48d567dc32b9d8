import { Button } from 'antd';
import { useStore } from '../../../shared/session/store';
import { common, stateNames } from '../../../shared/texts';
import { useCommand, useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { barTexts } from './texts';

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
    ? barTexts.pageStopped
    : ended
      ? barTexts.callOver
      : ready
        ? barTexts.waitingForCall
        : agent
          ? barTexts.notAnswering
          : barTexts.reachingServer;
  const asideNotes = note ?? command.error;
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="headline">{head}</span>
          <span className="meta second cut">
            {replaced
              ? barTexts.draftsElsewhere
              : ended
                ? barTexts.wrapUpLater
                : hint(agent?.state ?? null, registration)}
          </span>
        </div>
        <div className="second-line">
          {asideNotes ? (
            <span className="note-line">{asideNotes}</span>
          ) : (
            <>
              <span className="muted">{barTexts.queues}</span>
              <span className="row" style={{ gap: 6, overflow: 'hidden' }}>
                {queues?.length
                  ? queues.map((queue) => (
                      <span key={queue.skill} className="tag blue">
                        {queue.name}
                      </span>
                    ))
                  : barTexts.noQueue}
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
  if (registration !== 'registered') return common.phoneUnregistered;
  return state === 'ready' ? barTexts.callsByIdleTime : barTexts.callsWhenReady;
}
