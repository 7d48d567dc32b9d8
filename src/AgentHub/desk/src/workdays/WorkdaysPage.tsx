import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CalendarView } from '../shared/contract';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { Card } from '../shared/ui/common/Card';
import { useDesk } from '../shared/ui/common/deskContext';
import { FilePicker } from '../shared/ui/common/FilePicker';
import { ChangePane, type Wanted } from './ChangePane';
import { withDay, yearOfFile } from './core/year';
import { DayEditor } from './DayEditor';
import { History } from './History';
import { workdaysTexts } from './texts';
import { YearGrid } from './YearGrid';

const lookAgainAfter = 2000;
const nothing: Wanted = { days: [], file: null, undo: null };

/** The calendar of working days, for the system's administrator: a year, and changes that are tried before they are made. */
export function WorkdaysPage() {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const [view, setView] = useState<CalendarView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Wanted>(nothing);
  const [chosen, setChosen] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const read = useCallback(
    async (year: number | null) => {
      try {
        setView(await desk.api.calendar(year));
        setError(null);
      } catch (thrown) {
        setError(sentenceOf(thrown));
      }
    },
    [desk],
  );
  useEffect(() => void read(null), [read]);
  const counting = view?.changes.some(({ done }) => !done) ?? false;
  useEffect(() => {
    if (!counting || !view) return;
    const timer = setTimeout(() => void read(view.year), lookAgainAfter);
    return () => clearTimeout(timer);
  }, [counting, view, read]);
  const taken = async (file: File | undefined) => {
    if (!file) return;
    const year = yearOfFile(file.name);
    if (year === null) setError(workdaysTexts.wrongName);
    else {
      setError(null);
      setWanted({ ...nothing, file: { year, text: await file.text(), name: file.name } });
    }
  };
  if (!view)
    return (
      <main className="main single">
        <p className="empty" role="status">
          {error ?? <span className="skeleton" />}
        </p>
      </main>
    );
  const shown = chosen.startsWith(`${view.year}`) ? chosen : `${view.year}-01-01`;
  return (
    <main className="main workdays">
      <Card
        title={workdaysTexts.year(view.year)}
        aside={<span className="small muted">{view.covered ? view.notice : workdaysTexts.notCovered}</span>}
        size="fill"
        testId="calendar-year"
        extra={
          <>
            <Button size="small" data-testid="former-year" onClick={() => void read(view.year - 1)}>
              {workdaysTexts.former}
            </Button>
            <Button size="small" data-testid="next-year" onClick={() => void read(view.year + 1)}>
              {workdaysTexts.next}
            </Button>
            <Button size="small" data-testid="import-year" onClick={() => picker.current?.click()}>
              {workdaysTexts.importIt}
            </Button>
            {view.covered ? (
              <Button size="small" data-testid="export-year" href={desk.api.calendarUrl(view.year)}>
                {workdaysTexts.exportIt}
              </Button>
            ) : null}
            <FilePicker
              picker={picker}
              accept=".csv,text/csv"
              label={workdaysTexts.importIt}
              testId="year-file"
              onChosen={(file) => void taken(file)}
            />
          </>
        }
      >
        <p className={alarmClass[view.alarm]} role="status" data-testid="calendar-alarm">
          {view.alarmText}
        </p>
        <YearGrid year={view.year} days={view.days} changed={wanted.days} chosen={shown} onChoose={setChosen} />
      </Card>
      <div className="stack">
        <Card title={workdaysTexts.change} size="shrink" testId="calendar-edit">
          {error ? (
            <p className="field-error" role="alert">
              {error}
            </p>
          ) : null}
          {chosen === shown && view.covered ? (
            <DayEditor
              key={shown}
              date={shown}
              days={view.days}
              changed={wanted.days}
              onSet={(day) => setWanted({ ...nothing, days: withDay(wanted.days, day, view.days) })}
            />
          ) : (
            <p className="small muted">{workdaysTexts.pick}</p>
          )}
          <ChangePane
            key={view.seen}
            seen={view.seen}
            wanted={wanted}
            now={now}
            onClear={() => setWanted(nothing)}
            onRemove={(date) => setWanted({ ...wanted, days: wanted.days.filter((day) => day.date !== date) })}
            onMade={(made) => {
              setView(made);
              setWanted(nothing);
            }}
          />
        </Card>
        <Card title={workdaysTexts.history} size="fill" flush>
          <History changes={view.changes} now={now} onUndo={(no) => setWanted({ ...nothing, undo: no })} />
        </Card>
      </div>
    </main>
  );
}

const alarmClass: Record<CalendarView['alarm'], string> = {
  none: 'small muted',
  expected: 'note blue',
  warning: 'note amber',
  critical: 'note red',
};
