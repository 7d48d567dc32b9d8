import { useEffect, useRef } from 'react';
import { actionOf, type KeyAction } from '../../core/keys';

type Handlers = Partial<Record<KeyAction, () => void>>;

/** One listener for the page's keys. A key that means something here never reaches the browser's own menu. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === null) return;
      const handler = latest.current[action];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
