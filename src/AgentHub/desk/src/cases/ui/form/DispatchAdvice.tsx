import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { DispatchAdviceView } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { sentenceOf } from '../../../shared/live/http';
import { useDesk, useNow } from '../../../shared/ui/common/deskContext';
import { precedentTexts } from '../../core/texts';
import { caseTexts } from '../../texts';

interface Props {
  id: string;
  chosen: string;
  unitName(code: string | null): string;
  onPick(unit: string): void;
}

/** What the dispatcher may go by: the rows of the catalogue that fit, and earlier decisions of the same kind. He decides. */
export function DispatchAdvice({ id, chosen, unitName, onPick }: Props) {
  const desk = useDesk();
  const now = useNow();
  const [advice, setAdvice] = useState<DispatchAdviceView | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    desk.api.dispatchAdvice(id).then(
      (found) => {
        if (!gone) setAdvice(found);
      },
      (thrown: unknown) => {
        if (!gone) setError(sentenceOf(thrown));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk, id]);
  if (error)
    return (
      <p className="small second" role="status">
        {error}
      </p>
    );
  if (!advice) return <span className="skeleton" />;
  return (
    <section className="advice" aria-label={caseTexts.advice} data-testid="dispatch-advice">
      <h4 className="small second">
        {advice.area === '' ? caseTexts.advice : caseTexts.adviceIn(advice.area)}
        {advice.suggestions.length === 0 ? ` · ${caseTexts.noAdvice}` : ''}
      </h4>
      <ul>
        {advice.suggestions.map(({ unit, why, refused }) => (
          <li key={unit} className="row" data-testid={`suggested-${unit}`}>
            <Button
              size="small"
              disabled={refused !== ''}
              type={unit === chosen ? 'primary' : 'default'}
              aria-pressed={unit === chosen}
              onClick={() => onPick(unit)}
            >
              {unitName(unit)}
            </Button>
            <span className="small second">
              {why}
              {refused === '' ? '' : ` · ${refused}`}
            </span>
          </li>
        ))}
      </ul>
      {advice.precedents.length > 0 ? (
        <details data-testid="precedents">
          <summary className="small">{caseTexts.precedents(advice.precedents.length)}</summary>
          <ul>
            {advice.precedents.map(({ number, area, unit, kind, at, note, binds }) => (
              <li key={`${number} ${unit} ${kind} ${at}`} className="said">
                {[area, unitName(unit), precedentTexts[kind]].filter((text) => text !== '').join(' · ')}
                {binds ? <span className="tag outline">{caseTexts.binds}</span> : null}{' '}
                <span className="second">
                  {[number ?? '', shortMoment(at, now), note].filter((text) => text !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
