import type { DeskCall } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { cut, shortMoment } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { outcomeTexts, words } from '../../../shared/texts';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk, useNow } from '../../../shared/ui/common/deskContext';
import { useHistoryMark } from '../caller/useHistoryMark';
import { useWorkplace } from '../useWorkplace';

/** While it rings: is it about something that is already there? */
export function PopPane({ call }: { call: DeskCall }) {
  const desk = useDesk();
  const work = useWorkplace();
  const now = useNow();
  const known = useStore(work.history);
  const units = useStore(desk.reference).units;
  const types = useStore(desk.reference).demandTypes;
  const mine = known?.callId === call.id ? known : null;
  const history = mine?.history ?? null;
  useHistoryMark(call.id, history);
  const retry = mine?.error ? (
    <p className="empty">
      {mine.error}
      <button type="button" className="link" onClick={() => void work.loadHistory(call.id)}>
        再试一次
      </button>
    </p>
  ) : null;
  return (
    <>
      <Card
        title={
          <>
            相关工单 <span className="count">{history?.tickets.length ?? '–'}</span>
          </>
        }
        size="fill"
        flush
        testId="history-tickets"
        extra={<span className="small muted">先问：是不是这几件的事？</span>}
      >
        {retry ??
          (history?.tickets.length === 0 ? (
            <p className="empty">{words.noOpenTickets}</p>
          ) : (
            <table className="list two-line">
              <thead>
                <tr>
                  <th style={{ width: 74 }}>类型</th>
                  <th>事项 · 承办单位</th>
                  <th style={{ width: 112 }}>状态</th>
                  <th style={{ width: 116 }}>登记</th>
                </tr>
              </thead>
              <tbody>
                {history?.tickets.map((ticket) => (
                  <tr key={ticket.id}>
                    <td className="whole">
                      <span className="tag">{nameOf(types, ticket.demandType) || '未定'}</span>
                    </td>
                    <td>
                      <b title={ticket.title}>{cut(ticket.title) || '（未填标题）'}</b>
                      <div className="small muted cut">
                        {ticket.number ?? '尚无编号'} · {nameOf(units, ticket.unit) || '未定单位'}
                      </div>
                    </td>
                    <td className="whole">{ticket.stateText}</td>
                    <td className="whole">{shortMoment(ticket.createdAt, now)}</td>
                  </tr>
                )) ?? <Skeletons rows={3} columns={4} />}
              </tbody>
            </table>
          ))}
      </Card>
      <Card
        title={
          <>
            历次来电 <span className="count">{history?.calls.length ?? '–'}</span>
          </>
        }
        size="fill"
        flush
        testId="history-calls"
      >
        {retry ??
          (history?.calls.length === 0 ? (
            <p className="empty">{words.firstCall}</p>
          ) : (
            <table className="list">
              <thead>
                <tr>
                  <th style={{ width: 108 }}>时间</th>
                  <th style={{ width: 150 }}>拨打号码</th>
                  <th>内容</th>
                  <th style={{ width: 72 }}>座席</th>
                  <th style={{ width: 112 }}>结果</th>
                </tr>
              </thead>
              <tbody>
                {history?.calls.map((earlier) => (
                  <tr key={earlier.id}>
                    <td className="whole">{shortMoment(earlier.at, now)}</td>
                    <td title={earlier.name}>
                      {earlier.dialled} {earlier.name}
                    </td>
                    <td className="caller-text" title={earlier.title}>
                      {cut(earlier.title)}
                    </td>
                    <td>{earlier.agentId ?? '未接'}</td>
                    <td className="whole">
                      {earlier.outcome ? (
                        <span className="tag blue">{outcomeTexts[earlier.outcome].name}</span>
                      ) : (
                        <span className="muted">无结果</span>
                      )}
                    </td>
                  </tr>
                )) ?? <Skeletons rows={4} columns={5} />}
              </tbody>
            </table>
          ))}
      </Card>
    </>
  );
}

/** Rows of the final height while the history is on its way. */
function Skeletons({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else.
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <td key={column}>
          <span className="skeleton" />
        </td>
      ))}
    </tr>
  ));
}
