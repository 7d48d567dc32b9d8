import { Button } from 'antd';
import { nameOf } from '../../../shared/core/categories';
import { since } from '../../../shared/core/format';
import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useCommand, useDesk, useNow, usePage } from '../../../shared/ui/common/deskContext';
import { agentTexts } from '../../texts';
import { callerTexts } from './texts';

export function BreakCard() {
  const desk = useDesk();
  const now = useNow();
  const command = useCommand();
  const reasons = useStore(desk.reference).breakReasons;
  const agent = usePage((page) => page.view?.agent ?? null);
  const usable = usePage((page) => page.link.state === 'up' && page.view !== null && !page.view.replaced);
  const onBreak = agent?.state === 'break';
  return (
    <Card
      title={callerTexts.breaks}
      extra={
        onBreak ? (
          <span className="small muted">
            {callerTexts.already} {since(agent.since, now)}
          </span>
        ) : null
      }
    >
      {onBreak ? (
        <p className="meta" style={{ marginBottom: 8 }}>
          {callerTexts.atPresent}
          {nameOf(reasons, agent.reason)}
          {callerTexts.noCallsNow}
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
            {callerTexts.backToReady}
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
      {reasons.length === 0 && !onBreak ? <p className="meta muted">{callerTexts.noBreakReasons}</p> : null}
      {usable ? null : (
        <p className="small second" style={{ marginTop: 6 }}>
          {agentTexts.cannotChangeState}
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
