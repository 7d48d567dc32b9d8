import { useEffect } from 'react';
import type { FloorView } from '../../shared/contract';
import { since } from '../../shared/core/format';
import { useDesk, useNow } from '../../shared/ui/common/deskContext';
import { Icon } from '../../shared/ui/common/Icon';
import { alarmOf } from '../core/floor';
import { floorTexts } from '../texts';

/** Callers wait and nobody is ready: said at the top, with one tone when it begins. */
export function Alarm({ floor }: { floor: FloorView }) {
  const desk = useDesk();
  const now = useNow();
  const alarm = alarmOf(floor);
  const on = alarm !== null;
  useEffect(() => {
    if (on) desk.ringer.lowTone();
  }, [desk, on]);
  if (!alarm) return null;
  return (
    <p className="floor-notice urgent" role="alert" data-testid="floor-alarm">
      <Icon name="warn" /> {floorTexts.nobodyReady(alarm.waiting)}
      <span aria-hidden="true"> {floorTexts.longest(since(alarm.since, now))}</span>
    </p>
  );
}
