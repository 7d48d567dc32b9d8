import { Button } from 'antd';
import type { DutyCallView } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { useCommand, useDesk, useNow } from '../../../shared/ui/common/deskContext';
import { dutyState } from '../../core/duty';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part } from './Part';

interface Props extends PartProps {
  put(calls: readonly DutyCallView[]): void;
}

/** Whose duty phone is rung for an urgent case, and the keys to go on or to stop. */
export function DutyCalls({ view, unitName, put }: Props) {
  if (view.dutyCalls.length === 0) return null;
  return (
    <Part title={caseTexts.duty}>
      <ul data-testid="duty-calls">
        {view.dutyCalls.map((call) => (
          <Ringing key={call.task} call={call} view={view} name={unitName(call.unit)} put={put} />
        ))}
      </ul>
    </Part>
  );
}

function Ringing({ call, view, name, put }: Omit<Props, 'unitName'> & { call: DutyCallView; name: string }) {
  const now = useNow();
  const desk = useDesk();
  const command = useCommand();
  const direct = (way: 'next' | 'stop') =>
    command.run(async () => put(await desk.api.directDuty(view.id, call.task, way)));
  return (
    <li className="said">
      <span className="row" style={{ flexWrap: 'wrap' }}>
        <b>{name}</b>
        <span role="status">{dutyState(call, (at) => shortMoment(at, now))}</span>
        {view.mayDirectDuty && call.live ? (
          <>
            <Button size="small" loading={command.busy} onClick={() => void direct('next')}>
              {caseTexts.dutyNext}
            </Button>
            <Button size="small" loading={command.busy} onClick={() => void direct('stop')}>
              {caseTexts.dutyStop}
            </Button>
          </>
        ) : null}
      </span>
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
    </li>
  );
}
