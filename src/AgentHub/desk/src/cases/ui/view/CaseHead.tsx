import { Button } from 'antd';
import type { CaseView } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { caseTexts } from '../../texts';
import { CaseTags } from './CaseTags';
import { DuePill } from './DuePill';

/** What the case is called, its state, and what presses most. */
export function CaseHead({ view, onClose }: { view: CaseView; onClose(): void }) {
  const { units, demandTypes } = useStore(useDesk().reference);
  const pressing = [...view.timers]
    .filter((timer) => timer.due !== null && timer.timer !== 'return')
    .sort((one, other) => Date.parse(one.due ?? '') - Date.parse(other.due ?? ''))[0];
  return (
    <header className="case-head">
      <div className="row">
        <h2 className="caller-text" tabIndex={-1} data-part="case-heading" data-testid="case-heading">
          {view.title || common.noTitle}
        </h2>
        <span className="spacer" />
        {pressing ? <DuePill due={pressing.due} timer={pressing.timer} warnsAt={pressing.warnsAt} /> : null}
        <Button size="small" data-testid="close-case" onClick={onClose}>
          {common.closeIt}
        </Button>
      </div>
      <p className="row case-line">
        <span className="tag blue" data-testid="case-state" data-state={view.state}>
          {view.stateText}
        </span>
        <span className="tag">{nameOf(demandTypes, view.demandType) || common.undecided}</span>
        <CaseTags item={view} />
        <span className="nowrap second" data-testid="case-number">
          {view.number ?? common.noNumber}
        </span>
        <span className="second">{nameOf(units, view.lead) || caseTexts.noUnit}</span>
      </p>
    </header>
  );
}
