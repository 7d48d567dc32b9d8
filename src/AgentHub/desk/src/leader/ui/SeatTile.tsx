import { memo } from 'react';
import type { AgentState, FloorAgent, FloorCall, ReferenceView } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { asideText } from '../../shared/core/reasons';
import { common } from '../../shared/texts';
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
  reference: ReferenceView;
}

export const SeatTile = memo(function SeatTile({ agent, call, now, reference }: Props) {
  const face = faces[agent.state];
  const state = call?.state === 'held' ? floorTexts.held : call?.state === 'threeWay' ? floorTexts.threeWay : face.name;
  const reason = asideText(reference, agent.reason);
  const line = call ? `${call.dialled} ${call.name}` : reason;
  const phone = agent.phoneRegistered || agent.state === 'offline' ? '' : floorTexts.noPhone;
  const lines = [line, phone].filter((part) => part !== '').join(floorTexts.dot);
  const skills = agent.skills.join(floorTexts.listComma) || floorTexts.generalOnly;
  return (
    <li className={`seat ${agent.state}`} data-testid="seat" data-agent={agent.id}>
      <div className="meta cut" title={`${agent.id} ${agent.name}`}>
        <b>{agent.id}</b> {agent.name}
      </div>
      <div className="state">
        <Icon name={face.icon} size="small" />
        {state}
        <span className="time" aria-hidden="true">
          {agent.state === 'offline' ? '—' : since(agent.since, now)}
        </span>
      </div>
      <div className="small second cut" title={lines}>
        {lines || ' '}
      </div>
      <div className="small muted cut" title={skills} data-testid="seat-skills">
        {skills}
      </div>
    </li>
  );
});
