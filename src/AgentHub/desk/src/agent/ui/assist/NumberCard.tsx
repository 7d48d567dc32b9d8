import type { DialledNumber } from '../../../shared/contract';
import { Card } from '../../../shared/ui/common/Card';
import { agentTexts, modeMeanings } from '../../texts';
import { ModeTag } from '../common/ModeTag';
import { assistTexts } from './texts';

/** What the number dialled means for the one who answers. */
export function NumberCard({ number }: { number: DialledNumber }) {
  return (
    <Card title={assistTexts.howToAccept(number.dialled)} extra={<ModeTag number={number} />}>
      <p className="say">{modeMeanings[number.mode]}</p>
      <dl className="facts" style={{ marginTop: 6 }}>
        <dt>{agentTexts.responsibleUnit}</dt>
        <dd>{number.responsibleUnit || agentTexts.notRegistered}</dd>
        <dt>{assistTexts.remark}</dt>
        <dd>{number.remark || assistTexts.none}</dd>
      </dl>
    </Card>
  );
}
