import { Button, Popconfirm } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { OpenSession } from '../shared/contract';
import { shortMoment } from '../shared/core/format';
import { sentenceOf } from '../shared/live/http';
import type { Desk } from '../shared/session/desk';
import { Card } from '../shared/ui/common/Card';
import { accountTexts } from './texts';

/** Where one is signed in; another place can be signed out. */
export function SessionsCard({ desk, now }: { desk: Desk; now: number }) {
  const [open, setOpen] = useState<readonly OpenSession[]>([]);
  const [error, setError] = useState<string | null>(null);
  const read = useCallback(async () => {
    try {
      setOpen(await desk.api.sessions());
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk]);
  useEffect(() => void read(), [read]);
  const end = async (id: string) => {
    try {
      await desk.api.endSession(id);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
    await read();
  };
  return (
    <Card
      title={accountTexts.sessions}
      size="fill"
      flush
      extra={
        error ? (
          <span className="field-error" role="alert">
            {error}
          </span>
        ) : null
      }
    >
      <table className="list">
        <thead>
          <tr>
            <th style={{ width: 130 }}>{accountTexts.address}</th>
            <th>{accountTexts.browser}</th>
            <th style={{ width: 110 }}>{accountTexts.startedAt}</th>
            <th style={{ width: 110 }}>{accountTexts.seenAt}</th>
            <th style={{ width: 84 }}>{accountTexts.end}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((session) => (
            <tr key={session.id} data-testid="open-session">
              <td className="whole">{session.address}</td>
              <td title={session.browser}>{session.browser}</td>
              <td className="whole">{shortMoment(session.startedAt, now)}</td>
              <td className="whole">{shortMoment(session.seenAt, now)}</td>
              <td className="whole">
                {session.current ? (
                  accountTexts.here
                ) : (
                  <Popconfirm
                    title={accountTexts.reallyEnd}
                    description={accountTexts.endEffect}
                    okText={accountTexts.end}
                    cancelText={accountTexts.cancel}
                    onConfirm={() => end(session.id)}
                  >
                    <Button size="small" data-testid="end-session">
                      {accountTexts.end}
                    </Button>
                  </Popconfirm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
