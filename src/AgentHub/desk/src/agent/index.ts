import type { Desk } from '../shared/session/desk';
import { AgentWorkplace } from './work/workplace';

export { AgentPage } from './ui/AgentPage';
export { CallBar } from './ui/callbar/CallBar';

/** The element that plays the voice stands in index.html, outside of what React renders. */
export function openWorkplace(desk: Desk): AgentWorkplace {
  return new AgentWorkplace(desk, document.getElementById('remote-audio') as HTMLAudioElement);
}
