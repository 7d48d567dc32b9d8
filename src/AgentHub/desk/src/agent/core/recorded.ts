import type { TicketView } from '../../shared/contract';

/** What is on record for a ticket, and whose words it holds: a call that was handed on may bring its outcome along. */
export interface Recorded {
  /** True where this agent recorded it, on this page or another. */
  mine: boolean;
  /** Empty where no agent did. */
  agentId: string;
  stateText: string;
  number: string | null;
}

/** Null while the ticket is a draft: what is chosen in a draft is not recorded. */
export function recordedOf(ticket: TicketView | null, me: string): Recorded | null {
  if (ticket === null || ticket.state === 'draft') return null;
  const { agentId, stateText, number } = ticket;
  return { mine: agentId !== '' && agentId === me, agentId, stateText, number };
}
