import { Button } from 'antd';
import { nameOf } from '../../../shared/core/categories';
import { since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';

export function BreakCard() {
  const desk = useDesk();
  const now = useNow();
  const command = useCommand();
  const reasons = useStore(desk.reference).breakReasons;
  const agent = usePage((page) => page.view?.agent ?? null);
  const usable = usePage((page) => page.link.state === 'up' && page.view !== null && !page.view.replaced);
  const onBreak = agent?.state === 'break';
  return (
    <Card title="小休与用餐" extra={onBreak ? <span className="small muted">已 {since(agent.since, now)}</span> : null}>
      {onBreak ? (
        <p className="meta" style={{ marginBottom: 8 }}>
          正在{nameOf(reasons, agent.reason)}，不会派来电话
        </p>
      ) : null}
      <div className="breaks">
        {onBreak ? (
          <Button
            type="primary"
            disabled={!usable}
            loading={command.busy}
            onClick={() => void command.run(() => desk.setState('ready'))}
          >
            回到示闲
          </Button>
        ) : (
          reasons.map((reason) => (
            <Button
              key={reason.code}
              size="small"
              disabled={!usable || command.busy}
              onClick={() => void command.run(() => desk.setState('break', reason.code))}
            >
              {reason.name}
            </Button>
          ))
        )}
      </div>
      {reasons.length === 0 && !onBreak ? <p className="meta muted">小休原因还没有取到</p> : null}
      {usable ? null : (
        <p className="small second" style={{ marginTop: 6 }}>
          与服务器断开，暂不能改变状态
        </p>
      )}
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
    </Card>
  );
}
