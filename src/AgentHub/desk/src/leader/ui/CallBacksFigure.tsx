import { Button, Popconfirm, Popover } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { CallBackView } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { common } from '../../shared/texts';
import { useCommand, useDesk, useNow } from '../../shared/ui/common/deskContext';
import { MaskedNumber } from '../../shared/ui/common/MaskedNumber';
import { floorTexts } from '../texts';

const everySoOften = 15_000;

/** Calls to be returned: callers who pressed 1 instead of waiting on. The list stays open until each was called. */
export function CallBacksFigure() {
  const desk = useDesk();
  const [due, setDue] = useState<CallBackView[] | null>(null);
  const [away, setAway] = useState(false);
  const read = useCallback(async () => {
    try {
      setDue(await desk.api.callBacks());
      setAway(false);
    } catch {
      setAway(true);
    }
  }, [desk]);

  useEffect(() => {
    void read();
    const timer = window.setInterval(() => void read(), everySoOften);
    return () => window.clearInterval(timer);
  }, [read]);

  return (
    <Popover
      content={<CallBackList due={due ?? []} onDone={read} />}
      trigger={['click']}
      placement="bottomRight"
      onOpenChange={(open) => void (open && read())}
    >
      <button type="button" className="figure" data-testid="call-backs">
        <div className="meta second">
          {floorTexts.callBacks} {away ? floorTexts.notRead : floorTexts.openToDo}
        </div>
        <b>{due?.length ?? '—'}</b>
        {common.people}
        <span className="hidden-text">{floorTexts.openList}</span>
      </button>
    </Popover>
  );
}

function CallBackList({ due, onDone }: { due: CallBackView[]; onDone(): Promise<void> }) {
  const now = useNow();
  if (due.length === 0) return <p className="empty">{floorTexts.noCallBacks}</p>;
  return (
    <ul className="call-backs" aria-label={floorTexts.callBackList}>
      {due.map((one) => (
        <CallBackRow key={one.callId} one={one} now={now} onDone={onDone} />
      ))}
    </ul>
  );
}

function CallBackRow({ one, now, onDone }: { one: CallBackView; now: number; onDone(): Promise<void> }) {
  const desk = useDesk();
  const command = useCommand();
  const done = async () => {
    await command.run(() => desk.api.calledBack(one.callId));
    await onDone();
  };
  return (
    <li className="piece" data-testid="call-back">
      <div className="row">
        <MaskedNumber
          callId={one.callId}
          caller={{ masked: one.caller, withheld: false, area: null }}
          hidden={null}
          purpose={floorTexts.callBack}
        />
        <span className="spacer" />
        <Popconfirm
          title={floorTexts.reallyCalledBack}
          description={floorTexts.calledBackEffect}
          okText={floorTexts.confirmCalledBack}
          cancelText={floorTexts.notYet}
          onConfirm={() => void done()}
        >
          <Button data-testid="called-back" loading={command.busy}>
            {floorTexts.calledBack}
          </Button>
        </Popconfirm>
      </div>
      <div className="small second">
        {common.dialled} {one.dialled} {one.name} {floorTexts.waitedSince} {since(one.queuedAt ?? one.askedAt, now)}
      </div>
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
    </li>
  );
}
