import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../../shared/session/store';
import { useCommand, useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { recordedOf } from '../../core/recorded';
import { agentTexts, agentWords, recordedTexts } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { barTexts } from './texts';

/** To whom the call goes. The citizen hears music and keeps his place in time; the draft goes with the call. Tab or arrows choose, Enter transfers. */
export function TransferPicker({ onDone }: { onDone(): void }) {
  const desk = useDesk();
  const work = useWorkplace();
  const command = useCommand();
  const { skills } = useStore(desk.reference);
  const ticketId = usePage((page) => page.view?.call?.ticketId ?? '');
  const recorded = recordedOf(useStore(work.drafts.book).entries[ticketId]?.ticket ?? null, '') !== null;
  const list = useRef<HTMLUListElement>(null);
  const [warned, setWarned] = useState(false);

  useEffect(() => list.current?.querySelector('button')?.focus(), []);

  const transfer = (skill: string | null) =>
    command.run(async () => {
      const saved = await work.drafts.flush(ticketId);
      // The citizen does not wait for a database, but nobody is told that words went along which did not.
      if (!saved && !warned) return setWarned(true);
      await desk.api.requeue(skill);
      onDone();
    });
  const move = (by: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus();
  };
  const choices: { code: string; name: string; wanted: string | null }[] = [
    ...skills.map((skill) => ({ ...skill, wanted: skill.code })),
    { code: 'anybody', name: barTexts.anybody, wanted: null },
  ];
  return (
    <div className="party-picker">
      <ul ref={list} aria-label={agentTexts.transferTo}>
        {choices.map((choice) => (
          <li key={choice.code}>
            <button
              type="button"
              className="option"
              disabled={command.busy}
              data-testid={`transfer-to-${choice.code}`}
              onClick={() => void transfer(choice.wanted)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') onDone();
                if (event.key === 'ArrowDown') move(1);
                if (event.key === 'ArrowUp') move(-1);
              }}
            >
              <span className="cut" title={choice.name}>
                {choice.name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {(command.error ?? (warned ? agentWords.transferUnsaved : null)) ? (
        <p className="field-error" role="alert">
          {command.error ?? agentWords.transferUnsaved}
        </p>
      ) : null}
      <p className="small muted" style={{ marginTop: 6 }}>
        {recorded ? recordedTexts.handOn : agentWords.handOn}
      </p>
    </div>
  );
}
