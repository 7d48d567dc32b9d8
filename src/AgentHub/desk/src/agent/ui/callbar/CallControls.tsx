import { Popover } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { BarMode } from '../../../shared/core/bar';
import { hangUpPress } from '../../../shared/core/keys';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { AskFirst } from '../../../shared/ui/common/AskFirst';
import { useDesk } from '../../../shared/ui/common/deskContext';
import type { IconName } from '../../../shared/ui/common/Icon';
import { useShortcuts } from '../../../shared/ui/common/useShortcuts';
import { type Control, type ControlKey, controls } from '../../core/controls';
import { agentWords, controlNames, dimTexts } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { DtmfPad } from './DtmfPad';
import { KeyButton } from './KeyButton';
import { PartyPicker } from './PartyPicker';
import { TransferPicker } from './TransferPicker';
import { barTexts } from './texts';

const icons: Record<ControlKey, IconName> = {
  hold: 'pause',
  mute: 'mic',
  dtmf: 'pad',
  threeWay: 'people',
  transfer: 'swap',
  emergency: 'shield',
  hangUp: 'hangUp',
};
type Panel = 'dtmf' | 'threeWay' | 'transfer' | 'hangUp' | null;

/** Seven keys in fixed places. A dimmed key says why when it is pressed, in the line beside it. */
export function CallControls({ mode }: { mode: BarMode }) {
  const desk = useDesk();
  const work = useWorkplace();
  const page = useStore(desk.page);
  const list = controls(page, mode);
  const [panel, setPanel] = useState<Panel>(null);
  const armedAt = useRef<number | null>(null);
  const [armed, setArmed] = useState(false);

  const disarm = () => {
    armedAt.current = null;
    setArmed(false);
    desk.unsay(agentWords.hangUpAgain);
  };

  // A call that ends takes its open panels with it, so that no panel acts on the next call.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mode is the reason to close.
  useEffect(() => {
    setPanel(null);
    return disarm;
  }, [mode]);

  const run = (action: () => Promise<unknown>) => action().catch((error: unknown) => desk.say(sentenceOf(error)));
  const press = (key: ControlKey) => {
    const dimmed = list.find((control) => control.key === key)?.dimmed ?? null;
    if (work.guarded()) return;
    if (dimmed) return desk.say(barTexts.whyDimmed(controlNames[key], dimTexts[dimmed]));
    if (key === 'hold') void run(mode === 'held' ? desk.api.retrieve : desk.api.hold);
    if (key === 'mute') work.toggleMute();
    if (key === 'dtmf' || key === 'threeWay' || key === 'transfer' || key === 'hangUp')
      setPanel(panel === key ? null : key);
  };
  /** From the keyboard there is no question, but two presses. */
  const pressHangUp = () => {
    const dimmed = list.find((control) => control.key === 'hangUp')?.dimmed ?? null;
    if (dimmed || work.guarded()) return press('hangUp');
    if (hangUpPress(armedAt.current, Date.now(), false) === 'hangUp') {
      disarm();
      void run(() => work.hangUp());
      return;
    }
    armedAt.current = Date.now();
    setArmed(true);
    desk.say(agentWords.hangUpAgain);
    window.setTimeout(() => setArmed(false), 3000);
  };
  useShortcuts({
    hold: () => press('hold'),
    mute: () => press('mute'),
    dtmf: () => press('dtmf'),
    threeWay: () => press('threeWay'),
    transfer: () => press('transfer'),
    emergency: () => press('emergency'),
    hangUp: pressHangUp,
  });

  // With a third party in the call the same key puts the citizen on hold to speak with that party: it says so.
  const apart = page.view?.call?.party?.state === 'joined';
  const wrap = (control: Control, button: ReactElement) => {
    const open = panel === control.key && !control.dimmed;
    const close = (value: boolean) => !value && setPanel(null);
    if (control.key === 'threeWay' || control.key === 'transfer') {
      const Picker = control.key === 'threeWay' ? PartyPicker : TransferPicker;
      return (
        <Popover
          key={control.key}
          open={open}
          onOpenChange={close}
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          content={<Picker onDone={() => setPanel(null)} />}
        >
          {button}
        </Popover>
      );
    }
    if (control.key === 'dtmf') {
      return (
        <Popover
          key={control.key}
          open={open}
          onOpenChange={close}
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          content={<DtmfPad onClose={() => setPanel(null)} />}
        >
          {button}
        </Popover>
      );
    }
    if (control.key === 'hangUp') {
      return (
        <AskFirst
          key={control.key}
          open={open}
          onOpenChange={close}
          title={barTexts.reallyHangUp}
          consequence={page.view?.call?.party ? barTexts.hangUpAll : barTexts.hangUpFirst}
          yes={barTexts.hangUp}
          no={barTexts.talkOn}
          danger
          testId="hang-up-confirm"
          onYes={() => void run(() => work.hangUp())}
        >
          {button}
        </AskFirst>
      );
    }
    return button;
  };

  return (
    <fieldset
      className="controls"
      style={{ border: 0, margin: 0, borderLeft: '1px solid var(--line2)' }}
      aria-label={barTexts.controls}
    >
      {list.map((control) =>
        wrap(
          control,
          <KeyButton
            key={control.key}
            control={control}
            icon={control.key === 'mute' && control.active ? 'micOff' : icons[control.key]}
            label={control.key === 'hold' ? holdLabel(control.active, apart) : controlNames[control.key]}
            armed={control.key === 'hangUp' && armed}
            onPress={() => press(control.key)}
          />,
        ),
      )}
    </fieldset>
  );
}

function holdLabel(held: boolean, apart: boolean): string {
  if (held) return barTexts.retrieve;
  return apart ? barTexts.privateTalk : controlNames.hold;
}
