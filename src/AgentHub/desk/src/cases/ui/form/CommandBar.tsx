import { Button } from 'antd';
import { useState } from 'react';
import type { CaseView } from '../../../shared/contract';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { commandOf, type Deed, deedsOf, isNextStep } from '../../core/commands';
import { consequenceTexts, verbTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import { useSubmit } from './useSubmit';

interface Props {
  view: CaseView;
  number: string;
  onPick(deed: Deed): void;
  onDone(view: CaseView, deed: Deed): void;
  onStale(current: CaseView): void;
}

/** What the server says that this person may do now: one key each, the next step standing out. */
export function CommandBar({ view, number, onPick, onDone, onStale }: Props) {
  const deeds = deedsOf(view.may);
  return (
    <div role="group" className="command-bar" aria-label={caseTexts.commands} data-testid="commands">
      {deeds.length === 0 ? <span className="small second">{caseTexts.nothingToDo}</span> : null}
      {deeds.map((deed, at) => {
        const look = at === 0 && isNextStep(deed) ? 'primary' : 'default';
        return Object.keys(commandOf(deed).fields).length === 0 ? (
          <BareKey key={deed} deed={deed} view={view} number={number} look={look} onDone={onDone} onStale={onStale} />
        ) : (
          <Button key={deed} type={look} data-deed={deed} data-testid={`do-${deed}`} onClick={() => onPick(deed)}>
            {verbTexts[deed]}
          </Button>
        );
      })}
    </div>
  );
}

interface BareProps extends Omit<Props, 'onPick'> {
  deed: Deed;
  look: 'primary' | 'default';
}

/** A command without a form: the key alone does it, after a question where it cannot be undone. */
function BareKey({ deed, view, number, look, onDone, onStale }: BareProps) {
  const { busy, complaint, submit } = useSubmit(deed, view, number, (next) => onDone(next, deed), onStale);
  const [asking, setAsking] = useState(false);
  const asksFirst = commandOf(deed).asksFirst !== undefined;
  const key = (
    <Button
      type={look}
      loading={busy}
      data-deed={deed}
      data-testid={`do-${deed}`}
      {...(asksFirst ? {} : { onClick: () => void submit({}) })}
    >
      {verbTexts[deed]}
    </Button>
  );
  return (
    <>
      {asksFirst ? (
        <AskFirst
          title={consequenceTexts[deed]?.title ?? verbTexts[deed]}
          consequence={consequenceTexts[deed]?.consequence}
          yes={verbTexts[deed]}
          no={caseTexts.goBack}
          open={asking}
          onOpenChange={setAsking}
          testId={`confirm-${deed}`}
          onYes={() => void submit({})}
        >
          {key}
        </AskFirst>
      ) : (
        key
      )}
      {complaint ? (
        <span className="field-error" role="alert">
          {complaint.sentence}
        </span>
      ) : null}
    </>
  );
}
