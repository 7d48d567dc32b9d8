import { memo } from 'react';
import type { AgentState, FloorAgent, FloorCall, SetAside } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { common, shortReasons } from '../../shared/texts';
import { Icon, type IconName } from '../../shared/ui/common/Icon';
import { floorTexts } from '../texts';

const faces: Record<AgentState, { icon: IconName; name: string }> = {
  offline: { icon: 'ring', name: floorTexts.offline },
  ready: { icon: 'tick', name: floorTexts.ready },
  notReady: { icon: 'cross', name: floorTexts.notReady },
  break: { icon: 'cup', name: floorTexts.onBreak },
  ringing: { icon: 'phoneIn', name: floorTexts.ringing },
  talking: { icon: 'phone', name: common.talking },
  afterCallWork: { icon: 'pen', name: floorTexts.wrapUp },
};

interface Props {
  agent: FloorAgent;
  call: FloorCall | null;
  now: number;
}

export const SeatTile = memo(function SeatTile({ agent, call, now }: Props) {
  const face = faces[agent.state];
  const state = call?.state === 'held' ? floorTexts.held : call?.state === 'threeWay' ? floorTexts.threeWay : face.name;
  const reason = agent.reason ? (shortReasons[agent.reason as SetAside] ?? agent.reason) : null;
  const line = call
    ? `${call.dialled} ${call.name}`
    : (reason ??
      (agent.phoneRegistered || agent.state === 'offline'
        ? agent.skills.join(floorTexts.listComma)
        : floorTexts.noPhone));
  return (
    <li className={`seat ${agent.state}`} data-testid="seat" data-agent={agent.id}>
      <div className="meta cut">
        <b>{agent.id}</b> {agent.name}
      </div>
      <div className="state">
        <Icon name={face.icon} size="small" />
        {state}
        <span className="time" aria-hidden="true">
          {agent.state === 'offline' ? '—' : since(agent.since, now)}
        </span>
      </div>
      <div className="small second cut" title={line}>
        {line || ' '}
      </div>
    </li>
  );
});
