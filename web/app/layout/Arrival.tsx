import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * When scripts change the page, the focus goes to its heading, so that it is read out as after a click that loads a page (WCAG 2.4.3). Pages are
 * loaded as documents; this is for what the framework does by itself.
 */
export function Arrival() {
  const { pathname, search, hash } = useLocation();
  const page = pathname + search;
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    if (!hash) document.querySelector<HTMLElement>('h1')?.focus();
  }, [page, hash]);
  return null;
}
