import { type RefCallback, useCallback } from 'react';

/** A player is none of these: its own arrows do not scroll. */
const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

/** What scrolls can be scrolled by keyboard: it takes the focus itself as long as it is too long and nothing inside takes it. */
export function useReach<E extends HTMLElement>(): RefCallback<E> {
  return useCallback((element: E | null) => {
    if (!element) return;
    const own = element.getAttribute('tabindex');
    const look = () => {
      const scrolls = getComputedStyle(element).overflowY === 'auto' && element.scrollHeight > element.clientHeight + 1;
      if (scrolls && element.querySelector(focusable) === null) element.tabIndex = 0;
      else if (own === null) element.removeAttribute('tabindex');
      else element.setAttribute('tabindex', own);
    };
    const sizes = new ResizeObserver(look);
    const contents = new MutationObserver(() => {
      sizes.disconnect();
      sizes.observe(element);
      for (const child of element.children) sizes.observe(child);
      look();
    });
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    contents.observe(element, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, []);
}
