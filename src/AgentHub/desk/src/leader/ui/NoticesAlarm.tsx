import { useEffect, useState } from 'react';
import { useDesk } from '../../shared/ui/common/deskContext';
import { Icon } from '../../shared/ui/common/Icon';
import { goTo } from '../../shared/ui/common/useRoute';
import { floorTexts } from '../texts';

const everySoOften = 30_000;

/** Notices that nobody could deliver: said until somebody sends them again or gives them up. */
export function NoticesAlarm() {
  const desk = useDesk();
  const [dead, setDead] = useState(0);
  useEffect(() => {
    const read = async () => {
      try {
        setDead((await desk.api.noticeCounts()).dead);
      } catch {
        // That the server is away is said elsewhere; what was known stays.
      }
    };
    void read();
    const timer = window.setInterval(() => void read(), everySoOften);
    return () => window.clearInterval(timer);
  }, [desk]);
  if (dead === 0) return null;
  return (
    <p className="floor-notice" role="status" data-testid="dead-notices">
      <Icon name="warn" /> {floorTexts.deadNotices(dead)}{' '}
      <button type="button" className="link" onClick={() => goTo({ page: 'notices', item: null })}>
        {floorTexts.lookAtNotices}
      </button>
    </p>
  );
}
