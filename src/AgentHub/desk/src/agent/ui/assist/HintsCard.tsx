import type { DeskCallState, Outcome } from '../../../shared/contract';
import { words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';

interface Hint {
  when: string;
  say: string;
}

const askHints: Hint[] = [
  { when: '问清事项', say: '“请您说一下时间、地点和具体情况，我来登记。”' },
  { when: '市民要求保密', say: '“您的姓名和电话会保密，不转给承办单位。”请勾选“保密”。' },
  { when: '需要查询', say: '“请稍等，我为您查一下。”按保持，30 秒内取回并说明进展。' },
];
const otherHints: Hint[] = [
  { when: '专业问题', say: '“我为您接通专业人员，您不用挂机。”用三方，不让市民重拨。' },
  { when: '结束前', say: '“我复述一遍您的诉求……请问还有其他需要吗？”' },
];
const closing: Record<Outcome, Hint[]> = {
  directAnswer: [{ when: '当场答复', say: '写清答复要点和依据。市民再来电时，同事看得到。' }],
  ticket: [{ when: '生成工单', say: '内容写清时间、地点、经过和诉求，承办单位不必再问一遍。' }],
  transfer: [{ when: '转接', say: '写清转给谁、对方是否接走。没有接走的，请改为生成工单。' }],
  notAccepted: [{ when: '不予受理', say: '先核实确属不予受理范围，并向市民解释。' }],
  referral: [{ when: '有关单位受理', say: '写清告知市民去哪个单位、怎样办理。' }],
};

/** Words to say, for the moment of the call. */
export function HintsCard({
  state,
  outcome,
  agentId,
}: {
  state: DeskCallState | null;
  outcome: Outcome | null;
  agentId: string;
}) {
  const greeting: Hint = { when: '开场', say: words.greeting(agentId) };
  const hints =
    state === 'ended' || (state === null && outcome)
      ? outcome
        ? closing[outcome]
        : [
            {
              when: '选择结果',
              say: '答清了选“当场答复”；要承办单位办的选“生成工单”；接给别人的选“转接”；由法院、信访等单位按职责受理的选“有关单位受理”；不属受理范围的选“不予受理”。',
            },
          ]
      : state === 'ringing'
        ? [greeting, ...askHints]
        : state === null
          ? [greeting, ...otherHints]
          : [...askHints, ...otherHints];
  return (
    <Card title={state === 'ended' ? '怎样写结果' : '怎样说'} size="fill" flush reading>
      {hints.map((hint) => (
        <div key={hint.when} className="piece">
          <b className="meta">{hint.when}</b>
          <p className="say second">{hint.say}</p>
        </div>
      ))}
    </Card>
  );
}
