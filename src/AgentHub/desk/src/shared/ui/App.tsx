import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useState } from 'react';
import type { SessionView } from '../contract';
import { routeHash } from '../core/nav';
import { Api } from '../live/api';
import { Http, sentenceOf } from '../live/http';
import { Desk, takesCalls } from '../session/desk';
import { SettingsStore } from '../session/settings';
import { type Leftover, noWorkplace } from '../session/workplace';
import { common } from '../texts';
import { DeskContext } from './common/deskContext';
import { deskTheme, stillTheme, useReducedMotion } from './common/theme';
import { useFocusKeeper } from './common/useFocusKeeper';
import type { AgentFeature, Features } from './features';
import { LoadFailed } from './load/LoadFailed';
import { Shell } from './shell/Shell';
import { DuePage } from './signin/DuePage';
import { MicrophoneCheck } from './signin/MicrophoneCheck';
import { SignInPage } from './signin/SignInPage';

type Gate =
  | { step: 'asking'; error: string | null }
  | { step: 'signIn'; session: SessionView; notice: string | null }
  | { step: 'due'; session: SessionView }
  | { step: 'microphone'; session: SessionView }
  | { step: 'desk'; desk: Desk; agent: AgentFeature | null }
  | { step: 'incomplete'; session: SessionView };

const settings = new SettingsStore();

/**
 * Typed but not uploaded when the sign-in ran out. In memory only, for a while, and only for the same agent: PCs are shared.
 * Whoever signs out himself was asked, and leaves nothing.
 */
const leftBehindFor = 15 * 60_000;
let leftBehind: { agentId: string; entries: Leftover } | null = null;

/** The way in: who is signed in, may the page hear, then the desk. */
export function App({ features }: { features: Features }) {
  const [gate, setGate] = useState<Gate>({ step: 'asking', error: null });
  const [signedOutAt, setSignedOutAt] = useState(0);
  useFocusKeeper();
  const reduced = useReducedMotion();
  const [api] = useState(() => new Api(new Http(() => setSignedOutAt(Date.now()))));

  const enter = useCallback(
    async (session: SessionView) => {
      let agent: AgentFeature | null = null;
      try {
        if (takesCalls(session)) agent = await features.agent();
      } catch {
        return setGate({ step: 'incomplete', session });
      }
      const desk = new Desk(session, api, settings, agent?.openWorkplace ?? noWorkplace, () =>
        setSignedOutAt(Date.now()),
      );
      if (leftBehind && leftBehind.agentId === session.agent?.id) desk.workplace.adopt(leftBehind.entries);
      leftBehind = null;
      desk.start();
      setGate({ step: 'desk', desk, agent });
    },
    [api, features],
  );

  const goOn = (session: SessionView) => {
    if (session.due) return setGate({ step: 'due', session });
    if (!takesCalls(session)) return void enter(session);
    // While the microphone is tried, so that the telephone is there when it has been.
    features.agent().catch(() => undefined);
    setGate({ step: 'microphone', session });
  };

  const ask = useCallback(
    async (notice: string | null) => {
      try {
        const session = await api.session();
        // After a reload the agent is at work at once: a call may be waiting to be brought back.
        if (session.due) setGate({ step: 'due', session });
        else if (session.agent) await enter(session);
        else setGate({ step: 'signIn', session, notice });
      } catch (error) {
        setGate({ step: 'asking', error: sentenceOf(error) });
        window.setTimeout(() => void ask(notice), 3000);
      }
    },
    [api, enter],
  );

  useEffect(() => {
    // An address of the agent's page is an agent's: after a reload in a call his part need not wait for the sign-in.
    if (window.location.hash.startsWith(routeHash({ page: 'desk', item: null }))) {
      features.agent().catch(() => undefined);
    }
    void ask(null);
  }, [ask, features]);

  useEffect(() => {
    if (signedOutAt === 0) return;
    const desk = gate.step === 'desk' ? gate.desk : null;
    if (desk?.page.get().phone.session) {
      // The sign-in may end, the citizen's call may not: the password is asked for in the page. Whoever does not give it is out with the call.
      desk.take({ kind: 'signInOver', over: true });
      const timer = window.setTimeout(
        () => setSignedOutAt(desk.page.get().signInOver ? Date.now() : 0),
        desk.page.get().phone.session ? 1000 : 0,
      );
      return () => window.clearTimeout(timer);
    }
    setSignedOutAt(0);
    if (desk) {
      const agentId = desk.session.agent?.id ?? '';
      const entries = { agentId, entries: desk.workplace.leftover() };
      leftBehind = entries;
      window.setTimeout(() => {
        if (leftBehind === entries) leftBehind = null;
      }, leftBehindFor);
      desk.stop();
    }
    setGate({ step: 'asking', error: null });
    void ask(desk ? common.signedOut : null);
  }, [signedOutAt, gate, ask]);

  return (
    <ConfigProvider
      locale={zhCN}
      getPopupContainer={() => document.getElementById('popups') ?? document.body}
      theme={reduced ? stillTheme : deskTheme}
      modal={{ mask: { blur: false } }}
      drawer={{ mask: { blur: false } }}
      button={{ autoInsertSpace: false }}
    >
      {/* Toasts stay below the call bar. */}
      <AntApp message={{ top: 132, duration: 3, maxCount: 2 }} style={{ height: '100%' }}>
        {gate.step === 'asking' ? <Asking error={gate.error} /> : null}
        {gate.step === 'signIn' ? (
          <SignInPage api={api} city={gate.session.city} notice={gate.notice} onSignedIn={goOn} />
        ) : null}
        {gate.step === 'due' ? <DuePage api={api} session={gate.session} onDone={goOn} /> : null}
        {gate.step === 'microphone' ? (
          <MicrophoneCheck settings={settings} onDone={() => void enter(gate.session)} />
        ) : null}
        {gate.step === 'incomplete' ? (
          <main className="sign-in-page">
            <LoadFailed onCall={false} onAgain={() => void enter(gate.session)} />
          </main>
        ) : null}
        {gate.step === 'desk' ? (
          <DeskContext value={gate.desk}>
            <Shell features={features} agent={gate.agent} />
          </DeskContext>
        ) : null}
        <section id="popups" aria-label={common.popups} />
      </AntApp>
    </ConfigProvider>
  );
}

function Asking({ error }: { error: string | null }) {
  return (
    <main className="sign-in-page">
      <p role="status" className="second">
        {error ? common.retrying : common.opening}
      </p>
    </main>
  );
}
