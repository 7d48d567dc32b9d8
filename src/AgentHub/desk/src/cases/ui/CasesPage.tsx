import { useMemo, useState } from 'react';
import { worksOnCases } from '../../shared/session/desk';
import { useDesk } from '../../shared/ui/common/deskContext';
import { goTo, useRoute } from '../../shared/ui/common/useRoute';
import { type CaseWish, queueFor, searchOf, toQueue, wishOf } from '../core/wish';
import { caseTexts } from '../texts';
import { CaseList } from './list/CaseList';
import { NoticeList } from './list/NoticeList';
import { QueueList } from './list/QueueList';
import { useCaseCounts } from './useCaseCounts';
import { useCaseList } from './useCaseList';
import { useDeskNotices } from './useDeskNotices';
import { CasePane } from './view/CasePane';

/** Whoever works on cases has lists; an agent comes to one case from its ticket. */
export function CasesPage({ item }: { item: string | null }) {
  return worksOnCases(useDesk().session) ? <Workspace item={item} /> : <OneCase item={item} />;
}

/** His lists, one of them, and a case with what he may do about it. */
function Workspace({ item }: { item: string | null }) {
  const desk = useDesk();
  const { search } = useRoute();
  const wish = useMemo(() => wishOf(search), [search]);
  const { counts, error: countsError, revision, refresh } = useCaseCounts();
  const queue = queueFor(wish, counts);
  const told = useDeskNotices();
  const [noticesShown, setNoticesShown] = useState(false);
  const { list, error, readAt } = useCaseList(queue, wish, revision);
  const ask = (next: CaseWish, id: string | null = item) =>
    goTo({ page: 'cases', item: id, search: searchOf({ ...next, number: '', queue: next.queue ?? queue }) });
  const listed = list?.items.find(({ id }) => id === item)?.version ?? null;
  return (
    <main className={item ? 'main cases with-detail' : 'main cases'}>
      <QueueList
        counts={counts}
        shown={queue}
        unread={told.unread}
        noticesShown={noticesShown}
        onPick={(next) => {
          setNoticesShown(false);
          ask(toQueue(next));
        }}
        onNotices={() => setNoticesShown(true)}
      />
      {noticesShown ? (
        <NoticeList
          notices={told.notices}
          error={told.error}
          open={item}
          onOpen={(notice) => {
            told.read([notice]);
            ask(wish, notice.ticket);
          }}
          onReadAll={() => told.read(told.notices ?? [])}
        />
      ) : (
        <CaseList
          queue={queue}
          count={counts?.queues.find((one) => one.queue === queue) ?? null}
          wish={wish}
          list={list}
          readAt={readAt}
          error={error ?? countsError}
          loading={list === null && !(error ?? countsError)}
          roles={desk.session.agent?.roles ?? []}
          open={item}
          onAsk={(next) => ask(next)}
          onOpen={(id) => ask(wish, id)}
          onRefresh={refresh}
        />
      )}
      {item ? (
        <CasePane
          key={item}
          id={item}
          number={wish.number}
          listed={listed}
          onChanged={refresh}
          onClose={() => ask(wish, null)}
        />
      ) : null}
    </main>
  );
}

function OneCase({ item }: { item: string | null }) {
  const { search } = useRoute();
  const { number } = wishOf(search);
  const back = () => goTo({ page: 'tickets', item });
  return (
    <main className="main cases one-case">
      {item ? (
        <CasePane key={item} id={item} number={number} listed={null} onChanged={() => undefined} onClose={back} />
      ) : (
        <section className="card fill" aria-label={caseTexts.case}>
          <p className="empty">{caseTexts.fromTicket}</p>
        </section>
      )}
    </main>
  );
}
