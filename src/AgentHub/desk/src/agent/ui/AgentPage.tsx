import { useEffect, useState } from 'react';
import type { BarMode } from '../../shared/core/bar';
import { useStore } from '../../shared/session/store';
import { common } from '../../shared/texts';
import { useReach } from '../../shared/ui/common/useReach';
import { agentTexts } from '../texts';
import { AssistPane } from './assist/AssistPane';
import { CallerPane } from './caller/CallerPane';
import { TicketPane } from './ticket/TicketPane';
import { useWorkplace } from './useWorkplace';

const panes = [
  { key: 'caller', label: common.caller },
  { key: 'ticket', label: common.ticket },
  { key: 'assist', label: agentTexts.assist },
] as const;
type PaneKey = (typeof panes)[number]['key'];

/** Three panes beside each other; on a small or enlarged screen they become tabs. */
export function AgentPage({ mode, readOnly }: { mode: BarMode; readOnly: boolean }) {
  const [front, setFront] = useState<PaneKey>('ticket');
  const beside = useStore(useWorkplace().beside);
  useEffect(() => setFront(beside === null ? 'ticket' : 'assist'), [beside]);
  const reachTicket = useReach<HTMLElement>();
  const reachCaller = useReach<HTMLElement>();
  const reachAssist = useReach<HTMLElement>();
  const look = (key: PaneKey) => (key === front ? 'pane front' : 'pane');
  return (
    <main className="main three" data-read-only={readOnly}>
      <div className="pane-tabs" role="tablist" aria-label={agentTexts.panes}>
        {panes.map((pane) => (
          <button
            key={pane.key}
            type="button"
            role="tab"
            aria-selected={pane.key === front}
            className="link"
            onClick={() => setFront(pane.key)}
          >
            {pane.label}
          </button>
        ))}
      </div>
      {/* Order on screen is caller, ticket, assist; in the tab order the ticket comes first. */}
      <section
        ref={reachTicket}
        className={look('ticket')}
        style={{ order: 2 }}
        aria-label={agentTexts.ticketPane}
        id="ticket-pane"
        tabIndex={-1}
      >
        <TicketPane mode={mode} readOnly={readOnly} />
      </section>
      <section
        ref={reachCaller}
        className={look('caller')}
        style={{ order: 1 }}
        aria-label={agentTexts.callerPane}
        id="caller-pane"
        tabIndex={-1}
      >
        <CallerPane />
      </section>
      <section
        ref={reachAssist}
        className={look('assist')}
        style={{ order: 3 }}
        aria-label={agentTexts.assistPane}
        id="assist-pane"
        tabIndex={-1}
      >
        <AssistPane />
      </section>
    </main>
  );
}
