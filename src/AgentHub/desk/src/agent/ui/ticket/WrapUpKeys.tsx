import { Button, Dropdown } from 'antd';
import { useStore } from '../../../shared/session/store';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { formTexts } from './texts';

interface Props {
  busy: boolean;
  recorded: boolean;
  onFinish(afterwards: () => Promise<void>): Promise<void>;
  onReady(): Promise<void>;
}

/** The end of after-call work: back to ready, or into a break. The outcome is recorded on the way if it is not yet. */
export function WrapUpKeys({ busy, recorded, onFinish, onReady }: Props) {
  const desk = useDesk();
  const breaks = useStore(desk.reference).breakReasons;
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={busy}
        menu={{
          items: [
            ...breaks.map((reason) => ({ key: reason.code, label: formTexts.finishBreak(reason.name) })),
            { key: 'notReady', label: formTexts.finishNotReady },
          ],
          onClick: ({ key }) =>
            void onFinish(() => (key === 'notReady' ? desk.setState('notReady') : desk.setState('break', key))),
        }}
      >
        <Button disabled={busy}>
          {formTexts.finishToBreak}
          <Icon name="down" size="small" />
        </Button>
      </Dropdown>
      <Button type="primary" data-testid="finish-wrap-up" disabled={busy} onClick={() => void onFinish(onReady)}>
        {recorded ? formTexts.endWrapUp : formTexts.submitAndReady}
        <KeyHint action="submit" onPrimary />
      </Button>
    </>
  );
}
