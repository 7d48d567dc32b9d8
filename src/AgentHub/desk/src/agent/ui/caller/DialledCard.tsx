import type { DeskCall } from '../../../shared/contract';
import { words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';

/** The number dialled and why this call rings here. */
export function DialledCard({ call }: { call: DeskCall }) {
  const agentId = useDesk().session.agent?.id ?? '';
  const { number } = call;
  return (
    <Card title="拨打的号码">
      <div style={{ lineHeight: '26px' }}>
        <b style={{ fontSize: 16 }}>{number.dialled}</b> {number.name}
      </div>
      <dl className="facts">
        <dt>归并方式</dt>
        <dd>{number.modeText}</dd>
        <dt>责任单位</dt>
        <dd>{number.responsibleUnit || '未登记'}</dd>
        <dt>为何给您</dt>
        <dd>{call.why}</dd>
        <dt>开场</dt>
        <dd>{words.greeting(agentId)}</dd>
      </dl>
    </Card>
  );
}
