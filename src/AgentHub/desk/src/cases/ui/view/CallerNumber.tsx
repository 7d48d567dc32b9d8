import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseView, RevealedView } from '../../../shared/contract';
import { spaced } from '../../../shared/core/format';
import { common } from '../../../shared/texts';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { LimitedInput } from '../../../shared/ui/common/LimitedText';
import { caseTexts } from '../../texts';

const shownFor = 60_000;
const longestPurpose = 200;

/** Masked, with a key to see it whole for a purpose that is written down; hidden again after a minute. */
export function CallerNumber({ view }: { view: CaseView }) {
  const desk = useDesk();
  const command = useCommand();
  const [purpose, setPurpose] = useState<string | null>(null);
  const [whole, setWhole] = useState<RevealedView | null>(null);
  useEffect(() => {
    if (!whole) return;
    const hide = () => setWhole(null);
    const timer = window.setTimeout(hide, shownFor);
    window.addEventListener('blur', hide);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('blur', hide);
    };
  }, [whole]);
  const reveal = () =>
    command.run(async () => {
      setWhole(await desk.api.revealCase(view.id, purpose ?? ''));
      setPurpose(null);
    });
  const numbers = whole ?? view.ticket;
  const both = [numbers.contactNumber, numbers.caller].filter(
    (number, at, all) => number !== '' && all.indexOf(number) === at && (number !== common.noCallerNumber || at > 0),
  );
  return (
    <>
      <span className="row" style={{ flexWrap: 'wrap' }}>
        <span data-testid="case-caller">{both.map(spaced).join(' · ')}</span>
        {view.mayReveal && purpose === null ? (
          <button
            type="button"
            className="link"
            data-testid="reveal-case"
            onClick={() => (whole ? setWhole(null) : setPurpose(''))}
          >
            {whole ? common.hide : caseTexts.reveal}
          </button>
        ) : null}
      </span>
      {purpose === null ? null : (
        <form
          className="row"
          style={{ flexWrap: 'wrap' }}
          onSubmit={(event) => {
            event.preventDefault();
            void reveal();
          }}
        >
          <LimitedInput
            style={{ width: 220 }}
            maxLength={longestPurpose}
            aria-label={caseTexts.revealPurpose}
            placeholder={caseTexts.revealHow}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
          <Button size="small" htmlType="submit" loading={command.busy} disabled={purpose.trim() === ''}>
            {caseTexts.reveal}
          </Button>
          <Button size="small" onClick={() => setPurpose(null)}>
            {caseTexts.cancel}
          </Button>
        </form>
      )}
      {whole ? <p className="small muted">{caseTexts.revealed}</p> : null}
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
    </>
  );
}
