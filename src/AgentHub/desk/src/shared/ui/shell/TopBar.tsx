import { App, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { dateLine } from '../../core/format';
import { sentenceOf } from '../../live/http';
import { common, words } from '../../texts';
import { useDesk, useNow, usePage } from '../common/deskContext';
import { Icon } from '../common/Icon';
import { DegradedBanner } from './DegradedBanner';
import { shellTexts } from './texts';

/** As many as fit beside each other at 1366. */
const queuesShown = 4;

/** Seconds: a sentence that says what to do is read, not only noticed. */
const readingTime = 8;

export function TopBar({ title, onKeys }: { title: string; onKeys(): void }) {
  const desk = useDesk();
  const now = useNow();
  const queues = usePage((state) => state.view?.queues);
  const more = (queues ?? []).slice(queuesShown);
  const linkUp = usePage((state) => state.link.state === 'up');
  const agent = desk.session.agent;
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();

  const signOut = async () => {
    setAsking(false);
    try {
      await desk.signOut();
    } catch (error) {
      const why = <span data-testid="sign-out-refused">{sentenceOf(error)}</span>;
      void message.error({ content: why, duration: readingTime });
    }
  };
  const { drafts } = desk.workplace;
  const unsaved = () => drafts.unsent() + drafts.refused();
  const leave = () => {
    if (unsaved() > 0) setAsking(true);
    else void signOut();
  };

  return (
    <header className="top on-dark">
      <div className="brand">
        <span className="mark">
          <Icon name="headset" size="large" />
        </span>
        {desk.session.city}
      </div>
      <h1 className="hidden-text">{title}</h1>
      <div className="crumb" aria-hidden="true">
        {title}
      </div>
      {/* In a place of its own that is always there: nothing below moves when it comes or goes. */}
      <DegradedBanner />
      <span className="spacer" />
      <ul className={linkUp ? 'queue-pills' : 'queue-pills stale'} aria-label={shellTexts.queueFigures}>
        {(queues ?? []).slice(0, queuesShown).map((queue) => (
          <li key={queue.skill} className={queue.waiting > 0 ? 'waiting' : ''}>
            {queue.name} {shellTexts.waiting}
            <b>{queue.waiting}</b> {common.people}
          </li>
        ))}
        {more.length > 0 ? (
          <li title={more.map((queue) => `${queue.name} ${queue.waiting}`).join(common.comma)}>
            {shellTexts.moreQueues(more.length)}
          </li>
        ) : null}
      </ul>
      <span className="spacer" />
      <span className="clock" aria-hidden="true">
        {dateLine(now)}
      </span>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'keys', label: shellTexts.allKeys },
            { key: 'leave', label: shellTexts.signOut },
          ],
          onClick: ({ key }) => (key === 'keys' ? onKeys() : leave()),
        }}
      >
        <button type="button" className="person" data-testid="person-menu">
          <span className="face">{agent?.name.slice(0, 1)}</span>
          {agent?.name}
          <span className="id">
            {words.agentNumber} {agent?.id}
          </span>
          <Icon name="down" size="small" />
        </button>
      </Dropdown>
      <Modal
        open={asking}
        title={shellTexts.unsaved}
        okText={shellTexts.signOutAnyway}
        cancelText={shellTexts.waitOn}
        okButtonProps={{ danger: true }}
        onOk={() => void signOut()}
        onCancel={() => setAsking(false)}
      >
        <p>
          {shellTexts.thereAre} {unsaved()} {shellTexts.draftsWouldBeLost}
        </p>
      </Modal>
    </header>
  );
}
