import type { BarMode } from '../../../shared/core/bar';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { goTo } from '../../../shared/ui/common/useRoute';
import { useShortcuts } from '../../../shared/ui/common/useShortcuts';
import { useWorkplace } from '../useWorkplace';
import { AnswerKeys } from './AnswerKeys';
import { CallControls } from './CallControls';
import { CallInfo } from './CallInfo';
import { StateBlock } from './StateBlock';
import { barTexts } from './texts';

/** Always there, always 76 px: ringing, talking and wrap-up change only its content and colour. */
export function CallBar({ mode, page }: { mode: BarMode; page: string }) {
  const desk = useDesk();
  const work = useWorkplace();
  const callId = usePage((page) => page.view?.call?.id ?? '');
  const ringing = mode === 'ringing' || mode === 'phoneRinging';
  // The ticket of the call is on the agent's page, so an answer leads there.
  const answer = () => {
    if (work.answerByHand() && page !== 'desk') goTo({ page: 'desk', item: null });
  };
  useShortcuts({
    answer: () => ringing && answer(),
    focusForm: () => {
      desk.take({ kind: 'showCall' });
      work.formFocus.set('last');
    },
    search: () => desk.say(barTexts.noKnowledge),
    askLeader: () => desk.say(barTexts.noLeaderHelp),
  });
  return (
    <section
      id="call-bar"
      tabIndex={-1}
      className={`call-bar ${mode} ${ringing ? 'on-dark' : ''}`}
      aria-label={barTexts.callBar}
      data-testid="call-bar"
      data-mode={mode}
      data-call={callId}
    >
      <StateBlock mode={mode} />
      <CallInfo mode={mode} />
      {ringing ? <AnswerKeys onAnswer={answer} /> : <CallControls mode={mode} />}
    </section>
  );
}
