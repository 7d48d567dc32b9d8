import { capOf, type KeyAction } from '../../core/keys';

export function KeyHint({ action, onPrimary }: { action: KeyAction; onPrimary?: boolean }) {
  return <kbd className={onPrimary ? 'on-primary' : undefined}>{capOf(action)}</kbd>;
}
