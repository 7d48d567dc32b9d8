import { Popover } from 'antd';
import type { TruthView } from '../../shared/contract';
import { clockTime } from '../../shared/core/format';

/** 对账: how often floor, telephone system and ledger differed today and were made to agree, and when they were last compared. */
export function TruthFigure({ truth }: { truth: TruthView }) {
  const when = truth.lookedAt === null ? '尚未核对' : clockTime(truth.lookedAt);
  const kinds = truth.kinds.map((kind) => `${kind.text} ${kind.count} 处`);
  const said = kinds.length === 0 ? '每分钟与电话系统、话单和台账核对一次，今日全部一致' : kinds.join('；');
  return (
    <Popover content={said} trigger={['hover', 'focus', 'click']}>
      <button
        type="button"
        className="figure"
        data-testid="truth"
        aria-label={`对账，今日纠正 ${truth.today} 处。${said}`}
      >
        <div className="meta second">对账 · {when}</div>
        <b>{truth.today}</b>处已纠正
      </button>
    </Popover>
  );
}
