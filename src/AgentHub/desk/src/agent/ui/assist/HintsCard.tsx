import type { DeskCallState, OutcomeKind } from '../../../shared/contract';
import { Card } from '../../../shared/ui/common/Card';
import { agentTexts, agentWords } from '../../texts';
import { assistTexts } from './texts';

interface Hint {
  when: string;
  say: string;
}

const askHints: Hint[] = [
  { when: assistTexts.askMatter, say: assistTexts.askMatterSay },
  { when: assistTexts.askConfidence, say: assistTexts.askConfidenceSay },
  { when: assistTexts.lookUp, say: assistTexts.lookUpSay },
];
const otherHints: Hint[] = [
  { when: assistTexts.expert, say: assistTexts.expertSay },
  { when: assistTexts.beforeEnd, say: assistTexts.beforeEndSay },
];
const closing: Record<OutcomeKind, Hint[]> = {
  directAnswer: [{ when: assistTexts.directAnswer, say: assistTexts.directAnswerSay }],
  ticket: [{ when: assistTexts.makeTicket, say: assistTexts.makeTicketSay }],
  transfer: [{ when: assistTexts.transfer, say: assistTexts.transferSay }],
  notAccepted: [{ when: assistTexts.notAccepted, say: assistTexts.notAcceptedSay }],
  referral: [{ when: assistTexts.referral, say: assistTexts.referralSay }],
  supplement: [{ when: assistTexts.followUp, say: assistTexts.followUpSay }],
  expedite: [{ when: assistTexts.followUp, say: assistTexts.followUpSay }],
};

/** Words to say, for the moment of the call. */
export function HintsCard({
  state,
  outcome,
  agentId,
}: {
  state: DeskCallState | null;
  outcome: OutcomeKind | null;
  agentId: string;
}) {
  const greeting: Hint = { when: agentTexts.opener, say: agentWords.greeting(agentId) };
  const hints =
    state === 'ended' || (state === null && outcome)
      ? outcome
        ? closing[outcome]
        : [
            {
              when: assistTexts.chooseOutcome,
              say: assistTexts.chooseOutcomeSay,
            },
          ]
      : state === 'ringing'
        ? [greeting, ...askHints]
        : state === null
          ? [greeting, ...otherHints]
          : [...askHints, ...otherHints];
  return (
    <Card title={state === 'ended' ? assistTexts.howToWrite : assistTexts.howToSay} size="fill" flush>
      {hints.map((hint) => (
        <div key={hint.when} className="piece">
          <b className="meta">{hint.when}</b>
          <p className="say second">{hint.say}</p>
        </div>
      ))}
    </Card>
  );
}
