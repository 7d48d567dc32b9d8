import { Dropdown } from 'antd';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { answerable } from '../../core/ring';
import { agentWords } from '../../texts';
import { useWorkplace } from '../useWorkplace';
import { barTexts } from './texts';

/** While it rings nothing else can be done with the call, so these stand where the seven keys stand. */
export function AnswerKeys({ onAnswer }: { onAnswer(): void }) {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useStore(desk.clock.now);
  const session = usePage((page) => page.phone.session);
  // Another call's ring in the telephone is not this one's: it cannot be answered in its place.
  const reachable = usePage((page) => answerable(page, Date.now()) !== null);
  const registered = usePage((page) => page.phone.registration === 'registered');
  const answering = session?.state === 'answering';
  // The offer and the INVITE travel by two ways: a short gap between them is nothing to speak of.
  const late = now - useStore(desk.page).ringSince > 1500;
  return (
    <div className="answer-keys">
      {!reachable && !answering && late ? (
        <span className="answer-why" role="status">
          {registered ? agentWords.ringMissing : agentWords.noPhone}
        </span>
      ) : null}
      <button type="button" className="answer" data-testid="answer" aria-disabled={!reachable} onClick={onAnswer}>
        <Icon name="phone" size="large" />
        {answering ? barTexts.connecting : common.answer}
        <KeyHint action="answer" onPrimary />
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'decline', label: barTexts.decline, disabled: !reachable }],
          onClick: work.reject,
        }}
      >
        <button type="button" className="decline" data-testid="decline">
          {barTexts.cannotAnswer}
          <Icon name="down" size="small" />
        </button>
      </Dropdown>
    </div>
  );
}
