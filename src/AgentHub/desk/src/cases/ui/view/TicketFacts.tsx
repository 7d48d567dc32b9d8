import { categoryText, nameOf } from '../../../shared/core/categories';
import { shortMoment } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { common, kindTexts } from '../../../shared/texts';
import { useDesk, useNow } from '../../../shared/ui/common/deskContext';
import { goTo } from '../../../shared/ui/common/useRoute';
import { caseTexts } from '../../texts';
import { CallerNumber } from './CallerNumber';
import type { PartProps } from './CaseBody';
import { MessagesChoice } from './MessagesChoice';
import { Part } from './Part';

/** What the citizen asked, as the one who listened wrote it down. */
export function TicketFacts({ view, unitName }: PartProps) {
  const reference = useStore(useDesk().reference);
  const now = useNow();
  const { ticket } = view;
  const mergedInto = view.mergedInto;
  return (
    <Part title={caseTexts.form}>
      <p className="fixed-text" data-testid="case-text">
        {ticket.text || caseTexts.noContent}
      </p>
      <dl className="facts case-facts">
        <dt>{caseTexts.requester}</dt>
        <dd>{[ticket.requesterName, kindTexts[ticket.requesterKind]].filter((text) => text !== '').join(' · ')}</dd>
        <dt>{caseTexts.contact}</dt>
        <dd>
          <CallerNumber view={view} />
        </dd>
        {view.extractionCode === null ? null : (
          <>
            <dt>{caseTexts.extractionCode}</dt>
            <dd data-testid="extraction-code">{view.extractionCode}</dd>
          </>
        )}
        <MessagesChoice view={view} />
        <dt>{caseTexts.address}</dt>
        <dd className="caller-text">{ticket.place || caseTexts.notFilled}</dd>
        <dt>{caseTexts.category}</dt>
        <dd>{categoryText(reference.categories, ticket.category) || common.undecided}</dd>
        <dt>{common.dialled}</dt>
        <dd>{ticket.dialled}</dd>
        <dt>{common.registered}</dt>
        <dd>
          {shortMoment(ticket.acceptedAt ?? ticket.createdAt, now)} · {common.agent} {ticket.agentId}
        </dd>
        {view.lead === null && ticket.unit !== null ? (
          <>
            <dt>{caseTexts.suggestedUnit}</dt>
            <dd>{nameOf(reference.units, ticket.unit)}</dd>
          </>
        ) : null}
        {view.accusedUnit === null ? null : (
          <>
            <dt>{caseTexts.accused}</dt>
            <dd>{unitName(view.accusedUnit)}</dd>
          </>
        )}
        <dt>{caseTexts.ruleSet}</dt>
        <dd>{view.ruleSetName}</dd>
        {ticket.summary === '' ? null : (
          <>
            <dt>{caseTexts.summary}</dt>
            <dd className="caller-text">{ticket.summary}</dd>
          </>
        )}
      </dl>
      {mergedInto === null ? null : (
        <p className="row">
          {caseTexts.mergedInto}
          <button type="button" className="link" onClick={() => goTo({ page: 'cases', item: mergedInto })}>
            {caseTexts.openIt}
          </button>
        </p>
      )}
    </Part>
  );
}
