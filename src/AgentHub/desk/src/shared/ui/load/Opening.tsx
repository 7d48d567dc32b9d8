import { useEffect, useState } from 'react';
import { common } from '../../texts';

/** Below this nobody notices that something is loaded, and a word that flashes is worse than none. */
const patience = 200;

/** The place of a page that is on its way. */
export function Opening() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), patience);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <p className="empty" role="status" data-testid="opening">
      {shown ? common.opening : ''}
    </p>
  );
}
