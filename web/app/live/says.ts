import { announce, button, element, link } from '../ui/sent-page.ts';
import type { Arrived } from './fresh-page.ts';
import type { Words } from './start.ts';

/** How a page that changed by itself says so. */
export type Says = {
  arrived(what: Arrived): void;
  /** Something is new that the page cannot take in by itself. */
  stale(): void;
  /** Nothing will come any more. */
  gone(): void;
};

/** One line at the foot of the view, and one sentence read out, for each change. */
export function createSays(words: Words): Says {
  let line: HTMLElement | null = null;
  const show = (made: HTMLElement | null): void => {
    line?.remove();
    line = made && document.body.appendChild(made);
  };
  const offer = (title: string, text: string, to: HTMLElement): void => {
    announce(`${title} ${text}`);
    const made = bar(title);
    made.append(element('p', 'pc-arrived-title', title), element('p', '', text), to, away());
    show(made);
  };
  const away = (): HTMLElement => button({ label: words.dismiss, act: () => show(null), look: 'tertiary' });
  const reload = (): HTMLElement => link({ label: words.reload, to: location.pathname + location.search });
  return {
    stale: () => offer(words.staleTitle, words.stale, reload()),
    gone: () => offer(words.goneTitle, words.gone, reload()),
    arrived(what) {
      if (!what.changed) return;
      announce(sentences(what, words).join(' '));
      const first = what.messages[0] ?? what.proposals[0];
      if (!first || inView(first)) return show(null);
      const title = sentences({ ...what, turn: null }, words).join(' ');
      const made = bar(title);
      const see = link({ label: words.see, to: `#${first.id}` });
      see.addEventListener('click', () => show(null));
      made.append(element('p', 'pc-arrived-title', title), see, away());
      show(made);
    },
  };
}

function sentences({ messages, proposals, turn }: Arrived, words: Words): string[] {
  const said: string[] = [];
  if (messages.length === 1) said.push(words.message);
  if (messages.length > 1) said.push(words.messages.replace('{{count}}', String(messages.length)));
  if (proposals.length > 0) said.push(words.proposal);
  if (turn !== null) said.push(words.turn.replace('{{turn}}', turn));
  return said.length > 0 ? said : [words.changed];
}

function inView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

/** A landmark of its own, since it stands outside the page's. Read out already, by the page's one region for that. */
function bar(title: string): HTMLElement {
  const made = element('div', 'pc-arrived');
  made.setAttribute('role', 'region');
  made.setAttribute('aria-label', title);
  return made;
}
