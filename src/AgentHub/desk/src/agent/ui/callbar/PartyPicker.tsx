import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Party } from '../../../shared/contract';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { useCommand, useDesk } from '../../../shared/ui/common/deskContext';
import { sortParties } from '../../core/parties';
import { useWorkplace } from '../useWorkplace';

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
  const dial = async (party: Party | undefined) => {
    if (party?.callable && (await command.run(() => desk.api.threeWay(party.target)))) onDone();
  };
  return (
    <div className="party-picker">
      <Input
        ref={input}
        value={query}
        placeholder="号码或名称"
        aria-label="找第三方"
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
      <ul aria-label="可以接入的一方">
        {shown.map((party, index) => (
          <li key={party.target}>
            <button
              type="button"
              className="option"
              aria-selected={index === at}
              role="option"
              disabled={command.busy || !party.callable}
              data-testid={`party-${party.target}`}
              onClick={() => void dial(party)}
            >
              <b>{party.target}</b>
              <span className="cut">{party.name}</span>
              <span className="spacer" />
              <span className="tag">{party.callable ? kinds[party.kind] : '尚未接入，请告知市民直接拨打'}</span>
            </button>
          </li>
        ))}
      </ul>
      {parties !== null && shown.length === 0 ? <p className="meta muted">没有找到“{query}”</p> : null}
      {(failure ?? command.error) ? (
        <p className="field-error" role="alert">
          {failure ?? command.error}
        </p>
      ) : null}
      <p className="small muted" style={{ marginTop: 6 }}>
        市民一直在线，能听到双方。接通前可以取消。
      </p>
    </div>
  );
}

const kinds: Record<Party['kind'], string> = { subCentre: '分中心', emergency: '紧急', line: '专线' };
