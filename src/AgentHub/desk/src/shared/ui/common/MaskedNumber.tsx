import { useEffect, useState } from 'react';
import type { CallerView } from '../../contract';
import { spaced } from '../../core/format';
import { common, words } from '../../texts';
import { useCommand, useDesk } from './deskContext';
import { Icon } from './Icon';

const shownFor = 60_000;

interface Props {
  callId: string;
  caller: CallerView /** Null when it may be seen; otherwise why not yet. */;
  hidden: string | null;
  /** For the audit. */
  purpose?: string;
}

/** 138****6021 with a key to see it whole: one audited look, hidden again after 60 s or when the page is left. */
export function MaskedNumber({ callId, caller, hidden, purpose = common.thisCall }: Props) {
  const desk = useDesk();
  const command = useCommand();
  const [whole, setWhole] = useState<{ callId: string; number: string } | null>(null);
  const shown = whole?.callId === callId ? whole.number : null;

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
    command.run(async () => setWhole({ callId, number: (await desk.api.reveal(callId, purpose)).number }));

  if (caller.withheld) {
    return (
      <div>
        <span className="caller-number" data-testid="caller-number">
          {caller.masked}
        </span>
        <p className="meta second">{words.withheld}</p>
      </div>
    );
  }
  return (
    <div>
      <div className="row">
        <span className="caller-number" data-testid="caller-number">
          {shown ? spaced(shown) : caller.masked}
        </span>
        {hidden ? (
          <span className="small muted row" style={{ gap: 4 }}>
            <Icon name="lock" size="small" />
            {hidden}
          </span>
        ) : (
          <button
            type="button"
            className="link"
            data-testid="reveal"
            disabled={command.busy}
            onClick={() => (shown ? setWhole(null) : void reveal())}
          >
            <Icon name="eye" size="small" />
            {shown ? common.hide : common.showWhole}
          </button>
        )}
      </div>
      {shown ? <p className="small muted">{common.looked}</p> : null}
      {command.error ? <p className="field-error">{command.error}</p> : null}
    </div>
  );
}
