import { secondsUntil } from '../../../shared/core/format';

const circumference = 2 * Math.PI * 16;

/** The ring's remaining time as a closing circle with its seconds inside. */
export function Countdown({ from, until, now }: { from: string | null; until: string | null; now: number }) {
  const left = secondsUntil(until, now);
  const whole = from && until ? (Date.parse(until) - Date.parse(from)) / 1000 : left;
  const share = whole > 0 ? Math.min(1, left / whole) : 0;
  return (
    <span className="countdown" aria-hidden="true">
      <svg viewBox="0 0 38 38" width="38" height="38" aria-hidden="true">
        <circle cx="19" cy="19" r="16" />
        <circle
          className="left"
          cx="19"
          cy="19"
          r="16"
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - share)}
        />
      </svg>
      {left}
    </span>
  );
}
