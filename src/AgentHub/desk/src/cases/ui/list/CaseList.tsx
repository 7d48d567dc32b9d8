import { Button, Pagination } from 'antd';
import type { CaseListView, CaseQueue, CaseQueueCount, Role } from '../../../shared/contract';
import { clockTime } from '../../../shared/core/format';
import { usePage } from '../../../shared/ui/common/deskContext';
import { Icon } from '../../../shared/ui/common/Icon';
import { useReach } from '../../../shared/ui/common/useReach';
import { queueTexts } from '../../core/texts';
import { type CaseWish, toQueue } from '../../core/wish';
import { caseTexts } from '../../texts';
import { CaseFilters } from './CaseFilters';
import { CaseRow } from './CaseRow';
import { useRowKeys } from './useRowKeys';

interface Props {
  queue: CaseQueue | null;
  count: CaseQueueCount | null;
  wish: CaseWish;
  list: CaseListView | null;
  readAt: number | null;
  error: string | null;
  loading: boolean;
  roles: readonly Role[];
  open: string | null;
  onAsk(wish: CaseWish): void;
  onOpen(id: string): void;
  onRefresh(): void;
}

/** One page of the list that is shown, the most pressing first. */
export function CaseList(props: Props) {
  const { queue, count, wish, list, readAt, error, loading, roles, open, onAsk, onOpen, onRefresh } = props;
  const away = usePage((page) => page.view?.database === false);
  const middle = useReach<HTMLDivElement>();
  const { first, onKeyDown } = useRowKeys(list?.items ?? [], open);
  return (
    <section className="card fill list-card" aria-label={caseTexts.list}>
      <div className="row search-row">
        <h2 className="case-list-name">{queue === null ? caseTexts.list : queueTexts[queue].name}</h2>
        <span className="small muted">{list ? caseTexts.total(list.total) : ''}</span>
        <span className="spacer" />
        <span className="small muted">{readAt === null ? '' : caseTexts.readAt(clockTime(readAt))}</span>
        <Button size="small" data-testid="refresh-cases" onClick={onRefresh}>
          <Icon name="again" size="small" />
          {caseTexts.again}
        </Button>
        {queue ? <CaseFilters queue={queue} count={count} wish={wish} roles={roles} onAsk={onAsk} /> : null}
      </div>
      {away || error ? (
        <p className="note amber" role="status" style={{ margin: 8 }}>
          {away ? caseTexts.databaseAway : error}
          {list ? ` · ${caseTexts.stale}` : ''}
        </p>
      ) : null}
      <div className="middle flush" ref={middle}>
        {list && list.items.length > 0 ? (
          <div role="listbox" aria-label={caseTexts.list} className="case-rows" onKeyDown={onKeyDown}>
            {list.items.map((item) => (
              <CaseRow
                key={item.id}
                item={item}
                open={item.id === open}
                reachable={item.id === first}
                onOpen={() => onOpen(item.id)}
              />
            ))}
          </div>
        ) : null}
        {list?.items.length === 0 && queue ? (
          <Nothing queue={queue} wish={wish} total={list.total} onAsk={onAsk} />
        ) : null}
        {loading ? (
          <p className="empty">
            <span className="skeleton" />
          </p>
        ) : null}
      </div>
      <footer>
        <span className="small muted wide-only">{caseTexts.keys}</span>
        <span className="spacer" />
        {list && list.total > list.pageSize ? (
          <Pagination
            size="small"
            current={list.page}
            pageSize={list.pageSize}
            total={list.total}
            showSizeChanger={false}
            onChange={(page) => onAsk({ ...wish, page })}
          />
        ) : null}
      </footer>
    </section>
  );
}

/** Why nothing is there, and the way on. */
function Nothing({
  queue,
  wish,
  total,
  onAsk,
}: {
  queue: CaseQueue;
  wish: CaseWish;
  total: number;
  onAsk: Props['onAsk'];
}) {
  if (total > 0)
    return (
      <p className="empty">
        {caseTexts.pageGone}
        <Button size="small" onClick={() => onAsk({ ...wish, page: 1 })}>
          {caseTexts.toFirstPage}
        </Button>
      </p>
    );
  const filtered = wish.due !== 'all' || wish.state !== '' || wish.unit !== '' || wish.confidential;
  return (
    <p className="empty" data-testid="no-cases">
      {filtered ? caseTexts.emptyFiltered : queueTexts[queue].empty}
      {filtered ? (
        <Button size="small" onClick={() => onAsk(toQueue(queue))}>
          {caseTexts.clearFilters}
        </Button>
      ) : null}
    </p>
  );
}
