import { Popover } from 'antd';
import type { TruthView } from '../../shared/contract';
import { clockTime } from '../../shared/core/format';
import { floorTexts } from '../texts';

/** How often floor, telephone system and ledger differed today and were made to agree, and when they were last compared. */
export function TruthFigure({ truth }: { truth: TruthView }) {
  const when = truth.lookedAt === null ? floorTexts.notCompared : clockTime(truth.lookedAt);
  const kinds = truth.kinds.map((kind) => floorTexts.placesOf(kind.text, kind.count));
  const said = kinds.length === 0 ? floorTexts.allAgree : kinds.join(floorTexts.semicolon);
  return (
    <Popover content={said} trigger={['hover', 'focus', 'click']}>
      <button type="button" className="figure" data-testid="truth">
        <div className="meta second">
          {floorTexts.truth} {when}
        </div>
        <b>{truth.today}</b>
        {floorTexts.mended}
        <span className="hidden-text">
          {floorTexts.comma}
          {said}
        </span>
      </button>
    </Popover>
  );
}
