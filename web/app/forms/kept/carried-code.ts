const stash = 'pc-access-code';

/**
 * Puts the access code of the e-mail's link in its field (F-051). The code stands after `#`, which a browser never sends; it is removed from the
 * address at once, and stored for this window only while the person signs in. Without scripts, it is typed.
 */
export function carryCode(): void {
  const code = /^#code=([\w-]{4,40})$/.exec(location.hash)?.[1];
  if (code) {
    sessionStorage.setItem(stash, code);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  const field = document.querySelector<HTMLInputElement>('input[data-carried-code]');
  if (!field) return;
  const stored = sessionStorage.getItem(stash);
  if (stored && field.value === '') field.value = stored;
  field.form?.addEventListener('submit', () => sessionStorage.removeItem(stash));
}
