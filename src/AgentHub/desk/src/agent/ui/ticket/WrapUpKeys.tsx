import { Button, Dropdown } from 'antd';
import type { AgentState } from '../../../shared/contract';
import { asideText } from '../../../shared/core/reasons';
import { useStore } from '../../../shared/session/store';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { formTexts } from './texts';

interface Props {
  busy: boolean;
  recorded: boolean;
  onFinish(afterwards?: () => Promise<void>): Promise<void>;
}

/**
 * The end of after-call work. Its first key does what was asked for before: the break that was wished for in the call, or else ready. The
 * others are in the list beside it. The outcome is recorded on the way if it is not yet.
 */
export function WrapUpKeys({ busy, recorded, onFinish }: Props) {
  const desk = useDesk();
  const reference = useStore(desk.reference);
  const next = usePage((page) => page.view?.agent.next ?? 'ready');
  const nextReason = usePage((page) => page.view?.agent.nextReason ?? null);
  const wished = next === 'break' ? `break ${nextReason}` : next;
  const choices: { key: string; state: AgentState; reason?: string; label: string }[] = [
    { key: 'ready', state: 'ready', label: formTexts.finishReady },
    ...reference.breakReasons.map(({ code, name }) => ({
      key: `break ${code}`,
      state: 'break' as const,
      reason: code,
      label: formTexts.finishBreak(name),
    })),
    { key: 'notReady', state: 'notReady', label: formTexts.finishNotReady },
  ];
  const others = choices.filter(({ key }) => key !== wished);
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={busy}
        menu={{
          items: others.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => {
            const choice = others.find((other) => other.key === key);
            if (choice) void onFinish(() => desk.setState(choice.state, choice.reason));
          },
        }}
      >
        <Button disabled={busy} data-testid="finish-otherwise">
          {formTexts.finishOtherwise}
          <Icon name="down" size="small" />
        </Button>
      </Dropdown>
      <Button type="primary" data-testid="finish-wrap-up" disabled={busy} onClick={() => void onFinish()}>
        {(recorded ? formTexts.endAnd : formTexts.submitAnd)(
          next === 'break'
            ? formTexts.breakOf(asideText(reference, nextReason))
            : next === 'notReady'
              ? formTexts.notReady
              : formTexts.ready,
        )}
        <KeyHint action="submit" onPrimary />
      </Button>
    </>
  );
}
