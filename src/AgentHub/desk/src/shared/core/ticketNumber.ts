import type { TicketSummary } from '../contract';
import { common } from '../texts';

/** Only what is accepted gets a number; what was closed without one never will. */
export function ticketNumber({ number, state }: Pick<TicketSummary, 'number' | 'state'>): string {
  return number ?? (state === 'draft' ? common.noNumber : common.unnumbered);
}
