import { useEffect, useState } from 'react';
import { AgentPage } from '../../../agent/ui/AgentPage';
import { CallBar } from '../../../agent/ui/callbar/CallBar';
import { FloorPage } from '../../../leader/ui/FloorPage';
import { TicketsPage } from '../../../tickets/TicketsPage';
import { attention, ringSentence } from '../../core/attention';
import { showAttention } from '../../session/notify';
import { words } from '../../texts';
import { useBarMode, useDesk, usePage } from '../common/deskContext';
import { goTo, useRoute } from '../common/useRoute';
import { useShortcuts } from '../common/useShortcuts';
import { DegradedBanner } from './DegradedBanner';
import { KeyList } from './KeyList';
import { NavRail } from './NavRail';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';

/** The frame of every page: top bar, call bar, banner, rail, page, status bar. */
export function Shell() {
  const desk = useDesk();
  const route = useRoute();
  const mode = useBarMode();
  const view = usePage((page) => page.view);
  const replaced = view?.replaced ?? false;
  const [keyList, setKeyList] = useState(false);
  const roles = desk.session.agent?.roles ?? [];
  const mayFloor = roles.includes('shiftLeader') || roles.includes('administrator');
  const home = desk.takesCalls ? 'desk' : 'floor';
  const mayPage = { desk: desk.takesCalls, tickets: true, floor: mayFloor };
  const page = mayPage[route.page] ? route.page : home;
  // The floor has no call bar, except when a call is there: nobody must miss a ring.
  const hasCallBar = desk.takesCalls && (page !== 'floor' || mode !== 'waiting');

  // The ticket of the call is on the agent's page, so an answer leads there.
  const answer = () => {
    if (desk.answerByHand() && page !== 'desk') goTo({ page: 'desk', ticketId: null });
  };

  const { title, icon } = attention(view, mode, words.pages[page]);
  useEffect(() => showAttention({ title, icon }), [title, icon]);
  useShortcuts({ keyList: () => setKeyList((open) => !open) });
  useRingEnd(mode === 'ringing' || mode === 'phoneRinging');

  return (
    <div className={hasCallBar ? 'app' : 'app no-call'}>
      <nav className="skip-links" aria-label="跳转">
        <button type="button" onClick={() => document.getElementById('call-bar')?.focus()}>
          跳到通话条
        </button>
        <button type="button" onClick={() => document.getElementById('ticket-pane')?.focus()}>
          跳到工单
        </button>
        <button type="button" onClick={() => document.getElementById('assist-pane')?.focus()}>
          跳到知识库
        </button>
      </nav>
      <h1 className="hidden-text">{words.pages[page]}</h1>
      <TopBar page={page} onKeys={() => setKeyList(true)} />
      {hasCallBar ? <CallBar mode={mode} onAnswer={answer} /> : null}
      <div role="alert" className="hidden-text">
        {mode === 'ringing' || mode === 'phoneRinging' ? ringSentence(view) : ''}
      </div>
      <DegradedBanner />
      <NavRail page={page} mayFloor={mayFloor} takesCalls={desk.takesCalls} />
      {/* Replaced by another computer: everything can still be read, nothing can be changed. */}
      {page === 'desk' ? <AgentPage mode={mode} readOnly={replaced} /> : null}
      {page === 'tickets' ? <TicketsPage ticketId={route.ticketId} /> : null}
      {page === 'floor' ? <FloorPage /> : null}
      <StatusBar onKeys={() => setKeyList(true)} />
      <KeyList open={keyList} onClose={() => setKeyList(false)} />
    </div>
  );
}

/** The ring stops with the offer even if the telephone's own end of it comes late. */
function useRingEnd(ringing: boolean): void {
  const desk = useDesk();
  const session = usePage((page) => page.phone.session);
  useEffect(() => {
    if (!ringing && session?.state !== 'ringing') desk.ringer.silence();
  }, [desk, ringing, session]);
}
