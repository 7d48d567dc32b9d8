import { shortMoment } from '../../../shared/core/format';
import { useNow } from '../../../shared/ui/common/deskContext';
import { ratingsText } from '../../core/story';
import { endKindTexts, findingTexts, revisitWayTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part, Said } from './Part';

/** What the citizen said afterwards, and how it ended. */
export function Revisits({ view }: PartProps) {
  const now = useNow();
  if (view.revisits.length === 0 && view.end === null) return null;
  return (
    <Part title={caseTexts.revisits}>
      {view.revisits.map((revisit) => (
        <article key={revisit.no} className="said">
          <b>{caseTexts.revisitOf(revisit.no, revisitWayTexts[revisit.way])}</b>{' '}
          <span className="small muted">{shortMoment(revisit.at, now)}</span>
          <p className="said">{revisit.connected ? ratingsText(revisit.ratings) : caseTexts.notConnected}</p>
          {revisit.finding ? <p className="said">{findingTexts[revisit.finding]}</p> : null}
          <Said label={caseTexts.reason} text={revisit.note} />
        </article>
      ))}
      {view.end ? (
        <p className="said" data-testid="case-end">
          <b>{caseTexts.end}</b> {shortMoment(view.end.at, now)} · {endKindTexts[view.end.kind]} ·{' '}
          {ratingsText(view.end.ratings)}
        </p>
      ) : null}
    </Part>
  );
}
