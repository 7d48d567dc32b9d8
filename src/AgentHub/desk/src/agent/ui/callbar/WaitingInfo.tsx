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
  const registration = usePage((page) => page.phone.registration);
  const usable = usePage((page) => page.link.state === 'up' && page.view?.telephony === true && !page.view.replaced);
  const replaced = usePage((page) => page.view?.replaced ?? false);
  const names = agent?.skills ?? [];
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
  const why = replaced
    ? barTexts.draftsElsewhere
    : ended
      ? barTexts.wrapUpLater
      : hint(agent?.state ?? null, registration);
  return (
    <div className="call-info">
      <div className="lines">
        <div className="first">
          <span className="headline">{head}</span>
          <span className="meta second cut" title={why}>
            {why}
          </span>
        </div>
        <div className="second-line">
          {asideNotes ? (
            <span className="note-line" title={asideNotes}>
              {asideNotes}
            </span>
          ) : (
            <>
              <span className="muted">{barTexts.queues}</span>
              <span className="cut" title={names.join(barTexts.listComma)}>
                {names.length > 0
                  ? names.map((name) => (
                      <span key={name} className="tag blue" style={{ marginRight: 6 }}>
                        {name}
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
