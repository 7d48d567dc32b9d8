import { memo } from 'react';
import type { AgentState, FloorAgent, FloorCall, SetAsideReason } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { shortReasons } from '../../shared/texts';
import { Icon, type IconName } from '../../shared/ui/common/Icon';

const faces: Record<AgentState, { icon: IconName; name: string }> = {
  offline: { icon: 'ring', name: '离线' },
  ready: { icon: 'tick', name: '示闲' },
  notReady: { icon: 'cross', name: '示忙' },
  break: { icon: 'cup', name: '小休' },
  ringing: { icon: 'phoneIn', name: '振铃' },
  talking: { icon: 'phone', name: '通话' },
  afterCallWork: { icon: 'pen', name: '话后' },
};

interface Props {
  agent: FloorAgent;
  call: FloorCall | null;
  now: number;
}

export const SeatTile = memo(function SeatTile({ agent, call, now }: Props) {
  const face = faces[agent.state];
  const state = call?.state === 'held' ? '保持' : call?.state === 'threeWay' ? '三方' : face.name;
  const reason = agent.reason ? (shortReasons[agent.reason as SetAsideReason] ?? agent.reason) : null;
  const line = call
    ? `${call.dialled} ${call.name}`
    : (reason ?? (agent.phoneRegistered || agent.state === 'offline' ? agent.skills.join('、') : '网页电话未注册'));
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
