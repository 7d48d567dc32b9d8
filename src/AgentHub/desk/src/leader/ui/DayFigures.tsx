import { Popover } from 'antd';
import type { DayView } from '../../shared/contract';
import { clockTime, duration } from '../../shared/core/format';
import { common } from '../../shared/texts';
import { MaskedNumber } from '../../shared/ui/common/MaskedNumber';
import { share } from '../core/floor';
import { floorTexts } from '../texts';

/** How the day went so far: how many were answered, how many soon enough, and who gave up. */
export function DayFigures({ day, away }: { day: DayView | null; away: boolean }) {
  const when = away ? floorTexts.notRead : floorTexts.soFar;
  return (
    <>
      <div className="figure" data-testid="soon-rate">
        <div className="meta second">
          {floorTexts.soonRate(day?.soonSeconds ?? null)} {when}
        </div>
        <b>{day ? share(day.soon, day.asked) : '—'}</b>%
        <div className="small muted">{day ? floorTexts.ofAsked(day.soon, day.asked) : ''}</div>
      </div>
      <div className="figure" data-testid="answer-rate">
        <div className="meta second">
          {floorTexts.answerRate} {when}
        </div>
        <b>{day ? share(day.answered, day.asked) : '—'}</b>%
        <div className="small muted">
          {day ? floorTexts.ofAsked(day.answered, day.asked) : ''}
          {day && day.unfinished > 0 ? (
            <span className="nowrap" data-testid="unfinished" title={floorTexts.unfinishedHow}>
              {' '}
              {floorTexts.unfinished(day.unfinished)}
            </span>
          ) : null}
        </div>
      </div>
      <Popover content={<AbandonedList day={day} />} trigger={['click']} placement="bottomRight">
        <button type="button" className="figure" data-testid="abandoned">
          <div className="meta second">
            {floorTexts.abandoned} {away ? floorTexts.notRead : floorTexts.openList2}
          </div>
          <b>{day?.abandoned ?? '—'}</b>
          {common.people}
          <span className="hidden-text">{floorTexts.openList}</span>
        </button>
      </Popover>
    </>
  );
}

function AbandonedList({ day }: { day: DayView | null }) {
  if (day === null || day.lastAbandoned.length === 0) return <p className="empty">{floorTexts.noAbandoned}</p>;
  return (
    <ul className="call-backs" aria-label={floorTexts.abandonedList}>
      {day.lastAbandoned.map((call) => (
        <li key={call.callId} className="piece" data-testid="abandoned-call">
          <MaskedNumber
            callId={call.callId}
            caller={{ masked: call.caller, withheld: false, area: null }}
            hidden={null}
            purpose={floorTexts.abandonedPurpose}
          />
          <div className="small second">
            {common.dialled} {call.dialled} {call.name} · {clockTime(call.askedAt)} {floorTexts.waitedFor}{' '}
            {duration(Date.parse(call.endedAt) - Date.parse(call.askedAt))}
          </div>
        </li>
      ))}
      {day.abandoned > day.lastAbandoned.length ? (
        <li className="small muted piece">{floorTexts.newestOf(day.lastAbandoned.length)}</li>
      ) : null}
    </ul>
  );
}
