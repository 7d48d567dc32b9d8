import { since } from '../../shared/core/format';
import { words } from '../../shared/texts';
import { Card } from '../../shared/ui/common/Card';
import { useNow, usePage } from '../../shared/ui/common/deskContext';
import { countStates } from '../core/floor';
import { CallBacksFigure } from './CallBacksFigure';
import { SeatTile } from './SeatTile';
import { TruthFigure } from './TruthFigure';

const callStates = {
  offered: '振铃',
  talking: '通话',
  held: '保持',
  threeWay: '三方',
  handedOver: '已交出',
  lost: '失联',
  announcement: '听提示',
} as const;

/** The floor as it is now: seats by 工号, who waits and why, which calls are on. Order never changes by itself. */
export function FloorPage() {
  const now = useNow();
  const floor = usePage((page) => page.floor);
  const up = usePage((page) => page.link.state === 'up');
  if (!floor)
    return (
      <main className="main single">
        <p className="empty" role="status">
          {up ? '正在取现场信息' : '与服务器断开，暂无现场信息'}
        </p>
      </main>
    );
  const counts = countStates(floor);
  const figures = [
    { label: '正在排队', value: floor.waiting.length, unit: '人' },
    { label: '通话中', value: counts.talking, unit: '席' },
    { label: '振铃', value: counts.ringing, unit: '席' },
    { label: '示闲', value: counts.ready, unit: '席' },
    { label: '话后', value: counts.afterCallWork, unit: '席' },
    { label: '小休与示忙', value: counts.break + counts.notReady, unit: '席' },
  ];
  return (
    <main className={up ? 'main single' : 'main single stale'}>
      <div className="floor">
        <div className="figures">
          {figures.map((figure) => (
            <div key={figure.label} className="figure">
              <div className="meta second">{figure.label} · 现在</div>
              <b>{figure.value}</b>
              {figure.unit}
            </div>
          ))}
          <CallBacksFigure />
          <TruthFigure truth={floor.truth} />
        </div>
        <Card
          title={
            <>
              座席 <span className="count">{floor.agents.length}</span>
            </>
          }
          size="fill"
          flush
          testId="seats"
          extra={<span className="small muted">{up ? '随时更新，按工号排列' : '与服务器断开前的情况'}</span>}
        >
          {floor.agents.length === 0 ? <p className="empty">还没有座席签入</p> : null}
          <ul className="seats">
            {[...floor.agents]
              .sort((a, b) => a.id.localeCompare(b.id))
              .map((agent) => (
                <SeatTile
                  key={agent.id}
                  agent={agent}
                  call={floor.calls.find((call) => call.callId === agent.callId) ?? null}
                  now={now}
                />
              ))}
          </ul>
        </Card>
        <div className="pane">
          <Card
            title={
              <>
                排队 <span className="count">{floor.waiting.length}</span>
              </>
            }
            size="fill"
            flush
            testId="waiting"
            extra={<span className="small muted">为什么在等，一眼可见</span>}
          >
            {floor.waiting.length === 0 ? <p className="empty">{words.queueEmpty}</p> : null}
            {floor.waiting.map((call) => (
              <div key={call.callId} className="piece">
                <div className="row meta">
                  <b>{call.caller}</b>
                  <span className="cut">
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
                正在通话 <span className="count">{floor.calls.length}</span>
              </>
            }
            size="fill"
            flush
            testId="live-calls"
          >
            {floor.calls.length === 0 ? (
              <p className="empty">没有通话</p>
            ) : (
              <table className="list">
                <thead>
                  <tr>
                    <th>来电人</th>
                    <th>拨打</th>
                    <th>座席</th>
                    <th style={{ width: 64 }}>状态</th>
                    <th style={{ width: 70 }}>时长</th>
                  </tr>
                </thead>
                <tbody>
                  {floor.calls.map((call) => (
                    <tr key={call.callId}>
                      <td className="whole">{call.caller}</td>
                      <td title={call.name}>
                        {call.dialled} {call.name}
                      </td>
                      <td>{call.agentId ? `${call.agentId} ${call.agentName ?? ''}` : '未接'}</td>
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
