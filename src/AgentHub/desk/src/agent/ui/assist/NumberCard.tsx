import type { DialledNumber } from '../../../shared/contract';
import { modeMeanings } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { ModeTag } from '../common/ModeTag';

/** What the number dialled means for the one who answers. */
export function NumberCard({ number }: { number: DialledNumber }) {
  return (
    <Card title={`${number.dialled} 怎样受理`} extra={<ModeTag number={number} />}>
      <p className="say">{modeMeanings[number.mode]}</p>
      <dl className="facts" style={{ marginTop: 6 }}>
        <dt>责任单位</dt>
        <dd>{number.responsibleUnit || '未登记'}</dd>
        <dt>备注</dt>
        <dd>{number.remark || '无'}</dd>
      </dl>
    </Card>
  );
}
