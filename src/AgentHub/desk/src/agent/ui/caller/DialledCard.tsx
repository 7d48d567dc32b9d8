import type { DeskCall } from '../../../shared/contract';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { agentTexts, agentWords } from '../../texts';
import { callerTexts } from './texts';

/** The number dialled and why this call rings here. */
export function DialledCard({ call }: { call: DeskCall }) {
  const agentId = useDesk().session.agent?.id ?? '';
  const { number } = call;
  return (
    <Card title={callerTexts.dialledNumber}>
      <div style={{ lineHeight: '26px' }}>
        <b style={{ fontSize: 16 }}>{number.dialled}</b> {number.name}
      </div>
      <dl className="facts">
        <dt>{callerTexts.mergeMode}</dt>
        <dd>{number.modeText}</dd>
        <dt>{agentTexts.responsibleUnit}</dt>
        <dd>{number.responsibleUnit || agentTexts.notRegistered}</dd>
        <dt>{callerTexts.whyYou}</dt>
        <dd>{call.why}</dd>
        <dt>{agentTexts.opener}</dt>
        <dd>{agentWords.greeting(agentId)}</dd>
      </dl>
    </Card>
  );
}
