import { since } from '../../core/format';
import { useNow } from './deskContext';

/** A running timer. Not read out: a screen reader would speak every second. */
export function Elapsed({ from }: { from: string | null }) {
  return <span aria-hidden="true">{since(from, useNow())}</span>;
}
