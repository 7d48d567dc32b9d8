import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useState } from 'react';
import type { DraftEntry } from '../../agent/work/draftKeeper';
import type { Session } from '../contract';
import { Api } from '../live/api';
import { Http, sentenceOf } from '../live/http';
import { Desk } from '../session/desk';
import { SettingsStore } from '../session/settings';
import { DeskContext } from './common/deskContext';
import { deskTheme } from './common/theme';
import { Shell } from './shell/Shell';
import { MicrophoneCheck } from './signin/MicrophoneCheck';
import { SignInPage } from './signin/SignInPage';

type Gate =
  | { step: 'asking'; error: string | null }
  | { step: 'signIn'; session: Session; notice: string | null }
  | { step: 'microphone'; session: Session }
  | { step: 'desk'; desk: Desk };

const settings = new SettingsStore();

/**
 * Typed but not uploaded when the sign-in ran out. In memory only, for a while, and only for the same agent: PCs are shared.
 * Whoever signs out himself was asked, and leaves nothing.
 */
const leftBehindFor = 15 * 60_000;
let leftBehind: { agentId: string; entries: Readonly<Record<string, DraftEntry>> } | null = null;

/** The way in: who is signed in, may the page hear, then the desk. */
export function App() {
  const [gate, setGate] = useState<Gate>({ step: 'asking', error: null });
  const [signedOutAt, setSignedOutAt] = useState(0);
  const [api] = useState(() => new Api(new Http(() => setSignedOutAt(Date.now()))));

  const enter = useCallback(
    (session: Session) => {
      const audio = document.getElementById('remote-audio') as HTMLAudioElement;
      const desk = new Desk(session, api, settings, audio, () => setSignedOutAt(Date.now()));
      if (leftBehind && leftBehind.agentId === session.agent?.id) desk.drafts.adopt(leftBehind.entries);
      leftBehind = null;
      desk.start();
      setGate({ step: 'desk', desk });
    },
    [api],
  );

  const ask = useCallback(
    async (notice: string | null) => {
      try {
        const session = await api.session();
        // After a reload the agent is at work at once: a call may be waiting to be brought back.
        if (session.agent) enter(session);
        else setGate({ step: 'signIn', session, notice });
      } catch (error) {
        setGate({ step: 'asking', error: sentenceOf(error) });
        window.setTimeout(() => void ask(notice), 3000);
      }
    },
    [api, enter],
  );

  useEffect(() => {
    void ask(null);
  }, [ask]);

  useEffect(() => {
    if (signedOutAt === 0) return;
    const desk = gate.step === 'desk' ? gate.desk : null;
    if (desk?.page.get().phone.session) {
      // The sign-in may end, the citizen's call may not.
      desk.say('登录已失效，通话结束后请重新登录');
      const timer = window.setTimeout(() => setSignedOutAt(Date.now()), 2000);
      return () => window.clearTimeout(timer);
    }
    setSignedOutAt(0);
    if (desk) {
      const agentId = desk.session.agent?.id ?? '';
      const entries = { agentId, entries: desk.drafts.unsentEntries() };
      leftBehind = entries;
      window.setTimeout(() => {
        if (leftBehind === entries) leftBehind = null;
      }, leftBehindFor);
      desk.stop();
    }
    setGate({ step: 'asking', error: null });
    void ask(desk ? '您已退出，或登录已失效' : null);
  }, [signedOutAt, gate, ask]);

  return (
    <ConfigProvider
      locale={zhCN}
      theme={deskTheme}
      modal={{ mask: { blur: false } }}
      drawer={{ mask: { blur: false } }}
      button={{ autoInsertSpace: false }}
    >
      {/* Toasts stay below the call bar. */}
      <AntApp message={{ top: 132, duration: 3, maxCount: 2 }} style={{ height: '100%' }}>
        {gate.step === 'asking' ? <Asking error={gate.error} /> : null}
        {gate.step === 'signIn' ? (
          <SignInPage
            api={api}
            city={gate.session.city}
            notice={gate.notice}
            onSignedIn={(session) =>
              session.agent?.roles.includes('agent') ? setGate({ step: 'microphone', session }) : enter(session)
            }
          />
        ) : null}
        {gate.step === 'microphone' ? <MicrophoneCheck settings={settings} onDone={() => enter(gate.session)} /> : null}
        {gate.step === 'desk' ? (
          <DeskContext value={gate.desk}>
            <Shell />
          </DeskContext>
        ) : null}
      </AntApp>
    </ConfigProvider>
  );
}

function Asking({ error }: { error: string | null }) {
  return (
    <main className="sign-in-page">
      <p role="status" className="second">
        {error ? '连不上服务器，每 3 秒自动重试' : '正在打开'}
      </p>
    </main>
  );
}
