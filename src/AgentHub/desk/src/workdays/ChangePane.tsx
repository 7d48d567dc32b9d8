import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { CalendarDayForm, CalendarForm, CalendarTrialView, CalendarView } from '../shared/contract';
import { words } from '../shared/texts';
import { useCommand, useDesk } from '../shared/ui/common/deskContext';
import { Trial } from './Trial';
import { kindWords, workdaysTexts } from './texts';

/** What is to be changed: days, or a file, or an earlier change taken back. */
export interface Wanted {
  days: CalendarDayForm[];
  file: { year: number; text: string; name: string } | null;
  undo: number | null;
}

interface Props {
  seen: number;
  wanted: Wanted;
  now: number;
  onClear(): void;
  onRemove(date: string): void;
  onMade(view: CalendarView): void;
}

/** A change on its way: what it is, why, what it would do, and then that it is made. */
export function ChangePane({ seen, wanted, now, onClear, onRemove, onMade }: Props) {
  const desk = useDesk();
  const command = useCommand();
  const [reason, setReason] = useState('');
  const [trial, setTrial] = useState<CalendarTrialView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trial is of what was wanted then, so it goes when that changes
  useEffect(() => setTrial(null), [wanted]);
  if (wanted.days.length === 0 && wanted.file === null && wanted.undo === null) return null;
  const form: CalendarForm = {
    seen,
    reason: reason.trim(),
    days: wanted.days.length > 0 ? wanted.days : null,
    file: wanted.file === null ? null : { year: wanted.file.year, text: wanted.file.text },
    undo: wanted.undo,
  };
  const why = trial === null ? workdaysTexts.tryFirst : reason.trim() === '' ? workdaysTexts.reasonFirst : '';
  return (
    <div className="change-pane" data-testid="change-pane">
      <b>
        {wanted.file
          ? workdaysTexts.file(wanted.file.name)
          : wanted.undo === null
            ? workdaysTexts.days(wanted.days.length)
            : workdaysTexts.undoing(wanted.undo)}
      </b>
      <ul className="wanted">
        {wanted.days.map((day) => (
          <li key={day.date} className="row">
            {day.date} {kindWords[day.kind]} {day.name}
            <span className="spacer" />
            <Button size="small" aria-label={`${workdaysTexts.remove} ${day.date}`} onClick={() => onRemove(day.date)}>
              {workdaysTexts.remove}
            </Button>
          </li>
        ))}
      </ul>
      <label className="small" htmlFor="calendar-reason">
        {workdaysTexts.reason}
      </label>
      <Input
        id="calendar-reason"
        data-testid="calendar-reason"
        placeholder={workdaysTexts.reasonHint}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {command.error ? (
        <p className="field-error" role="alert">
          {command.error}
        </p>
      ) : null}
      {trial ? <Trial trial={trial} now={now} /> : null}
      <div className="row">
        <Button onClick={onClear}>{workdaysTexts.clear}</Button>
        <span className="spacer" />
        <span className="small">{why}</span>
        <Button
          data-testid="try-change"
          loading={command.busy && trial === null}
          onClick={() => void command.run(async () => setTrial(await desk.api.tryCalendar(form)))}
        >
          {workdaysTexts.tryIt}
        </Button>
        <Button
          type="primary"
          data-testid="make-change"
          disabled={why !== '' || command.busy}
          onClick={() => void command.run(async () => onMade(await desk.api.changeCalendar(form)))}
        >
          {command.busy ? words.submitting : workdaysTexts.make}
        </Button>
      </div>
    </div>
  );
}
