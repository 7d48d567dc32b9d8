import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { stampOf } from '../../core/draft';
import { recordedOf } from '../../core/recorded';
import { missingFields } from '../../core/submit';
import { missingTexts } from '../../texts';
import type { DraftEntry } from '../../work/draftKeeper';
import { assistTexts } from './texts';

/** What is done and what is still missing, before anything is refused. */
export function PreSubmitCheck({ entry }: { entry: DraftEntry }) {
  const { ticket, draft, detail } = entry;
  const recorded = recordedOf(ticket, useDesk().session.agent?.id ?? '') !== null;
  const missing = recorded ? [] : missingFields(draft.values, detail);
  const stamp = stampOf(draft);
  const saved = stamp === 'saved' || stamp === 'untouched';
  return (
    <Card title={assistTexts.preSubmitCheck} testId="pre-submit-check">
      <p className="check good">
        <Icon name="tick" size="small" />
        {assistTexts.callRecord}
        {ticket?.recording ? assistTexts.andRecording : ''}
        {assistTexts.belongsToTicket}
      </p>
      <p className={saved ? 'check good' : 'check open'}>
        <Icon name={saved ? 'tick' : 'warn'} size="small" />
        {saved
          ? assistTexts.draftOnServer
          : stamp === 'refused'
            ? assistTexts.draftNotSaved
            : assistTexts.draftUploading}
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
          {recorded ? assistTexts.outcomeRecorded : assistTexts.complete}
        </p>
      ) : null}
    </Card>
  );
}
