import { type KeyboardEvent, useRef } from 'react';
import type { CalendarDayForm, CalendarDayView } from '../shared/contract';
import { markOf, monthsOf, moved } from './core/year';
import { lookSigns, lookWords, workdaysTexts } from './texts';

interface Props {
  year: number;
  days: readonly CalendarDayView[];
  changed: readonly CalendarDayForm[];
  chosen: string;
  onChoose(date: string): void;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months. One day is in the order of Tab; the arrows go from there. */
export function YearGrid({ year, days, changed, chosen, onChoose }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, date: string) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = moved(date, step);
    onChoose(to);
    grid.current?.querySelector<HTMLButtonElement>(`[data-date="${to}"]`)?.focus();
  };
  return (
    <div className="months" ref={grid}>
      {monthsOf(year).map(({ month, weeks }) => (
        <table key={month} className="month" aria-label={workdaysTexts.month(month)}>
          <caption>{workdaysTexts.month(month)}</caption>
          <thead>
            <tr>
              {workdaysTexts.weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((date, place) => {
                  if (date === null) return <td key={`${month}-${workdaysTexts.weekdays[place]}`} />;
                  const { look, name, changed: isChanged } = markOf(date, days, changed);
                  const said = workdaysTexts.dayOf(date, lookWords[look], name);
                  return (
                    <td key={date}>
                      <button
                        type="button"
                        className={`day ${look}${isChanged ? ' changed' : ''}${date === chosen ? ' chosen' : ''}`}
                        data-date={date}
                        tabIndex={date === chosen ? 0 : -1}
                        aria-pressed={date === chosen}
                        title={said}
                        onClick={() => onChoose(date)}
                        onKeyDown={(event) => move(event, date)}
                      >
                        {Number(date.slice(8))}
                        <small>{lookSigns[look]}</small>
                        <span className="hidden-text">
                          {isChanged ? ` ${said} ${workdaysTexts.toChange}` : ` ${said}`}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
