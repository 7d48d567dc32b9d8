import { missingTexts } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { stampOf } from '../../core/draft';
import { recordedOf } from '../../core/recorded';
import { missingFields } from '../../core/submit';
import type { DraftEntry } from '../../work/draftKeeper';

/** What is done and what is still missing, before anything is refused. */
export function PreSubmitCheck({ entry }: { entry: DraftEntry }) {
  const { ticket, draft, detail } = entry;
  const recorded = recordedOf(ticket, useDesk().session.agent?.id ?? '') !== null;
  const missing = recorded ? [] : missingFields(draft.values, detail);
  const stamp = stampOf(draft);
  const saved = stamp === 'saved' || stamp === 'untouched';
  return (
    <Card title="提交前检查" testId="pre-submit-check">
      <p className="check good">
        <Icon name="tick" size="small" />
        通话记录{ticket?.recording ? '、录音' : ''}已关联到这件工单
      </p>
      <p className={saved ? 'check good' : 'check open'}>
        <Icon name={saved ? 'tick' : 'warn'} size="small" />
        {saved ? '草稿已存在服务器' : stamp === 'refused' ? '草稿没有保存' : '草稿还在上传'}
      </p>
      {missing.map((field) => (
        <p key={field} className="check open">
          <Icon name="warn" size="small" />
          {missingTexts[field]}
        </p>
      ))}
      {missing.length === 0 ? (
        <p className="check good">
          <Icon name="tick" size="small" />
          {recorded ? '结果已记录' : '必填项齐全，可以提交'}
        </p>
      ) : null}
    </Card>
  );
}
