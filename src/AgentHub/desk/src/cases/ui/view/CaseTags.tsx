import type { CaseSummary } from '../../../shared/contract';
import { urgencyTexts } from '../../../shared/texts';
import { Icon } from '../../../shared/ui/common/Icon';
import { caseTexts } from '../../texts';

/** What sets a case apart from the usual one. */
export function CaseTags({ item }: { item: CaseSummary }) {
  return (
    <>
      {item.urgency === 'normal' ? null : <span className="tag amber">{urgencyTexts[item.urgency]}</span>}
      {item.confidential ? (
        <span className="tag violet">
          <Icon name="lock" size="small" />
          {caseTexts.confidentialTag}
        </span>
      ) : null}
      {item.restricted ? <span className="tag violet">{caseTexts.restricted}</span> : null}
      {item.round > 0 ? <span className="tag amber">{caseTexts.redone(item.round)}</span> : null}
      {item.urgings > 0 ? <span className="tag amber">{caseTexts.urged(item.urgings)}</span> : null}
      {item.supervisions > 0 ? <span className="tag amber">{caseTexts.supervised(item.supervisions)}</span> : null}
      {item.overdueCauses.includes('dispatch') ? <span className="tag outline">{caseTexts.dispatchedLate}</span> : null}
      {item.overdueCauses.some((cause) => cause !== 'dispatch') ? (
        <span className="tag outline">{caseTexts.everLate}</span>
      ) : null}
    </>
  );
}
