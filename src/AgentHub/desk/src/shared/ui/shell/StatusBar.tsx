import type { PageState } from '../../core/page';
import { useStore } from '../../session/store';
import { common, words } from '../../texts';
import { useDesk, usePage } from '../common/deskContext';
import { Icon } from '../common/Icon';
import { KeyHint } from '../common/KeyHint';
import { shellTexts } from './texts';

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
      {desk.takesCalls ? (
        <Part
          good={phone.registration === 'registered' && confirmed}
          text={shellTexts.phone(
            phoneText(phone),
            confirmed || phone.registration !== 'registered' ? '' : shellTexts.awaitingServer,
          )}
        />
      ) : null}
      <Part
        good={link.state === 'up'}
        text={shellTexts.server(
          link.state === 'up' ? shellTexts.up : link.state === 'down' ? shellTexts.down : shellTexts.linking,
        )}
        title={version === undefined ? undefined : shellTexts.pictureVersion(version)}
      />
      {desk.takesCalls ? (
        <>
          <Part
            good={unsent + refused === 0}
            text={
              refused > 0 ? words.draftsRefused(refused) : unsent > 0 ? words.draftsUnsent(unsent) : words.draftsSaved
            }
          />
          <Part good={phone.microphone === 'granted'} text={shellTexts.microphone(microphoneTexts[phone.microphone])} />
        </>
      ) : null}
      {phone.session?.state === 'talking' ? (
        <span>
          {phone.loss === null
            ? shellTexts.measuring
            : shellTexts.quality(phone.loss < 5 ? shellTexts.good : shellTexts.unsteady, phone.loss)}
        </span>
      ) : null}
      <span className="spacer" />
      <span className="hints row" style={{ gap: 16 }}>
        {desk.takesCalls ? (
          <>
            <span>
              <KeyHint action="answer" />
              {common.answer}
            </span>
            <span>
              <KeyHint action="focusForm" />
              {common.ticket}
            </span>
            <span>
              <KeyHint action="stateMenu" />
              {common.state}
            </span>
          </>
        ) : null}
        <button type="button" className="link" style={{ minHeight: 24, fontSize: 12 }} onClick={onKeys}>
          <KeyHint action="keyList" />
          {shellTexts.allKeys}
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
  unknown: shellTexts.unchecked,
  asking: shellTexts.asking,
  granted: shellTexts.fine,
  refused: shellTexts.refused,
  absent: shellTexts.absent,
};

function phoneText(phone: PageState['phone']): string {
  if (phone.session?.state === 'ringing') return shellTexts.phoneRings;
  if (phone.session) return phone.session.muted ? shellTexts.inCallMuted : common.inCall;
  if (phone.registration === 'registered') return shellTexts.registeredPhone;
  return phone.registration === 'connecting'
    ? shellTexts.registering
    : phone.registration === 'off'
      ? shellTexts.off
      : shellTexts.unregistered;
}
