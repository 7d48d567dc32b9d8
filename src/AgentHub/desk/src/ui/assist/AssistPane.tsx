import { useStore } from '../../app/store';
import { useDesk, usePage } from '../common/deskContext';
import { HintsCard } from './HintsCard';
import { KnowledgeSearch } from './KnowledgeSearch';
import { NumberCard } from './NumberCard';
import { PreSubmitCheck } from './PreSubmitCheck';

/** What helps beside the work. Until the knowledge base exists: facts of the number, words to say, what is missing. */
export function AssistPane() {
  const desk = useDesk();
  const live = usePage((page) => page.view?.call ?? null);
  const draftId = usePage((page) => page.workspace.draftId);
  // A ring over a draft being written leaves the panes as they are.
  const call = live?.state === 'ringing' && draftId !== null ? null : live;
  const book = useStore(desk.drafts.book);
  const ended = call?.state === 'ended';
  const checked = ended ? call.ticketId : call === null ? draftId : null;
  const entry = book.entries[checked ?? ''];
  return (
    <>
      {entry ? <PreSubmitCheck entry={entry} /> : <KnowledgeSearch />}
      {call ? <NumberCard number={call.number} /> : null}
      <HintsCard
        state={call?.state ?? null}
        outcome={entry?.detail.outcome ?? null}
        agentId={desk.session.agent?.id ?? ''}
      />
    </>
  );
}
