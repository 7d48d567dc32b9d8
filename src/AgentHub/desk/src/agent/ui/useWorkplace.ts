import { useDesk } from '../../shared/ui/common/deskContext';
import { AgentWorkplace } from '../work/workplace';

/** The telephone and the drafts of the agent who sits here. */
export function useWorkplace(): AgentWorkplace {
  const { workplace } = useDesk();
  if (!(workplace instanceof AgentWorkplace)) throw new Error('outside of an agent’s page');
  return workplace;
}
