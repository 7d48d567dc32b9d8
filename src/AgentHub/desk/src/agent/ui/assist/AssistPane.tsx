import { useStore } from '../../../shared/session/store';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { TicketDetail } from '../../../shared/ui/ticket/TicketDetail';
import { isOpenFor } from '../../core/followUp';
import { needsReason } from '../../core/submit';
import { useWorkplace } from '../useWorkplace';
import { FollowUp } from './FollowUp';
import { HintsCard } from './HintsCard';
import { KnowledgeSearch } from './KnowledgeSearch';
import { NumberCard } from './NumberCard';
import { PreSubmitCheck } from './PreSubmitCheck';
import { ScopeCard } from './ScopeCard';

/** What helps beside the work. Until the knowledge base exists: facts of the number, words to say, what is missing. */
export function AssistPane() {
  const desk = useDesk();
  const work = useWorkplace();
  const live = usePage((page) => page.view?.call ?? null);
  const draftId = usePage((page) => page.workspace.draftId);
  // A ring over a draft being written leaves the panes as they are.
  const call = live?.state === 'ringing' && draftId !== null ? null : live;
  const book = useStore(work.drafts.book);
  const beside = useStore(work.beside);
  const ended = call?.state === 'ended';
  const checked = ended ? call.ticketId : call === null ? draftId : null;
  const entry = book.entries[checked ?? ''];
  const inCall = call !== null && call.state !== 'ringing' && !ended;
  const begun = inCall ? book.entries[call.ticketId]?.detail : undefined;
  // The words for a reason that was chosen are to be read whole; what else could be said has to wait.
  const reading = needsReason(begun?.outcome ?? null) && begun?.reasonCode != null;
  if (beside !== null) {
    return (
      <TicketDetail
        key={beside}
        ticketId={beside}
        onClose={() => work.beside.set(null)}
        footer={(ticket, reload) =>
          call && isOpenFor(ticket, call) ? (
            <FollowUp key={call.id} ticket={ticket} call={call} onChanged={reload} />
          ) : null
        }
      />
    );
  }
  return (
    <>
      {entry ? <PreSubmitCheck entry={entry} /> : reading ? null : <KnowledgeSearch />}
      {inCall ? <ScopeCard ticketId={call.ticketId} reading={reading} /> : null}
      {call ? <NumberCard number={call.number} /> : null}
      {reading ? null : (
        <HintsCard
          state={call?.state ?? null}
          outcome={entry?.detail.outcome ?? null}
          agentId={desk.session.agent?.id ?? ''}
        />
      )}
    </>
  );
}
