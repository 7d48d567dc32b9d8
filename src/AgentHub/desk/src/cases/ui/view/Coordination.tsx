import { coordinationReasonTexts, orderKindTexts, scopeVerdictTexts, storyTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part, Said } from './Part';

/** What was brought before the group and what it decided; what units were asked about the scope. */
export function Coordination({ view, unitName }: PartProps) {
  return (
    <>
      {view.coordinations.length > 0 ? (
        <Part title={caseTexts.coordinations}>
          {view.coordinations.map(({ no, reason, report, order }) => (
            <article key={no} className="said">
              <b>{caseTexts.coordinationOf(coordinationReasonTexts[reason])}</b>
              <p className="fixed-text">{report}</p>
              {order ? (
                <>
                  <p className="said">
                    {caseTexts.orderOf(orderKindTexts[order.kind], order.signedOffBy, order.document)}
                  </p>
                  <Said label={caseTexts.attendees} text={order.attendees.join(storyTexts.list)} />
                </>
              ) : (
                <span className="tag amber">{caseTexts.pending}</span>
              )}
            </article>
          ))}
        </Part>
      ) : null}
      {view.scopeQuestions.length > 0 ? (
        <Part title={caseTexts.scopeQuestions}>
          {view.scopeQuestions.map((asked) => (
            <article key={asked.at} className="said">
              <Said label={unitName(asked.unit)} text={asked.question} />
              <span className={asked.verdict ? 'tag' : 'tag amber'}>
                {asked.verdict ? scopeVerdictTexts[asked.verdict] : caseTexts.pending}
              </span>
            </article>
          ))}
        </Part>
      ) : null}
    </>
  );
}
