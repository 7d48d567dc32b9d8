import { Button, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { TrailEntry, TrailVerdict } from '../shared/contract';
import { shortMoment } from '../shared/core/format';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { useDesk } from '../shared/ui/common/deskContext';
import { useReach } from '../shared/ui/common/useReach';
import { auditTexts } from './texts';

const all = { who: '', action: '', subject: '', result: '' };

/** The audit, for its auditor: read, looked through, exported, and checked whether anything was changed. */
export function AuditPage() {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const [filter, setFilter] = useState(all);
  const [entries, setEntries] = useState<readonly TrailEntry[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<TrailVerdict | null>(null);
  const [error, setError] = useState<string | null>(null);
  const middle = useReach<HTMLDivElement>();
  const read = useCallback(
    async (asked: typeof all, before: number | null, known: readonly TrailEntry[]) => {
      try {
        const found = await desk.api.audit(asked, before);
        setEntries([...known, ...found.items]);
        setNext(found.next);
        setError(null);
      } catch (thrown) {
        setError(sentenceOf(thrown));
      }
    },
    [desk],
  );
  useEffect(() => void read(all, null, []), [read]);
  const verify = async () => {
    try {
      setVerdict(await desk.api.verifyAudit());
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  };
  const field = (name: keyof typeof all) => (
    <Input
      data-testid={`audit-${name}`}
      aria-label={auditTexts[name]}
      placeholder={auditTexts[name]}
      allowClear
      style={{ width: 120 }}
      value={filter[name]}
      onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
    />
  );
  return (
    <main className="main tickets">
      <section className="card fill list-card" aria-label={auditTexts.audit}>
        <form
          className="row search-row"
          onSubmit={(event) => {
            event.preventDefault();
            void read(filter, null, []);
          }}
        >
          {field('who')}
          {field('action')}
          {field('subject')}
          {field('result')}
          <Button type="primary" htmlType="submit" data-testid="audit-find">
            {auditTexts.find}
          </Button>
          <span className="spacer" />
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
          {verdict ? (
            <span
              className={verdict.faults.length > 0 ? 'field-error' : 'small'}
              role="status"
              data-testid="audit-verdict"
            >
              {verdict.faults.length > 0 ? auditTexts.broken(verdict.faults.length) : auditTexts.whole(verdict.count)}
            </span>
          ) : null}
          <Button data-testid="audit-verify" onClick={() => void verify()}>
            {auditTexts.verify}
          </Button>
          <Button data-testid="audit-export" href={desk.api.auditUrl(filter)}>
            {auditTexts.export}
          </Button>
        </form>
        <div className="middle flush" ref={middle}>
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 64 }}>{auditTexts.seq}</th>
                <th style={{ width: 110 }}>{auditTexts.at}</th>
                <th style={{ width: 64 }}>{auditTexts.who}</th>
                <th style={{ width: 130 }}>{auditTexts.action}</th>
                <th style={{ width: 130 }}>{auditTexts.subject}</th>
                <th style={{ width: 90 }}>{auditTexts.result}</th>
                <th>{auditTexts.detail}</th>
              </tr>
            </thead>
            <tbody>
              {(entries ?? []).map((entry) => (
                <tr key={entry.seq} data-testid="audit-entry">
                  <td className="whole">{entry.seq}</td>
                  <td className="whole">{shortMoment(entry.at, now)}</td>
                  <td title={entry.who}>{entry.who}</td>
                  <td title={entry.action}>{entry.action}</td>
                  <td title={entry.subject}>{entry.subject}</td>
                  <td title={entry.result}>{entry.result}</td>
                  <td title={`${entry.address} ${entry.purpose} ${entry.detail}`}>
                    {[entry.purpose, entry.detail].filter((text) => text !== '').join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {entries?.length === 0 ? <p className="empty">{auditTexts.nothing}</p> : null}
          {next !== null ? (
            <p className="empty">
              <Button size="small" data-testid="audit-more" onClick={() => void read(filter, next, entries ?? [])}>
                {auditTexts.more}
              </Button>
            </p>
          ) : null}
        </div>
      </section>
    </main>
  );
}
