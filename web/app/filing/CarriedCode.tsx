import { useEffect } from 'react';
import { useScripts } from '../scripts.ts';

const stash = 'pc-access-code';

/**
 * Puts the access code of the e-mail's link in its field (F-051). The code stands after `#`, which a browser never sends; it is removed from the
 * address at once, and stored for this window only while the person signs in. Without scripts, it is typed.
 */
export function CarriedCode() {
  useScripts('CarriedCode');
  useEffect(() => {
    const code = /^#code=([\w-]{4,40})$/.exec(window.location.hash)?.[1];
    if (code) {
      sessionStorage.setItem(stash, code);
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    }
    const field = document.querySelector<HTMLInputElement>('input[name="accessCode"]');
    const stored = sessionStorage.getItem(stash);
    if (field && stored && field.value === '') field.value = stored;
    const forget = () => sessionStorage.removeItem(stash);
    field?.form?.addEventListener('submit', forget);
    return () => field?.form?.removeEventListener('submit', forget);
  }, []);
  return null;
}
