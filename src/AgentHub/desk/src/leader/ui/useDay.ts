import { useEffect, useState } from 'react';
import type { DayView } from '../../shared/contract';
import { useDesk } from '../../shared/ui/common/deskContext';

const everySoOften = 15_000;

/** The day so far, read again every little while; `away` where the last time failed. */
export function useDay(): { day: DayView | null; away: boolean } {
  const desk = useDesk();
  const [day, setDay] = useState<DayView | null>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    let gone = false;
    const read = () =>
      desk.api.day().then(
        (view) => {
          if (gone) return;
          setDay(view);
          setAway(false);
        },
        () => !gone && setAway(true),
      );
    void read();
    const timer = window.setInterval(() => void read(), everySoOften);
    return () => {
      gone = true;
      window.clearInterval(timer);
    };
  }, [desk]);
  return { day, away };
}
