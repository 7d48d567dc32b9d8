import { shortMoment } from '../../../shared/core/format';
import { timerTexts } from '../../../shared/texts';
import { useNow } from '../../../shared/ui/common/deskContext';
import { type Bar, barsOf } from '../../core/bars';
import { overdueCauseTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { DuePill } from './DuePill';
import { Part } from './Part';

/** The clocks that run: how much of each is over, what is left, and how its end came about. */
export function TimeBars({ view, unitName }: PartProps) {
  const now = useNow();
  const bars = barsOf(view, now);
  return (
    <Part title={caseTexts.timers}>
      {bars.length === 0 ? <p className="second small">{caseTexts.noTimers}</p> : null}
      <ul className="time-bars">
        {bars.map((bar) => (
          <TimeBar
            key={bar.key}
            bar={bar}
            name={caseTexts.timerOf(timerTexts[bar.timer.timer], unitName(bar.timer.unit))}
            now={now}
          />
        ))}
      </ul>
      {view.overdueMarks.map((mark) => (
        <p key={`${mark.cause} ${mark.task} ${mark.round} ${mark.due}`} className="said late-text">
          {caseTexts.overdueMark(
            overdueCauseTexts[mark.cause],
            unitName(mark.unit) || caseTexts.hotline,
            shortMoment(mark.due, now),
          )}
        </p>
      ))}
    </Part>
  );
}

function TimeBar({ bar, name, now }: { bar: Bar; name: string; now: number }) {
  const { timer, startedAt, used, warns, tone } = bar;
  return (
    <li data-testid={`timer-${timer.timer}`}>
      <div className="row">
        <b>{name}</b>
        <span className="small muted">
          {[
            startedAt ? caseTexts.startedAt(shortMoment(startedAt, now)) : '',
            timer.due ? caseTexts.dueAt(shortMoment(timer.due, now)) : '',
            startedAt && timer.due ? caseTexts.used(used) : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
        <span className="spacer" />
        <DuePill due={timer.due} timer={timer.timer} warnsAt={timer.warnsAt} />
      </div>
      {/* The same stands in words beside it. */}
      <div className={`time-bar ${tone}`} aria-hidden="true">
        <i style={{ width: `${used}%` }} />
        {warns.map((at) => (
          <s key={at} style={{ left: `${at}%` }} />
        ))}
      </div>
      {timer.explanation ? <p className="said second">{timer.explanation}</p> : null}
    </li>
  );
}
