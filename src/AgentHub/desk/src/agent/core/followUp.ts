import type { DeskCall, TicketView } from '../../shared/contract';

/** Whether something is still to be done for an earlier ticket, so that this call can add to it. */
export function isOpenFor(earlier: Pick<TicketView, 'id' | 'state'>, call: DeskCall): boolean {
  return earlier.state === 'accepted' && earlier.id !== call.ticketId;
}

/** Why nothing can be added to it at this moment; null where it can. */
export function followUpBar(call: DeskCall, own: TicketView | null): 'whileRinging' | 'recorded' | null {
  if (call.state === 'ringing') return 'whileRinging';
  return own !== null && own.state !== 'draft' ? 'recorded' : null;
}
