import type { PageState } from '../../core/page';
import { useStore } from '../../session/store';
import { words } from '../../texts';
import { useDesk, usePage } from '../common/deskContext';
import { Icon } from '../common/Icon';
import { KeyHint } from '../common/KeyHint';

export function StatusBar({ onKeys }: { onKeys(): void }) {
  const desk = useDesk();
  const phone = usePage((page) => page.phone);
  const link = usePage((page) => page.link);
  const version = usePage((page) => page.view?.version);
  const confirmed = usePage((page) => page.link.state !== 'up' || page.view?.agent.phoneRegistered !== false);
  const { drafts } = desk.workplace;
  useStore(drafts.book);
  const unsent = drafts.unsent();
  const refused = drafts.refused();
  return (
    <footer className="status">
      <Part
        good={phone.registration === 'registered' && confirmed}
        text={`电话 ${phoneText(phone)}${confirmed || phone.registration !== 'registered' ? '' : '，等待服务器确认'}`}
      />
      <Part
        good={link.state === 'up'}
        text={`服务器 ${link.state === 'up' ? '已连接' : link.state === 'down' ? '断开' : '连接中'}`}
        title={version === undefined ? undefined : `画面第 ${version} 版`}
      />
      <Part
        good={unsent + refused === 0}
        text={refused > 0 ? words.draftsRefused(refused) : unsent > 0 ? words.draftsUnsent(unsent) : words.draftsSaved}
      />
      <Part good={phone.microphone === 'granted'} text={`麦克风 ${microphoneTexts[phone.microphone]}`} />
      {phone.session?.state === 'talking' ? (
        <span>
          {phone.loss === null
            ? '通话质量 测量中'
            : `通话质量 ${phone.loss < 5 ? '良好' : '不稳'} · 近 5 秒丢包 ${phone.loss}%`}
        </span>
      ) : null}
      <span className="spacer" />
      <span className="hints row" style={{ gap: 16 }}>
        <span>
          <KeyHint action="answer" />
          接听
        </span>
        <span>
          <KeyHint action="focusForm" />
          工单
        </span>
        <span>
          <KeyHint action="stateMenu" />
          状态
        </span>
        <button type="button" className="link" style={{ minHeight: 24, fontSize: 12 }} onClick={onKeys}>
          <KeyHint action="keyList" />
          全部快捷键
        </button>
      </span>
    </footer>
  );
}

function Part({ good, text, title }: { good: boolean; text: string; title?: string | undefined }) {
  return (
    <span className={good ? 'good' : 'bad'} title={title}>
      <Icon name={good ? 'tick' : 'warn'} size="small" /> {text}
    </span>
  );
}

const microphoneTexts: Record<PageState['phone']['microphone'], string> = {
  unknown: '未检查',
  asking: '等待允许',
  granted: '正常',
  refused: '未允许',
  absent: '没有找到',
};

function phoneText(phone: PageState['phone']): string {
  if (phone.session?.state === 'ringing') return '振铃中';
  if (phone.session) return phone.session.muted ? '通话中 已静音' : '通话中';
  if (phone.registration === 'registered') return '已注册';
  return phone.registration === 'connecting' ? '注册中' : phone.registration === 'off' ? '未启用' : '未注册';
}
