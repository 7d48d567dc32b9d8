import type { BarMode } from '../../../shared/core/bar';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { useShortcuts } from '../../../shared/ui/common/useShortcuts';
import { AnswerKeys } from './AnswerKeys';
import { CallControls } from './CallControls';
import { CallInfo } from './CallInfo';
import { StateBlock } from './StateBlock';

/** Always there, always 76 px: ringing, talking and wrap-up change only its content and colour. */
export function CallBar({ mode, onAnswer }: { mode: BarMode; onAnswer(): void }) {
  const desk = useDesk();
  const callId = usePage((page) => page.view?.call?.id ?? '');
  const ringing = mode === 'ringing' || mode === 'phoneRinging';
  useShortcuts({
    answer: () => ringing && onAnswer(),
    focusForm: () => {
      desk.take({ kind: 'showCall' });
      desk.formFocus.set('last');
    },
    search: () => desk.say('知识库尚未开通'),
    askLeader: () => desk.say('求助班长尚未开通，请口头联系班长'),
  });
  return (
    <section
      id="call-bar"
      tabIndex={-1}
      className={`call-bar ${mode} ${ringing ? 'on-dark' : ''}`}
      aria-label="通话条"
      data-testid="call-bar"
      data-mode={mode}
      data-call={callId}
    >
      <StateBlock mode={mode} />
      <CallInfo mode={mode} />
      {ringing ? <AnswerKeys onAnswer={onAnswer} /> : <CallControls mode={mode} />}
    </section>
  );
}
