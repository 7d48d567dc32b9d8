import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useWorkplace } from '../useWorkplace';
import { callerTexts } from './texts';

export function AfterAnswerCard() {
  const drafts = useStore(useWorkplace().draftList)?.total ?? 0;
  return (
    <Card title={callerTexts.afterAnswer} size="fill">
      <p className="meta second">{callerTexts.draftOpens}</p>
      {drafts > 0 ? (
        <p className="meta second">
          {callerTexts.unfinished}{' '}
          <b>
            {drafts} {callerTexts.draftCount}
          </b>
          {callerTexts.keptInMine}
        </p>
      ) : null}
    </Card>
  );
}
