import { Button, Checkbox, Pagination, Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { DeliveryState, NoticeChannel, NoticeCountsView, NoticeListView } from '../shared/contract';
import { channelTexts, deliveryStateTexts } from '../shared/core/texts';
import { sentenceOf } from '../shared/live/http';
import { useDesk } from '../shared/ui/common/deskContext';
import { useReach } from '../shared/ui/common/useReach';
import { goTo, useRoute } from '../shared/ui/common/useRoute';
import {
  filterOf,
  mayBeGivenUp,
  mayBeSentAgain,
  type NoticeFilter,
  pickedOf,
  searchOf,
  shownChannels,
  shownStates,
  toggled,
} from './core/selection';
import { NoticeKeys } from './NoticeKeys';
import { NoticeRow } from './NoticeRow';
import { noticeTexts } from './texts';

/** What went out of the house about tickets, or did not: what nobody could deliver waits here for somebody. */
export function NoticesPage() {
  const desk = useDesk();
  const { search } = useRoute();
  const filter = filterOf(search);
  const { state, channel, page } = filter;
  const [list, setList] = useState<NoticeListView | null>(null);
  const [counts, setCounts] = useState<NoticeCountsView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const middle = useReach<HTMLDivElement>();
  const read = useCallback(async () => {
    try {
      const [found, known] = await Promise.all([
        desk.api.notices({ state, channel, page: String(page) }),
        desk.api.noticeCounts(),
      ]);
      setList(found);
      setCounts(known);
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk, state, channel, page]);
  useEffect(() => {
    setPicked(new Set());
    void read();
  }, [read]);

  const ask = (change: Partial<NoticeFilter>) =>
    goTo({ page: 'notices', item: null, search: searchOf({ ...filter, page: 1, ...change }) });
  const items = list?.items ?? [];
  const pickable = items.filter((item) => mayBeSentAgain(item) || mayBeGivenUp(item)).map(({ id }) => id);
  const moved = async (count: number) => {
    setDone(count);
    setPicked(new Set());
    await read();
  };
  const notSetUp = counts?.notSetUp ?? [];
  return (
    <main className="main tickets">
      <section className="card fill list-card" aria-label={noticeTexts.notices}>
        <div className="row search-row">
          <Select<DeliveryState>
            style={{ width: 120 }}
            aria-label={noticeTexts.state}
            data-testid="notice-state"
            value={filter.state}
            options={shownStates.map((value) => ({ value, label: deliveryStateTexts[value] }))}
            onChange={(next) => ask({ state: next })}
          />
          <Select<NoticeChannel | ''>
            style={{ width: 120 }}
            aria-label={noticeTexts.channel}
            data-testid="notice-channel"
            value={filter.channel}
            options={[
              { value: '', label: noticeTexts.anyChannel },
              ...shownChannels.map((value) => ({ value, label: channelTexts[value] })),
            ]}
            onChange={(next) => ask({ channel: next })}
          />
          <span className="small muted">{list ? noticeTexts.total(list.total) : ''}</span>
          <span className="spacer" />
          <span className="small" role="status" data-testid="notices-done">
            {done === null ? '' : noticeTexts.done(done)}
          </span>
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
          <NoticeKeys
            again={pickedOf(items, picked, mayBeSentAgain)}
            giveUp={pickedOf(items, picked, mayBeGivenUp)}
            onMoved={moved}
          />
          <Button data-testid="notices-refresh" onClick={() => void read()}>
            {noticeTexts.refresh}
          </Button>
        </div>
        {notSetUp.length > 0 ? (
          <p className="note amber" role="status" style={{ margin: 8 }} data-testid="not-set-up">
            {noticeTexts.notSetUp(notSetUp.map((one) => channelTexts[one]).join(noticeTexts.comma))}
          </p>
        ) : null}
        <div className="middle flush" ref={middle}>
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 40 }}>
                  <Checkbox
                    aria-label={noticeTexts.pickAll}
                    data-testid="pick-all"
                    disabled={pickable.length === 0}
                    checked={pickable.length > 0 && pickable.every((id) => picked.has(id))}
                    onChange={({ target }) => setPicked(toggled(picked, pickable, target.checked))}
                  />
                </th>
                <th style={{ width: 110 }}>{noticeTexts.at}</th>
                <th style={{ width: 150 }}>{noticeTexts.ticket}</th>
                <th style={{ width: 110 }}>{noticeTexts.happened}</th>
                <th>{noticeTexts.whom}</th>
                <th style={{ width: 52 }}>{noticeTexts.channelHead}</th>
                <th>{noticeTexts.reason}</th>
                <th style={{ width: 56 }}>{noticeTexts.attempts}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <NoticeRow
                  key={item.id}
                  item={item}
                  pickable={pickable.includes(item.id)}
                  picked={picked.has(item.id)}
                  onPick={(on) => setPicked(toggled(picked, [item.id], on))}
                />
              ))}
            </tbody>
          </table>
          {list && items.length === 0 ? (
            <p className="empty" data-testid="no-notices">
              {noticeTexts.nothing}
            </p>
          ) : null}
        </div>
        <footer>
          <span className="spacer" />
          {list && list.total > list.pageSize ? (
            <Pagination
              size="small"
              current={list.page}
              pageSize={list.pageSize}
              total={list.total}
              showSizeChanger={false}
              onChange={(next) => ask({ page: next })}
            />
          ) : null}
        </footer>
      </section>
    </main>
  );
}
