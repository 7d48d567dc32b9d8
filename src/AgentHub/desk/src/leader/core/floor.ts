import type { AgentState, DayView, FloorAgent, FloorView, ReferenceView } from '../../shared/contract';
import { asideText } from '../../shared/core/reasons';
import { seatWords, stateWords } from '../texts';

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

/** Somebody waits and nobody is ready or being rung: nothing will change by itself. Null where all is well. */
export function alarmOf(floor: FloorView): { waiting: number; since: string } | null {
  const { ready, ringing } = countStates(floor);
  const [first] = [...floor.waiting].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  return first && ready + ringing === 0 ? { waiting: floor.waiting.length, since: first.queuedAt } : null;
}

export interface SeatFilter {
  state: AgentState | '';
  skill: string;
}

export function seatsOf(floor: FloorView, filter: SeatFilter): FloorAgent[] {
  return floor.agents
    .filter((agent) => filter.state === '' || agent.state === filter.state)
    .filter((agent) => filter.skill === '' || agent.skills.includes(filter.skill))
    .sort((a, b) => a.id.localeCompare(b.id));
}

export function skillsOf(floor: FloorView): string[] {
  return [...new Set(floor.agents.flatMap((agent) => agent.skills))].sort();
}

/** In percent with one digit; nothing is no share of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : (Math.round((part / whole) * 1000) / 10).toFixed(1);
}

/** The seats and the day as a table for a spreadsheet. A text that a spreadsheet would take for a formula is none. */
export function sheetOf(seats: readonly FloorAgent[], day: DayView | null, reference: ReferenceView): string {
  const rows: (string | number)[][] = [
    seatWords.head,
    ...seats.map((seat) => [
      seat.id,
      seat.name,
      stateWords[seat.state],
      asideText(reference, seat.reason),
      seat.since,
      seat.skills.join(' '),
    ]),
  ];
  if (day) {
    const { asked, answered, soon, soonSeconds, abandoned } = day;
    rows.push([], seatWords.dayHead(soonSeconds), [asked, answered, soon, abandoned], [], seatWords.abandonedHead);
    rows.push(...day.lastAbandoned.map((call) => [call.caller, call.dialled, call.name, call.askedAt, call.endedAt]));
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
