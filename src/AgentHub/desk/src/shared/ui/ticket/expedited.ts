import type { TicketSummary } from '../../contract';
import { shortMoment } from '../../core/format';
import { detailTexts } from './texts';

/** How often its citizen asked for a ticket, and when he last did; empty where he never did. */
export function expeditedText({ expedited, expeditedAt }: TicketSummary, now: number): string {
  return expedited > 0 && expeditedAt !== null ? detailTexts.expedited(expedited, shortMoment(expeditedAt, now)) : '';
}
