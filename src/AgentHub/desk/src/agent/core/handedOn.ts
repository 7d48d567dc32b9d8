import type { HandedOnView } from '../../shared/contract';
import { clockTime, duration } from '../../shared/core/format';
import { handedOnWords } from '../texts';

/** Whose call it was, since when, and how long he had it. */
export function handedOnText({ agentId, agentName, talkedSince, at }: HandedOnView): string {
  return handedOnWords(
    `${agentId} ${agentName}`.trim(),
    clockTime(at),
    duration(Date.parse(at) - Date.parse(talkedSince)),
  );
}
