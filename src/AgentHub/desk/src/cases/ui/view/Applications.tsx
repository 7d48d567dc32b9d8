import type { ReactNode } from 'react';
import type { ApplicationDecisionView } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { useNow } from '../../../shared/ui/common/deskContext';
import { closureGroundTexts, contactWayTexts, returnVerdictTexts, storyTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part, Said } from './Part';

/** What units asked for: to give it back, more time, a temporary closure, to call it final. */
export function Applications({ view, unitName }: PartProps) {
  const now = useNow();
  const told = (way: string, moment: string) => caseTexts.told(way, shortMoment(moment, now));
  const pieces: ReactNode[] = [
    ...view.returns.map((sent) => (
      <Application
        key={`r${sent.no}`}
        title={caseTexts.returnOf(sent.no)}
        decision={sent.decision}
        verdict={sent.verdict ? returnVerdictTexts[sent.verdict] : null}
      >
        <Said label={caseTexts.reason} text={sent.reason} />
        <Said label={caseTexts.basis} text={sent.basis} />
        <Said label={caseTexts.suggested} text={unitName(sent.suggestedUnit)} />
        <Said label={caseTexts.scan} text={sent.scan} />
        {sent.improper ? <span className="tag amber">{storyTexts.improper}</span> : null}
      </Application>
    )),
    ...view.extensions.map((sent) => (
      <Application
        key={`e${sent.no}`}
        title={caseTexts.extensionOf(sent.no, sent.workingDays)}
        decision={sent.decision}
        verdict={sent.grantedDays > 0 ? caseTexts.grantedDays(sent.grantedDays) : null}
      >
        <Said label={caseTexts.reason} text={sent.reason} />
        <p className="small muted">{told(contactWayTexts[sent.callerToldBy], sent.callerToldAt)}</p>
        <Said label={caseTexts.scan} text={sent.scan} />
      </Application>
    )),
    ...view.closures.map((sent) => (
      <Application
        key={`c${sent.no}`}
        title={sent.isNewPromise ? caseTexts.newPromiseOf(sent.no) : caseTexts.closureOf(sent.no)}
        decision={sent.decision}
        verdict={null}
      >
        <p className="said">{closureGroundTexts[sent.ground]}</p>
        <Said label={caseTexts.progress} text={sent.progress} />
        <Said label={caseTexts.nextSteps} text={sent.nextSteps} />
        <Said label={caseTexts.promised} text={sent.promisedFor} />
        <Said label={caseTexts.scan} text={sent.filing} />
      </Application>
    )),
    ...view.finalDeclarations.map((sent) => (
      <Application key={`f${sent.at}`} title={caseTexts.finalOf} decision={sent.decision} verdict={null}>
        <Said label={caseTexts.reason} text={sent.opinion} />
        <Said label={caseTexts.summary} text={sent.wording} />
        <Said label={caseTexts.scan} text={sent.attachment} />
      </Application>
    )),
  ];
  return pieces.length === 0 ? null : <Part title={caseTexts.applications}>{pieces}</Part>;
}

interface ApplicationProps {
  title: string;
  decision: ApplicationDecisionView | null;
  /** In place of yes and no. */
  verdict: string | null;
  children: ReactNode;
}

function Application({ title, decision, verdict, children }: ApplicationProps) {
  const words = verdict ?? (decision?.granted ? caseTexts.granted : caseTexts.rejected);
  return (
    <article className="said">
      <p className="row" style={{ flexWrap: 'wrap' }}>
        <b>{title}</b>
        <span className={decision ? 'tag' : 'tag amber'}>
          {decision ? caseTexts.decided(words, decision.note) : caseTexts.pending}
        </span>
      </p>
      {children}
    </article>
  );
}
