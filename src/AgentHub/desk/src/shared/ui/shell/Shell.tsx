import { useEffect, useMemo, useState } from 'react';
import { attention, ringSentence } from '../../core/attention';
import { pageFor } from '../../core/nav';
import { showAttention } from '../../session/notify';
import { useBarMode, useDesk, usePage } from '../common/deskContext';
import { useRoute } from '../common/useRoute';
import { useShortcuts } from '../common/useShortcuts';
import type { AgentFeature, Features, PageEntry } from '../features';
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
  const pages = useMemo(() => features.pages.filter((page) => page.may(desk.session)), [features, desk]);
  const rail = useMemo(() => pages.filter((page) => page.inRail?.(desk.session) ?? true), [pages, desk]);
  const page = pageFor(pages, route.page);
  // The floor has no call bar, except when a call is there: nobody must miss a ring.
  const hasCallBar = agent !== null && (page.name !== 'floor' || mode !== 'waiting');

  const { title, icon } = attention(view, mode, page.title);
  useEffect(() => showAttention({ title, icon }), [title, icon]);
  useShortcuts({ keyList: () => setKeyList((open) => !open) });
  usePreload(pages);

  return (
    // A click beside everything leaves the focus on the page, not nowhere.
    <div className={hasCallBar ? 'app' : 'app no-call'} tabIndex={-1}>
      <nav className="skip-links" aria-label={shellTexts.skip}>
        {skips(hasCallBar, agent !== null && page.Page === null).map(({ to, label }) => (
          <button key={to} type="button" onClick={() => document.querySelector<HTMLElement>(to)?.focus()}>
            {label}
          </button>
        ))}
      </nav>
      <TopBar title={page.title} onKeys={() => setKeyList(true)} />
      {hasCallBar ? <agent.CallBar mode={mode} page={page.name} /> : null}
      <div role="alert" className="hidden-text">
        {mode === 'ringing' || mode === 'phoneRinging' ? ringSentence(view) : ''}
      </div>
      <NavRail page={page.name} pages={rail} />
      {/* Replaced by another computer: everything can still be read, nothing can be changed. */}
      {page.Page ? <page.Page item={route.item} /> : null}
      {!page.Page && agent ? <agent.AgentPage mode={mode} readOnly={replaced} /> : null}
      <StatusBar onKeys={() => setKeyList(true)} />
      <KeyList open={keyList} onClose={() => setKeyList(false)} />
    </div>
  );
}

/** Only to what is on the page. */
function skips(callBar: boolean, agentPage: boolean): { to: string; label: string }[] {
  const bar = callBar ? [{ to: '#call-bar', label: shellTexts.skipToBar }] : [];
  if (!agentPage) return [...bar, { to: 'main', label: shellTexts.skipToMain }];
  return [
    ...bar,
    { to: '#ticket-pane', label: shellTexts.skipToTicket },
    { to: '#assist-pane', label: shellTexts.skipToKnowledge },
  ];
}

/** After this the desk is at rest, and what may be looked at later comes in. */
const calm = 5000;

/** The other pages are fetched soon after: an upgrade of the server in the middle of a shift then takes none of them away. */
function usePreload(pages: readonly PageEntry[]): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const { Page } of pages) Page?.preload().catch(() => undefined);
    };
    const timer = window.setTimeout(fetchAll, calm);
    return () => window.clearTimeout(timer);
  }, [pages]);
}
