import { Button, Pagination, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { TicketListView, TicketState } from '../shared/contract';
import { nameOf } from '../shared/core/categories';
import { cut, shortMoment } from '../shared/core/format';
import { ticketNumber } from '../shared/core/ticketNumber';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { common, ticketStates } from '../shared/texts';
import { useDesk, useNow, usePage } from '../shared/ui/common/deskContext';
import { LimitedInput } from '../shared/ui/common/LimitedText';
import { goTo, useRoute } from '../shared/ui/common/useRoute';
import { TicketDetail } from '../shared/ui/ticket/TicketDetail';
import { listTexts } from './texts';

/** The server reads no more of a query. */
const longestQuery = 100;

/** Find a ticket by its number, the caller's whole number, or words of its text. */
export function TicketsPage({ item: ticketId }: { item: string | null }) {
  const desk = useDesk();
  const now = useNow();
  const reference = useStore(desk.reference);
  const searchable = usePage((page) => page.view?.database !== false);
  const { search = {} } = useRoute();
  const asked = askedOf(search);
  const [query, setQuery] = useState(asked.query);
  const ask = (wish: { query: string; state: string; page: number }) =>
    goTo({ page: 'tickets', item: ticketId, search: { ...wish, page: wish.page > 1 ? String(wish.page) : '' } });
  const [found, setFound] = useState<TicketListView | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    if (!searchable) return;
    let gone = false;
    desk.api.tickets(asked.query, asked.state === '' ? null : asked.state, asked.page).then(
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
  }, [desk, asked.query, asked.state, asked.page, searchable]);
  const open = (id: string) => goTo({ page: 'tickets', item: id, search });
  return (
    <main className={ticketId ? 'main tickets with-detail' : 'main tickets'}>
      <section className="card fill list-card" aria-label={common.findTickets}>
        <form
          className="row search-row"
          onSubmit={(event) => {
            event.preventDefault();
            ask({ ...asked, query: query.trim(), page: 1 });
          }}
        >
          <LimitedInput
            data-testid="search-box"
            maxLength={longestQuery}
            aria-label={common.findTickets}
            allowClear
            style={{ maxWidth: 420 }}
            value={query}
            disabled={!searchable}
            placeholder={listTexts.searchHow}
            onChange={(event) => setQuery(event.target.value)}
          />
          <Select
            aria-label={common.state}
            style={{ width: 128 }}
            value={asked.state}
            disabled={!searchable}
            options={[
              { value: '', label: listTexts.allStates },
              ...Object.entries(ticketStates).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(state: string) => ask({ ...asked, state, page: 1 })}
          />
          <Button type="primary" htmlType="submit" disabled={!searchable} data-testid="search">
            {listTexts.find}
          </Button>
          {searchable ? null : <span className="meta second">{listTexts.searchAway}</span>}
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
          <span className="spacer" />
          {found ? (
            <span className="small muted">
              {found.capped
                ? listTexts.firstOfMore(found.total)
                : `${listTexts.total} ${found.total} ${listTexts.pieces}`}
            </span>
          ) : null}
        </form>
        <div className="middle flush">
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 168 }}>{listTexts.ticketNumber}</th>
                <th style={{ width: 112 }}>{common.state}</th>
                {ticketId ? null : (
                  <th className="wide-only" style={{ width: 72 }}>
                    {common.type}
                  </th>
                )}
                <th>{listTexts.title}</th>
                <th style={{ width: 124 }}>{common.caller}</th>
                <th className="wide-only" style={{ width: 72 }}>
                  {common.dialled}
                </th>
                {ticketId ? null : (
                  <th className="wide-only" style={{ width: 190 }}>
                    {listTexts.unit}
                  </th>
                )}
                <th style={{ width: 104 }}>{common.registered}</th>
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
                  <td className="whole">{ticketNumber(ticket)}</td>
                  <td className="whole">
                    <span className="tag">{ticket.stateText}</span>
                  </td>
                  {ticketId ? null : (
                    <td className="wide-only">
                      {nameOf(reference.demandTypes, ticket.demandType) || common.undecided}
                    </td>
                  )}
                  <td className="caller-text" title={ticket.title}>
                    {cut(ticket.title) || common.noTitle}
                  </td>
                  <td className="whole">{ticket.caller}</td>
                  <td className="whole wide-only">{ticket.dialled}</td>
                  {ticketId ? null : (
                    <td className="wide-only" title={nameOf(reference.units, ticket.unit)}>
                      {nameOf(reference.units, ticket.unit) || common.undecided}
                    </td>
                  )}
                  <td className="whole">{shortMoment(ticket.createdAt, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {found?.items.length === 0 ? (
            <p className="empty">{asked.query ? listTexts.nothingFound(asked.query) : common.noTickets}</p>
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
              onChange={(page) => ask({ ...asked, page })}
            />
          </footer>
        ) : null}
      </section>
      {ticketId ? (
        <TicketDetail
          key={ticketId}
          ticketId={ticketId}
          onClose={() => goTo({ page: 'tickets', item: null, search })}
        />
      ) : null}
    </main>
  );
}

function askedOf(search: Readonly<Record<string, string>>): { query: string; state: TicketState | ''; page: number } {
  const state = search.state !== undefined && search.state in ticketStates ? (search.state as TicketState) : '';
  return { query: search.query ?? '', state, page: Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1) };
}
