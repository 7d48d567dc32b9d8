import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import type { AgentState } from '../../../shared/contract';
import { sentenceOf } from '../../../shared/live/http';
import { useStore } from '../../../shared/session/store';
import { stateNames } from '../../../shared/texts';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { useShortcuts } from '../../../shared/ui/common/useShortcuts';
import { agentTexts } from '../../texts';
import { barTexts } from './texts';

/** Ready, not ready and the breaks. During a call it chooses what comes after it. */
export function StateMenu() {
  const desk = useDesk();
  const breaks = useStore(desk.reference).breakReasons;
  const inCall = usePage((page) => page.view?.call != null);
  const next = usePage((page) => page.view?.agent.next ?? null);
  const nextReason = usePage((page) => page.view?.agent.nextReason ?? null);
  const phone = usePage((page) => page.phone.registration);
  const reachable = usePage((page) => page.link.state === 'up' && !page.view?.replaced);
  const [open, setOpen] = useState(false);
  useShortcuts({ stateMenu: () => setOpen((value) => !value) });

  const change = (state: AgentState, reason?: string) => {
    setOpen(false);
    desk.setState(state, reason).catch((error: unknown) => desk.say(sentenceOf(error)));
  };
  const prefix = inCall ? barTexts.afterCall : '';
  const noPhone = phone === 'registered' ? '' : barTexts.noPhoneNoCalls;
  const label = (text: string, testId: string) => <span data-testid={testId}>{text}</span>;
  const items: MenuProps['items'] = [
    {
      key: 'ready',
      label: label(`${prefix}${stateNames.ready}${noPhone}`, 'state-ready'),
      onClick: () => change('ready'),
    },
    {
      key: 'notReady',
      label: label(`${prefix}${stateNames.notReady}`, 'state-notReady'),
      onClick: () => change('notReady'),
    },
    ...breaks.map((reason) => ({
      key: `break-${reason.code}`,
      label: label(barTexts.breakFor(prefix, reason.name), `state-break-${reason.code}`),
      onClick: () => change('break', reason.code),
    })),
  ];
  return (
    <Dropdown
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      disabled={!reachable}
      autoFocus
      menu={{ items, selectedKeys: next ? [next === 'break' ? `break-${nextReason}` : next] : [] }}
    >
      <button
        type="button"
        className="open on-dark"
        data-testid="state-menu"
        aria-label={barTexts.changeState}
        title={reachable ? barTexts.changeState : agentTexts.cannotChangeState}
      >
        <Icon name="down" size="small" />
      </button>
    </Dropdown>
  );
}
