import { Button, Select } from 'antd';
import { useState } from 'react';
import type { AgentState } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { useStore } from '../../shared/session/store';
import { common, words } from '../../shared/texts';
import { Card } from '../../shared/ui/common/Card';
import { useDesk, useNow, usePage } from '../../shared/ui/common/deskContext';
import { countStates, type SeatFilter, seatsOf, sheetOf, skillsOf } from '../core/floor';
import { floorTexts, stateWords } from '../texts';
import { Alarm } from './Alarm';
import { CallBacksFigure } from './CallBacksFigure';
import { DayFigures } from './DayFigures';
import { NoticesAlarm } from './NoticesAlarm';
import { SeatTile } from './SeatTile';
import { TruthFigure } from './TruthFigure';
import { useDay } from './useDay';

const callStates = {
  offered: floorTexts.ringing,
  talking: common.talking,
  held: floorTexts.held,
  threeWay: floorTexts.threeWay,
  handedOver: floorTexts.handedOver,
  lost: common.lost,
  announcement: floorTexts.announcement,
} as const;

/** The floor as it is now: seats by the agent's number, who waits and why, which calls are on. Order never changes by itself. */
export function FloorPage() {
  const now = useNow();
  const desk = useDesk();
  const reference = useStore(desk.reference);
  const floor = usePage((page) => page.floor);
  const up = usePage((page) => page.link.state === 'up');
  const { day, away } = useDay();
  const [filter, setFilter] = useState<SeatFilter>({ state: '', skill: '' });
  if (!floor)
    return (
      <main className="main single">
        <p className="empty" role="status">
          {up ? floorTexts.fetchingFloor : floorTexts.noFloor}
        </p>
      </main>
    );
  const counts = countStates(floor);
  const seats = seatsOf(floor, filter);
  const figures = [
    { label: common.queueing, value: floor.waiting.length, unit: common.people },
    { label: common.inCall, value: counts.talking, unit: floorTexts.seatUnit },
    { label: floorTexts.ringing, value: counts.ringing, unit: floorTexts.seatUnit },
    { label: floorTexts.ready, value: counts.ready, unit: floorTexts.seatUnit },
    { label: floorTexts.wrapUp, value: counts.afterCallWork, unit: floorTexts.seatUnit },
    { label: floorTexts.aside, value: counts.break + counts.notReady, unit: floorTexts.seatUnit },
  ];
  return (
    <main className={up ? 'main single' : 'main single stale'}>
      <div className="floor">
        {floor.notice ? (
          <p className="floor-notice" role="status" data-testid="floor-notice">
            {floor.notice}
          </p>
        ) : null}
        <Alarm floor={floor} />
        <NoticesAlarm />
        <div className="figures">
          {figures.map((figure) => (
            <div key={figure.label} className="figure">
              <div className="meta second">
                {figure.label} {floorTexts.atThisMoment}
              </div>
              <b>{figure.value}</b>
              {figure.unit}
            </div>
          ))}
          <DayFigures day={day} away={away} />
          <CallBacksFigure />
          <TruthFigure truth={floor.truth} />
        </div>
        <Card
          title={
            <>
              {common.agent} <span className="count">{seats.length}</span>
            </>
          }
          size="fill"
          flush
          testId="seats"
          extra={
            <>
              <span className="small muted wide-only">{up ? floorTexts.byNumber : floorTexts.asBefore}</span>
              <Select
                size="small"
                style={{ width: 100 }}
                aria-label={floorTexts.filterState}
                data-testid="filter-state"
                value={filter.state}
                options={[
                  { value: '', label: floorTexts.anyState },
                  ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
                ]}
                onChange={(state: string) => setFilter({ ...filter, state: state as AgentState | '' })}
              />
              <Select
                size="small"
                style={{ width: 130 }}
                aria-label={floorTexts.filterSkill}
                data-testid="filter-skill"
                value={filter.skill}
                options={[
                  { value: '', label: floorTexts.anySkill },
                  ...skillsOf(floor).map((skill) => ({ value: skill, label: skill })),
                ]}
                onChange={(skill: string) => setFilter({ ...filter, skill })}
              />
              <Button
                size="small"
                data-testid="export"
                onClick={() => download(floorTexts.sheetName(floor.now.slice(0, 10)), sheetOf(seats, day, reference))}
              >
                {floorTexts.exportSheet}
              </Button>
            </>
          }
        >
          {floor.agents.length > 0 && seats.length === 0 ? <p className="empty">{floorTexts.noSuchSeats}</p> : null}
          {floor.agents.length === 0 ? <p className="empty">{floorTexts.noSeats}</p> : null}
          <ul className="seats">
            {seats.map((agent) => (
              <SeatTile
                key={agent.id}
                agent={agent}
                call={floor.calls.find((call) => call.callId === agent.callId) ?? null}
                now={now}
                reference={reference}
              />
            ))}
          </ul>
        </Card>
        <div className="pane">
          <Card
            title={
              <>
                {floorTexts.queue} <span className="count">{floor.waiting.length}</span>
              </>
            }
            size="fill"
            flush
            testId="waiting"
            extra={<span className="small muted">{floorTexts.whyTheyWait}</span>}
          >
            {floor.waiting.length === 0 ? <p className="empty">{words.queueEmpty}</p> : null}
            {floor.waiting.map((call) => (
              <div key={call.callId} className="piece">
                <div className="row meta">
                  <b>{call.caller}</b>
                  <span className="cut" title={`${call.dialled} ${call.name}`}>
                    {call.dialled} {call.name}
                  </span>
                  <span className="spacer" />
                  <b>{since(call.queuedAt, now)}</b>
                </div>
                <div className="small second">
                  {call.step} · {call.why}
                </div>
              </div>
            ))}
          </Card>
          <Card
            title={
              <>
                {floorTexts.liveCalls} <span className="count">{floor.calls.length}</span>
              </>
            }
            size="fill"
            flush
            testId="live-calls"
            extra={<span className="small muted">{floorTexts.liveCallsHow}</span>}
          >
            {floor.calls.length === 0 ? (
              <p className="empty">{floorTexts.noCalls}</p>
            ) : (
              <table className="list">
                <thead>
                  <tr>
                    <th>{common.caller}</th>
                    <th>{common.dialled}</th>
                    <th>{common.agent}</th>
                    <th style={{ width: 64 }}>{common.state}</th>
                    <th style={{ width: 70 }}>{floorTexts.length}</th>
                  </tr>
                </thead>
                <tbody>
                  {floor.calls.map((call) => (
                    <tr key={call.callId}>
                      <td className="whole">{call.caller}</td>
                      <td title={call.name}>
                        {call.dialled} {call.name}
                      </td>
                      <td>{call.agentId ? `${call.agentId} ${call.agentName ?? ''}` : common.unanswered}</td>
                      <td>{callStates[call.state]}</td>
                      <td className="whole">{since(call.since, now)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Card>
        </div>
      </div>
    </main>
  );
}

/** Into a file of this computer; nothing of it goes anywhere else. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it a moment later.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
