// What is wrong with the page as it is laid out now, one sentence each: keys that lie on each other, are cut off, cannot be reached or
// lose part of their words, and text that is cut without a way to read it. What can be scrolled into view is there.
() => {
  const slack = 1;
  const found = [];
  const name = element => {
    const id = element.dataset.testid ?? element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 24);
    const look = [...element.classList].filter(part => !/^(ant|css|hl)-/.test(part));
    return `${[element.tagName.toLowerCase(), ...look].join('.')} "${id}"`;
  };
  const inside = (outer, inner) => outer !== inner && outer.contains(inner);
  const hiddenOnPurpose = element => element.closest('.hidden-text, .skip-links, [aria-hidden="true"], [inert], .ant-select-dropdown, .category-list, .ant-message');
  // What opens over the page covers what is under it, and is meant to.
  const popups = '.category-list, .ant-popover, .ant-dropdown, .ant-drawer, .ant-modal-root';
  const over = (upper, lower) => upper.closest('.ant-message') !== null || (upper.closest(popups) !== null && lower.closest(popups) === null);
  const shown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible' && !hiddenOnPurpose(element);
  const scrolls = (style, axis) => ['auto', 'scroll'].includes(style[`overflow${axis}`]);
  const clips = (style, axis) => style[`overflow${axis}`] !== 'visible';

  // Cut with an ellipsis, and whole in the title.
  const told = element => getComputedStyle(element).textOverflow === 'ellipsis' && Boolean(element.closest('[title]') ?? element.querySelector('[title]'));

  // What is left of an element's box, and what of it no scrolling brings back.
  const visible = element => {
    const box = element.getBoundingClientRect();
    const view = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    const lost = { X: false, Y: false };
    let scrollsX = false;
    let scrollsY = false;
    for (let parent = element.parentElement; parent && getComputedStyle(element).position !== 'fixed'; parent = parent.parentElement) {
      const style = getComputedStyle(parent);
      const edge = parent.getBoundingClientRect();
      scrollsX ||= scrolls(style, 'X') || told(parent);
      scrollsY ||= scrolls(style, 'Y');
      if (clips(style, 'X')) {
        if (!scrollsX && (view.left < edge.left - slack || view.right > edge.right + slack)) lost.X = true;
        [view.left, view.right] = [Math.max(view.left, edge.left), Math.min(view.right, edge.right)];
      }
      if (clips(style, 'Y')) {
        if (!scrollsY && (view.top < edge.top - slack || view.bottom > edge.bottom + slack)) lost.Y = true;
        [view.top, view.bottom] = [Math.max(view.top, edge.top), Math.min(view.bottom, edge.bottom)];
      }
    }
    if (!scrollsX && (box.left < -slack || box.right > innerWidth + slack)) lost.X = true;
    if (!scrollsY && (box.top < -slack || box.bottom > innerHeight + slack)) lost.Y = true;
    [view.left, view.right] = [Math.max(view.left, 0), Math.min(view.right, innerWidth)];
    [view.top, view.bottom] = [Math.max(view.top, 0), Math.min(view.bottom, innerHeight)];
    return { box, view, lost, empty: view.right - view.left <= slack || view.bottom - view.top <= slack };
  };

  const keys = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=combobox], [role=radio]')]
    .filter(shown)
    .filter(key => !key.closest('label, .ant-select, .ant-radio-wrapper, .ant-radio-button-wrapper, .ant-checkbox-wrapper') || key.matches('button'))
    .concat([...document.querySelectorAll('label:has(input), .ant-select')].filter(shown))
    .map(key => ({ key, ...visible(key) }));
  for (const { key, lost, view, box, empty } of keys) {
    if (lost.X || lost.Y) found.push(`cut off or outside: ${name(key)} ${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    if (key.matches('button, a') && getComputedStyle(key).overflowX !== 'hidden' && (key.scrollWidth > key.clientWidth + slack || key.scrollHeight > key.clientHeight + slack) && key.clientWidth > 0) {
      found.push(`words run out of: ${name(key)} ${key.scrollWidth}x${key.scrollHeight} in ${key.clientWidth}x${key.clientHeight}`);
    }
    if (empty) continue;
    const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit && hit !== key && !inside(key, hit) && !inside(hit, key) && !over(hit, key)) found.push(`covered: ${name(key)} by ${name(hit)}`);
    if (hit && inside(hit, key) && !key.matches('a')) found.push(`covered by its own surroundings: ${name(key)} under ${name(hit)}`);
  }
  keys.forEach((one, at) => {
    for (const other of keys.slice(at + 1)) {
      if (one.empty || other.empty || over(one.key, other.key) || over(other.key, one.key) || inside(one.key, other.key) || inside(other.key, one.key)) continue;
      const across = Math.min(one.view.right, other.view.right) - Math.max(one.view.left, other.view.left);
      const down = Math.min(one.view.bottom, other.view.bottom) - Math.max(one.view.top, other.view.top);
      if (across > slack && down > slack) found.push(`on each other: ${name(one.key)} and ${name(other.key)}, ${Math.round(across)}x${Math.round(down)}`);
    }
  });

  for (const element of document.querySelectorAll('#root *, .ant-popover *')) {
    if (!shown(element) || element.closest('svg, input, textarea, audio, .ant-select, .ant-picker, .ant-switch')) continue;
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    const { lost, box } = visible(element);
    if (words && (lost.X || lost.Y)) found.push(`text cut off: ${name(element)} ${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    if (clips(style, 'X') && !scrolls(style, 'X') && element.scrollWidth > element.clientWidth + slack && element.clientWidth > 0) {
      if (!told(element)) found.push(`cut without a word: ${name(element)} ${element.scrollWidth} in ${element.clientWidth}`);
    }
  }
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) found.push(`the page scrolls: ${page.scrollWidth}x${page.scrollHeight}`);
  return [...new Set(found)];
}
