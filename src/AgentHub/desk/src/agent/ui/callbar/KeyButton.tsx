import type { ComponentPropsWithRef } from 'react';
import { capOf, type KeyAction } from '../../../shared/core/keys';
import { Icon, type IconName } from '../../../shared/ui/common/Icon';
import type { Control, ControlKey } from '../../core/controls';
import { dimTexts } from '../../texts';
import { barTexts } from './texts';

const actions: Record<ControlKey, KeyAction> = {
  hold: 'hold',
  mute: 'mute',
  dtmf: 'dtmf',
  threeWay: 'threeWay',
  transfer: 'transfer',
  emergency: 'emergency',
  hangUp: 'hangUp',
};
const testIds: Record<ControlKey, string> = {
  hold: 'hold',
  mute: 'mute',
  dtmf: 'dtmf',
  threeWay: 'three-way',
  transfer: 'transfer',
  emergency: 'emergency',
  hangUp: 'hang-up',
};

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'onClick'> {
  control: Control;
  icon: IconName;
  label: string;
  armed: boolean;
  onPress(): void;
}

/** Dimmed keys stay focusable and answer with their reason: aria-disabled, not disabled. */
export function KeyButton({ control, icon, label, armed, onPress, ...rest }: Props) {
  const { key, dimmed, active } = control;
  const reason = dimmed ? dimTexts[dimmed] : undefined;
  // The name is what is seen (WCAG 2.5.3); the title adds the reason to it.
  // antd's popovers hand their own listeners and ref to the button; the press itself stays ours.
  return (
    <button
      {...rest}
      type="button"
      className={`key ${key} ${armed ? 'armed' : ''}`}
      data-testid={testIds[key]}
      aria-disabled={dimmed !== null}
      aria-pressed={key === 'hold' || key === 'mute' || key === 'threeWay' ? active : undefined}
      title={reason}
      onClick={onPress}
    >
      <Icon name={icon} size="large" />
      {label}
      {dimmed === 'notOffered' ? (
        <small className="why">{barTexts.notOffered}</small>
      ) : (
        <small>{capOf(actions[key])}</small>
      )}
    </button>
  );
}
