import type { AgentState, FloorView } from '../../shared/contract';

export function countStates(floor: FloorView): Record<AgentState, number> {
  const counts: Record<AgentState, number> = {
    offline: 0,
    ready: 0,
    notReady: 0,
    break: 0,
    ringing: 0,
    talking: 0,
    afterCallWork: 0,
  };
  for (const agent of floor.agents) counts[agent.state] += 1;
  return counts;
}
