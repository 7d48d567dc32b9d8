import { ticketStates } from '../texts';
import { followUpTexts, happeningTexts, timerTexts, verbTexts } from './texts';

/** What happened, in words: a step of a ticket, or what a clock does. A code that nobody knows any more is shown as it is. */
export function happeningText(step: string, what: string): string {
  if (step === 'warn' || step === 'overdue') return happeningTexts[step](wordOf(timerTexts, what) ?? what);
  return wordOf(verbTexts, step) ?? wordOf(followUpTexts, step) ?? wordOf(ticketStates, step) ?? step;
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
