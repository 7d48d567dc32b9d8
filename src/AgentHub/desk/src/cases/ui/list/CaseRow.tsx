import type { CaseSummary } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { cut } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { caseTexts } from '../../texts';
import { CaseTags } from '../view/CaseTags';
import { DuePill } from '../view/DuePill';

interface Props {
  item: CaseSummary;
  open: boolean;
  /** The one row that the Tab key comes to. */
  reachable: boolean;
  onOpen(): void;
}

export function CaseRow({ item, open, reachable, onOpen }: Props) {
  const { units, demandTypes } = useStore(useDesk().reference);
  const unit = nameOf(units, item.lead) || caseTexts.noUnit;
  const type = nameOf(demandTypes, item.demandType);
  return (
    <div
      role="option"
      aria-selected={open}
      tabIndex={reachable ? 0 : -1}
      className={open ? 'case-row on' : 'case-row'}
      data-testid="case-row"
      data-case={item.id}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <div className="case-first">
        <span className="case-title cut caller-text" title={item.title}>
          {type === '' ? null : <span className="tag">{type}</span>} {cut(item.title) || common.noTitle}
        </span>
        <DuePill due={item.dueAt} timer={item.dueTimer} />
      </div>
      <div className="case-second">
        <span className="case-meta cut" title={`${item.number ?? common.noNumber} ${unit}`}>
          <span className="nowrap">{item.number ?? common.noNumber}</span> · {unit}
        </span>
        <span className="case-state">
          <CaseTags item={item} />
          <span className="nowrap">{item.stateText}</span>
        </span>
      </div>
    </div>
  );
}
