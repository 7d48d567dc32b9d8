import { Button } from 'antd';
import { wallDay, wallMoment } from '../../../shared/core/moment';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { caseTexts } from '../../texts';
import type { InputProps } from './FieldInput';

/** A moment on the city's clock, or a day: the browser's own field, which knows keyboards and screen readers. */
export function MomentInput({ id, field, value, describedBy, invalid, onChange }: InputProps) {
  const desk = useDesk();
  const ofDay = field.kind === 'day';
  return (
    <span className="row">
      <input
        id={id}
        className="ant-input moment-input"
        type={ofDay ? 'date' : 'datetime-local'}
        aria-describedby={describedBy || undefined}
        aria-invalid={invalid || undefined}
        {...(ofDay ? { min: wallDay(desk.serverNow()) } : {})}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
      />
      {ofDay ? null : (
        <Button size="small" onClick={() => onChange(wallMoment(desk.serverNow()))}>
          {caseTexts.now}
        </Button>
      )}
    </span>
  );
}
