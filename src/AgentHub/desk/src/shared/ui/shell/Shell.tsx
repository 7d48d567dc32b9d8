import { useEffect, useState } from 'react';
import { attention, ringSentence } from '../../core/attention';
import { showAttention } from '../../session/notify';
import { words } from '../../texts';
import { useBarMode, useDesk, usePage } from '../common/deskContext';
import { useRoute } from '../common/useRoute';
import { useShortcuts } from '../common/useShortcuts';
import type { AgentFeature, Features } from '../features';
import { DegradedBanner } from './DegradedBanner';
import { KeyList } from './KeyList';
import { NavRail } from './NavRail';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import { shellTexts } from './texts';

/** The frame of every page: top bar, call bar, banner, rail, page, status bar. */
export function Shell({ features, agent }: { features: Features; agent: AgentFeature | null }) {
  const desk = useDesk();
  const route = useRoute();
  const mode = useBarMode();
  const view = usePage((page) => page.view);
  const replaced = view?.replaced ?? false;
  const [keyList, setKeyList] = useState(false);
  const roles = desk.session.agent?.roles ?? [];
  const mayFloor = roles.includes('shiftLeader') || roles.includes('administrator');
  const home = desk.takesCalls ? 'desk' : mayFloor ? 'floor' : 'tickets';
  const mayPage = { desk: desk.takesCalls, tickets: true, floor: mayFloor };
  const page = mayPage[route.page] ? route.page : home;
  // The floor has no call bar, except when a call is there: nobody must miss a ring.
  const hasCallBar = agent !== null && (page !== 'floor' || mode !== 'waiting');

  const { title, icon } = attention(view, mode, words.pages[page]);
  useEffect(() => showAttention({ title, icon }), [title, icon]);
  useShortcuts({ keyList: () => setKeyList((open) => !open) });
  usePreload(mayPage, features);

  return (
    <div className={hasCallBar ? 'app' : 'app no-call'}>
      <nav className="skip-links" aria-label={shellTexts.skip}>
        <button type="button" onClick={() => document.getElementById('call-bar')?.focus()}>
          {shellTexts.skipToBar}
        </button>
        <button type="button" onClick={() => document.getElementById('ticket-pane')?.focus()}>
          {shellTexts.skipToTicket}
        </button>
        <button type="button" onClick={() => document.getElementById('assist-pane')?.focus()}>
          {shellTexts.skipToKnowledge}
        </button>
      </nav>
      <h1 className="hidden-text">{words.pages[page]}</h1>
      <TopBar page={page} onKeys={() => setKeyList(true)} />
      {hasCallBar ? <agent.CallBar mode={mode} page={page} /> : null}
      <div role="alert" className="hidden-text">
        {mode === 'ringing' || mode === 'phoneRinging' ? ringSentence(view) : ''}
      </div>
      <DegradedBanner />
      <NavRail page={page} mayFloor={mayFloor} takesCalls={desk.takesCalls} />
      {/* Replaced by another computer: everything can still be read, nothing can be changed. */}
      {page === 'desk' && agent ? <agent.AgentPage mode={mode} readOnly={replaced} /> : null}
      {page === 'tickets' ? <features.TicketsPage ticketId={route.ticketId} /> : null}
      {page === 'floor' ? <features.FloorPage /> : null}
      <StatusBar onKeys={() => setKeyList(true)} />
      <KeyList open={keyList} onClose={() => setKeyList(false)} />
    </div>
  );
}

/** After this the desk is at rest, and what may be looked at later comes in. */
const calm = 5000;

/** The other pages are fetched soon after: an upgrade of the server in the middle of a shift then takes none of them away. */
function usePreload(may: { tickets: boolean; floor: boolean }, features: Features): void {
  const { tickets, floor } = may;
  useEffect(() => {
    const fetchAll = () => {
      if (tickets) features.TicketsPage.preload().catch(() => undefined);
      if (floor) features.FloorPage.preload().catch(() => undefined);
    };
    const timer = window.setTimeout(fetchAll, calm);
    return () => window.clearTimeout(timer);
  }, [tickets, floor, features]);
}
