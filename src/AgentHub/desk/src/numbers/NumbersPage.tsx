import { useEffect, useState } from 'react';
import type { UnknownNumberView } from '../shared/contract';
import { shortMoment } from '../shared/core/format';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { Card } from '../shared/ui/common/Card';
import { useDesk } from '../shared/ui/common/deskContext';
import { numbersTexts } from './texts';

/** Numbers that citizens dialled and that stand in no list. */
export function NumbersPage() {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const [numbers, setNumbers] = useState<readonly UnknownNumberView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    desk.api.unknownNumbers().then(setNumbers, (thrown) => setError(sentenceOf(thrown)));
  }, [desk]);
  return (
    <main className="main single">
      <Card
        title={numbersTexts.unknown}
        aside={<span className="small muted">{error ? '' : numbersTexts.how}</span>}
        extra={
          error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null
        }
        size="fill"
        flush
      >
        <table className="list">
          <thead>
            <tr>
              <th>{numbersTexts.dialled}</th>
              <th style={{ width: 120 }}>{numbersTexts.trunk}</th>
              <th style={{ width: 84 }}>{numbersTexts.calls}</th>
              <th style={{ width: 110 }}>{numbersTexts.firstAt}</th>
              <th style={{ width: 110 }}>{numbersTexts.lastAt}</th>
            </tr>
          </thead>
          <tbody>
            {(numbers ?? []).map((number) => (
              <tr key={`${number.trunk} ${number.dialled}`} data-testid="unknown-number">
                <td title={number.dialled}>{number.dialled}</td>
                <td title={number.trunk}>{number.trunk}</td>
                <td className="whole">{number.calls}</td>
                <td className="whole">{shortMoment(number.firstAt, now)}</td>
                <td className="whole">{shortMoment(number.lastAt, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {numbers?.length === 0 ? <p className="empty">{numbersTexts.nothing}</p> : null}
      </Card>
    </main>
  );
}
