/** For scripts of pages that were sent and cannot be rendered again: a few elements of the interface kit, and the page's one voice. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** A compact button that does something on the page. */
export function button({
  label,
  act,
  look = 'secondary',
}: {
  label: string;
  act: () => void;
  look?: string;
}): HTMLElement {
  const made = element('button', `qc-button qc-${look} qc-compact`, label);
  made.setAttribute('type', 'button');
  made.addEventListener('click', act);
  return made;
}

export function link({ label, to }: { label: string; to: string }): HTMLElement {
  const made = element('a', '', label);
  made.setAttribute('href', to);
  return made;
}

/** Says it to screen readers, once for the whole page. */
export function announce(text: string): void {
  const region = document.getElementById('pc-said');
  if (region) region.textContent = text;
}
