import { Button, Input, Pagination, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketPage, TicketState } from '../shared/contract';
import { nameOf } from '../shared/core/categories';
import { cut, shortMoment } from '../shared/core/format';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { ticketStates } from '../shared/texts';
import { useDesk, useNow, usePage } from '../shared/ui/common/deskContext';
import { goTo } from '../shared/ui/common/useRoute';
import { TicketDetail } from './TicketDetail';

/** Find a ticket by its number, the caller's whole number, or words of its text. */
export function TicketsPage({ ticketId }: { ticketId: string | null }) {
  const desk = useDesk();
  const now = useNow();
  const reference = useStore(desk.reference);
  const searchable = usePage((page) => page.view?.database !== false);
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState({ query: '', state: null as TicketState | null, page: 1 });
  const [found, setFound] = useState<TicketPage | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    if (!searchable) return;
    let gone = false;
    desk.api.tickets(asked.query, asked.state, asked.page).then(
      (page) => {
        if (!gone) {
          setFound(page);
          setError(null);
        }
      },
      (thrown: unknown) => {
        if (!gone) setError(sentenceOf(thrown));
      },
    );
    return () => {
      gone = true;
    };
  }, [desk, asked, searchable]);
  const open = (id: string) => goTo({ page: 'tickets', ticketId: id });
  return (
    <main className="main" style={{ gridTemplateColumns: ticketId ? 'minmax(0, 1fr) 440px' : 'minmax(0, 1fr)' }}>
      <section className="card fill" aria-label="查找工单">
        <form
          className="row"
          style={{ padding: '10px 12px', borderBottom: '1px solid var(--line2)' }}
          onSubmit={(event) => {
            event.preventDefault();
            setAsked({ ...asked, query: query.trim(), page: 1 });
          }}
        >
          <Input
            data-testid="search-box"
            aria-label="查找工单"
            allowClear
            style={{ maxWidth: 420 }}
            value={query}
            disabled={!searchable}
            placeholder="工单编号、来电完整号码，或内容中的词"
            onChange={(event) => setQuery(event.target.value)}
          />
          <Select
            aria-label="状态"
            style={{ width: 128 }}
            value={asked.state ?? ''}
            disabled={!searchable}
            options={[
              { value: '', label: '全部状态' },
              ...Object.entries(ticketStates).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(state: string) =>
              setAsked({ ...asked, state: state === '' ? null : (state as TicketState), page: 1 })
            }
          />
          <Button type="primary" htmlType="submit" disabled={!searchable} data-testid="search">
            查找
          </Button>
          {searchable ? null : <span className="meta second">数据库暂不可用，恢复后可以查找</span>}
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
          <span className="spacer" />
          {found ? <span className="small muted">共 {found.total} 件</span> : null}
        </form>
        <div className="middle flush">
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 168 }}>工单编号</th>
                <th style={{ width: 112 }}>状态</th>
                {ticketId ? null : <th style={{ width: 72 }}>类型</th>}
                <th>标题</th>
                <th style={{ width: 124 }}>来电人</th>
                <th style={{ width: 72 }}>拨打</th>
                {ticketId ? null : <th style={{ width: 190 }}>承办单位</th>}
                <th style={{ width: 104 }}>登记</th>
              </tr>
            </thead>
            <tbody>
              {found?.items.map((ticket) => (
                <tr
                  key={ticket.id}
                  className={ticket.id === ticketId ? 'pick on' : 'pick'}
                  data-testid="ticket-row"
                  tabIndex={0}
                  onClick={() => open(ticket.id)}
                  onKeyDown={(event) => event.key === 'Enter' && open(ticket.id)}
                >
                  <td className="whole">{ticket.number ?? '尚无编号'}</td>
                  <td className="whole">
                    <span className="tag">{ticket.stateText}</span>
                  </td>
                  {ticketId ? null : <td>{nameOf(reference.demandTypes, ticket.demandType) || '未定'}</td>}
                  <td className="caller-text" title={ticket.title}>
                    {cut(ticket.title) || '（未填标题）'}
                  </td>
                  <td className="whole">{ticket.caller}</td>
                  <td className="whole">{ticket.dialled}</td>
                  {ticketId ? null : (
                    <td title={nameOf(reference.units, ticket.unit)}>
                      {nameOf(reference.units, ticket.unit) || '未定'}
                    </td>
                  )}
                  <td className="whole">{shortMoment(ticket.createdAt, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {found?.items.length === 0 ? (
            <p className="empty">{asked.query ? `没有找到“${asked.query}”。换个词，或核对编号` : '还没有工单'}</p>
          ) : null}
          {found === null && !error ? (
            <p className="empty">
              <span className="skeleton" />
            </p>
          ) : null}
        </div>
        {found && found.total > found.pageSize ? (
          <footer>
            <span className="spacer" />
            <Pagination
              size="small"
              current={found.page}
              pageSize={found.pageSize}
              total={found.total}
              showSizeChanger={false}
              onChange={(page) => setAsked({ ...asked, page })}
            />
          </footer>
        ) : null}
      </section>
      {ticketId ? <TicketDetail key={ticketId} ticketId={ticketId} /> : null}
    </main>
  );
}
