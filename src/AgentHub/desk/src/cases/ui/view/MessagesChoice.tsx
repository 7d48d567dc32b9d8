import { useState } from 'react';
import type { CaseView } from '../../../shared/contract';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { caseTexts } from '../../texts';

/** Whether the citizen wants short messages: what he says to whoever talks with him is written down here. */
export function MessagesChoice({ view }: { view: CaseView }) {
  const desk = useDesk();
  const command = useCommand();
  const [said, setSaid] = useState<boolean | null>(null);
  const refused = said ?? view.messagesRefused;
  if (refused === null) return null;
  const note = async (next: boolean) => {
    await command.run(async () => {
      setSaid((await desk.api.noteMessages(view.id, next)).messagesRefused);
    });
  };
  return (
    <>
      <dt>{caseTexts.messages}</dt>
      <dd data-testid="messages">
        {refused ? caseTexts.messagesRefused : caseTexts.messagesWanted}{' '}
        {view.mayNoteMessages ? (
          <AskFirst
            title={refused ? caseTexts.reallyWanted : caseTexts.reallyRefused}
            consequence={refused ? caseTexts.wantedEffect : caseTexts.refusedEffect}
            yes={refused ? caseTexts.noteWanted : caseTexts.noteRefused}
            no={caseTexts.asItIs}
            testId="messages-yes"
            onYes={() => void note(!refused)}
          >
            <button type="button" className="link" disabled={command.busy} data-testid="note-messages">
              {refused ? caseTexts.noteWanted : caseTexts.noteRefused}
            </button>
          </AskFirst>
        ) : null}
        {command.error ? (
          <span className="field-error" role="alert">
            {command.error}
          </span>
        ) : null}
      </dd>
    </>
  );
}
