/** Changes the page without moving what is looked at or what has the focus. */
export function inPlace(change: () => void): void {
  const { documentElement: page, activeElement: focused } = document;
  const anchor = anchorOf(focused);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  // The browser's own anchoring, where there is one, would move it a second time.
  page.style.overflowAnchor = 'none';
  change();
  if (anchor?.isConnected) window.scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  // What had the focus is gone: reading goes on from the page's content, and not from its very start.
  if (focused instanceof HTMLElement && !focused.isConnected)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  requestAnimationFrame(() => (page.style.overflowAnchor = ''));
}

/** What is written in, when it is in view; else what stands at the top of the view. Nothing moves under someone at the very top of the page. */
function anchorOf(focused: Element | null): Element | null {
  if (focused && focused !== document.body && inView(focused)) return focused;
  if (window.scrollY === 0) return null;
  const main = document.querySelector('main');
  for (const y of [8, 80, 200]) {
    const there = document.elementFromPoint(window.innerWidth / 2, y);
    if (there && there !== main && main?.contains(there)) return there;
  }
  return null;
}

function inView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
