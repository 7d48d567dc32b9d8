import type { DeskCall, TicketView } from '../../shared/contract';

/** Why nothing can be added to an earlier ticket from this call; null where it can. */
export type FollowUpBar = 'notOpen' | 'whileRinging' | 'recorded';

export function followUpBar(
  earlier: Pick<TicketView, 'id' | 'state'>,
  call: DeskCall,
  own: TicketView | null,
): FollowUpBar | null {
  if (earlier.state !== 'accepted' || earlier.id === call.ticketId) return 'notOpen';
  if (call.state === 'ringing') return 'whileRinging';
  return own !== null && own.state !== 'draft' ? 'recorded' : null;
}
