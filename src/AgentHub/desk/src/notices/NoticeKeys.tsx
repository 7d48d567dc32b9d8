import { Button, Input } from 'antd';
import { useState } from 'react';
import { AskFirst } from '../shared/ui/common/AskFirst';
import { useCommand, useDesk } from '../shared/ui/common/deskContext';
import { noticeTexts } from './texts';

const whyMax = 200;

interface Props {
  /** Those picked that can be sent again. */
  again: readonly string[];
  /** Those picked that can be given up. */
  giveUp: readonly string[];
  onMoved(count: number): Promise<void>;
}

/** What is done about those that were picked; each asks first. */
export function NoticeKeys({ again, giveUp, onMoved }: Props) {
  const desk = useDesk();
  const command = useCommand();
  const [why, setWhy] = useState('');
  const run = (act: () => Promise<{ count: number }>) =>
    void command.run(async () => {
      const { count } = await act();
      setWhy('');
      await onMoved(count);
    });
  return (
    <>
      {command.error ? (
        <span className="field-error" role="alert">
          {command.error}
        </span>
      ) : null}
      <AskFirst
        title={noticeTexts.reallyAgain(again.length)}
        consequence={noticeTexts.againEffect}
        yes={noticeTexts.again}
        no={noticeTexts.back}
        testId="again-yes"
        onYes={() => run(() => desk.api.sendAgain(again))}
      >
        <Button type="primary" disabled={again.length === 0} loading={command.busy} data-testid="send-again">
          {noticeTexts.againOf(again.length)}
        </Button>
      </AskFirst>
      {giveUp.length > 0 ? (
        <Input
          style={{ width: 180 }}
          aria-label={noticeTexts.why}
          placeholder={noticeTexts.whyHow}
          maxLength={whyMax}
          value={why}
          data-testid="give-up-why"
          onChange={({ target }) => setWhy(target.value)}
        />
      ) : null}
      <AskFirst
        title={noticeTexts.reallyGiveUp(giveUp.length)}
        consequence={why}
        yes={noticeTexts.giveUp}
        no={noticeTexts.back}
        danger
        testId="give-up-yes"
        onYes={() => run(() => desk.api.giveUp(giveUp, why.trim()))}
      >
        <Button danger disabled={giveUp.length === 0 || why.trim() === ''} data-testid="give-up">
          {noticeTexts.giveUpOf(giveUp.length)}
        </Button>
      </AskFirst>
    </>
  );
}
