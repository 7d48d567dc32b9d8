import type { DialledNumber, MergeMode } from '../../../shared/contract';

/** Colours of merge modes: full merge grey, dual blue, seats kept blue outline, sub-centre violet. The word is always there. */
const looks: Record<MergeMode, string> = {
  main: '',
  fullMerge: '',
  dualNumber: 'dual',
  dualNumberSeatsRetained: 'retained',
  subCentre: 'sub',
  parallelAnswering: 'dual',
  callDiversion: '',
  legacyTransferNumber: '',
  seatsKeptWithTransfer: 'retained',
};

export function ModeTag({ number, testId }: { number: DialledNumber; testId?: string }) {
  return (
    <span className={`mode ${looks[number.mode]}`} data-testid={testId}>
      {number.modeText}
    </span>
  );
}
