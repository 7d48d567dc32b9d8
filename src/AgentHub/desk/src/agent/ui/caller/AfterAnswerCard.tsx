import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useWorkplace } from '../useWorkplace';

export function AfterAnswerCard() {
  const drafts = useStore(useWorkplace().draftList)?.length ?? 0;
  return (
    <Card title="接听后" size="fill">
      <p className="meta second">工单草稿会自动打开，随写随存。</p>
      {drafts > 0 ? (
        <p className="meta second">
          没写完的 <b>{drafts} 份草稿</b>保留在“待我完成”。
        </p>
      ) : null}
    </Card>
  );
}
