import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PartyListed } from '../../../shared/contract';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { sortParties } from '../../core/parties';
import { useWorkplace } from '../useWorkplace';
import { barTexts } from './texts';

/** Whom to bring in: 12366 first, then as the server lists them. Arrows choose, Enter dials. */
export function PartyPicker({ onDone }: { onDone(): void }) {
  const desk = useDesk();
  const work = useWorkplace();
  const command = useCommand();
  const parties = useStore(work.parties);
  const [failure, setFailure] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);

  useEffect(() => {
    input.current?.focus();
    work.refreshParties().catch((error: unknown) => setFailure(sentenceOf(error)));
  }, [work]);

  const shown = sortParties(parties ?? [], query);
  const dial = async (party: PartyListed | undefined) => {
    if (party?.callable && (await command.run(() => desk.api.threeWay(party.target)))) onDone();
  };
  return (
    <div className="party-picker">
      <Input
        ref={input}
        value={query}
        placeholder={barTexts.numberOrName}
        aria-label={barTexts.findParty}
        data-testid="party-search"
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onDone();
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
          if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          if (event.key === 'Enter') void dial(shown[at]);
        }}
      />
      <ul aria-label={barTexts.partyList}>
        {shown.map((party, index) => (
          <li key={party.target}>
            <button
              type="button"
              className="option"
              aria-current={index === at}
              disabled={command.busy || !party.callable}
              data-testid={`party-${party.target}`}
              onClick={() => void dial(party)}
            >
              <b>{party.target}</b>
              <span className="cut" title={party.name}>
                {party.name}
              </span>
              <span className="spacer" />
              <span className="tag">{party.callable ? kinds[party.kind] : barTexts.notCallable}</span>
            </button>
          </li>
        ))}
      </ul>
      {parties !== null && shown.length === 0 ? <p className="meta muted">{barTexts.notFound(query)}</p> : null}
      {(failure ?? command.error) ? (
        <p className="field-error" role="alert">
          {failure ?? command.error}
        </p>
      ) : null}
      <p className="small muted" style={{ marginTop: 6 }}>
        {barTexts.threeWayHow}
      </p>
    </div>
  );
}

const kinds: Record<PartyListed['kind'], string> = {
  subCentre: barTexts.subCentre,
  emergency: barTexts.emergencyLine,
  line: barTexts.line,
};
