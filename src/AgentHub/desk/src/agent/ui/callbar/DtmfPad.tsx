import { useEffect, useRef, useState } from 'react';
import { useWorkplace } from '../useWorkplace';
import { barTexts } from './texts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Digits typed on the keyboard go here only while the pad has the focus. */
export function DtmfPad({ onClose }: { onClose(): void }) {
  const work = useWorkplace();
  const [sent, setSent] = useState('');
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => pad.current?.focus(), []);
  const send = (digit: string) => {
    work.sendDigit(digit);
    setSent((before) => (before + digit).slice(-14));
  };
  return (
    <div
      ref={pad}
      className="dtmf-pad"
      data-testid="dtmf-pad"
      role="group"
      aria-label={barTexts.keypad}
      // The pad as a whole takes typed digits; Tab goes to its keys.
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if ((digits as readonly string[]).includes(event.key)) send(event.key);
      }}
    >
      <output>{sent}</output>
      {digits.map((digit) => (
        <button key={digit} type="button" onClick={() => send(digit)}>
          {digit}
        </button>
      ))}
    </div>
  );
}
