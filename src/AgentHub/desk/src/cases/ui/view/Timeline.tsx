import { shortMoment } from '../../../shared/core/format';
import { useNow } from '../../../shared/ui/common/deskContext';
import { type Chapter, wholeStoryOf } from '../../core/story';
import { storyTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part } from './Part';

/** Who did what, when and why, the newest first. */
export function Timeline({ view, unitName }: PartProps) {
  return (
    <Part title={caseTexts.timeline} aside={caseTexts.timelineAside}>
      <Chapters chapters={wholeStoryOf(view, unitName).reverse()} />
    </Part>
  );
}

export function Chapters({ chapters }: { chapters: readonly Chapter[] }) {
  const now = useNow();
  return (
    <ol className="chapters" data-testid="timeline">
      {chapters.map(({ no, at, who, what, details, why, moved }) => (
        <li key={`${no} ${at} ${what} ${details.join()}`}>
          <time dateTime={at}>{shortMoment(at, now)}</time>
          <div>
            <p>
              <span className="second">{who}</span> <b>{what}</b>
              {details.length > 0 ? ` · ${details.join(storyTexts.comma)}` : ''}
            </p>
            {why === '' ? null : <p className="caller-text second">{caseTexts.why(why)}</p>}
            {moved === '' ? null : <p className="small muted">{moved}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
