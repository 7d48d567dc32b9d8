import { useEffect } from 'react';

/** What opens over the page and takes the focus with it when it goes. */
const popups = '.ant-popover, .ant-dropdown, .ant-select-dropdown, .ant-modal-root, .ant-drawer';

/**
 * The focus is never nowhere. What held it may go, be hidden or be dimmed while it is used: a key that did its work, a popup that was
 * closed. Then it goes back to what is nearest to it and still there; for a popup, to what had it before.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    let path: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(popups)) path = pathOf(target);
    };
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const next = path.find(takesFocus) ?? document.querySelector<HTMLElement>('main');
        if (next?.matches('main:not([tabindex])')) next.tabIndex = -1;
        next?.focus({ preventScroll: true });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'class', 'style', 'hidden'],
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', look);
    look();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', look);
    };
  }, []);
}

function pathOf(innermost: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let element: HTMLElement | null = innermost; element; element = element.parentElement) path.push(element);
  return path;
}

function takesFocus(element: HTMLElement): boolean {
  if (!element.isConnected || element === document.body || element.matches(':disabled')) return false;
  return (element.tabIndex >= 0 || element.hasAttribute('tabindex')) && element.getClientRects().length > 0;
}
