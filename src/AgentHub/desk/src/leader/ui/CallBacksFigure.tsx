import { Button, Popconfirm, Popover } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { CallBack } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { useCommand, useDesk, useNow } from '../../shared/ui/common/deskContext';
import { MaskedNumber } from '../../shared/ui/common/MaskedNumber';

const everySoOften = 15_000;

/** 待回拨: callers who pressed 1 instead of waiting on. The list stays open until each was called. */
export function CallBacksFigure() {
  const desk = useDesk();
  const [due, setDue] = useState<CallBack[] | null>(null);
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
      <button
        type="button"
        className="figure"
        data-testid="call-backs"
        aria-label={`待回拨 ${due?.length ?? '未知'}，打开列表`}
      >
        <div className="meta second">待回拨 · {away ? '暂时读不到' : '点开处理'}</div>
        <b>{due?.length ?? '—'}</b>人
      </button>
    </Popover>
  );
}

function CallBackList({ due, onDone }: { due: CallBack[]; onDone(): Promise<void> }) {
  const now = useNow();
  if (due.length === 0) return <p className="empty">没有等待回拨的市民</p>;
  return (
    <ul className="call-backs" aria-label="待回拨的市民">
      {due.map((one) => (
        <CallBackRow key={one.callId} one={one} now={now} onDone={onDone} />
      ))}
    </ul>
  );
}

function CallBackRow({ one, now, onDone }: { one: CallBack; now: number; onDone(): Promise<void> }) {
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
          purpose="回拨"
        />
        <span className="spacer" />
        <Popconfirm
          title="已经和这位市民通过话了？"
          description="确认后从名单中移去，并留痕"
          okText="确已回拨"
          cancelText="还没有"
          onConfirm={() => void done()}
        >
          <Button data-testid="called-back" loading={command.busy}>
            已回拨
          </Button>
        </Popconfirm>
      </div>
      <div className="small second">
        拨打 {one.dialled} {one.name} · 已等 {since(one.queuedAt ?? one.askedAt, now)}
      </div>
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
    </li>
  );
}
