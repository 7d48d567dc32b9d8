import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { CalendarDayForm, CalendarDayView, DayMarkKind } from '../shared/contract';
import { isWeekend, markOf } from './core/year';
import { kindWords, lookWords, workdaysTexts } from './texts';

interface Props {
  date: string;
  days: readonly CalendarDayView[];
  changed: readonly CalendarDayForm[];
  onSet(day: CalendarDayForm): void;
}

/** What the chosen day is to become. */
export function DayEditor({ date, days, changed, onSet }: Props) {
  const now = markOf(date, days, changed);
  const kinds: DayMarkKind[] = isWeekend(date) ? ['off', 'work', 'plain'] : ['off', 'plain'];
  const [kind, setKind] = useState<DayMarkKind>(now.look === 'off' || now.look === 'work' ? now.look : 'plain');
  const [name, setName] = useState(now.name);
  return (
    <form
      className="day-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSet({ date, kind, name: kind === 'plain' ? '' : name.trim() });
      }}
    >
      <b>{workdaysTexts.dayOf(date, lookWords[now.look], now.name)}</b>
      <Radio.Group
        aria-label={workdaysTexts.kind}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={kinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <div className="row">
        <Input
          data-testid="day-name"
          aria-label={workdaysTexts.name}
          placeholder={workdaysTexts.name}
          maxLength={40}
          disabled={kind === 'plain'}
          value={kind === 'plain' ? '' : name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" data-testid="set-day" disabled={kind !== 'plain' && name.trim() === ''}>
          {workdaysTexts.set}
        </Button>
      </div>
    </form>
  );
}
