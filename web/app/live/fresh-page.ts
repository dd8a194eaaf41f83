import { Idiomorph } from 'idiomorph';
import { liveHeader } from '#contracts/live.ts';
import { inPlace } from './in-place.ts';

/** What came while the page stayed. */
export type Arrived = {
  /** Others' messages and proposals that were not there, in their order. */
  messages: Element[];
  proposals: Element[];
  /** Whose turn it is, when that changed. */
  turn: string | null;
  changed: boolean;
};

/** Milliseconds: the longest wait for a page. */
const maxWait = 20_000;

const content = 'main';
const messages = '.pc-message:not(.pc-message-mine)[id]';
const proposals = '.pc-card[id^=proposition-]';
const turn = '.pc-turn-who';
/** Forms in which people write. */
const written = 'form[data-kept]';

/** Somebody else may have signed in from the same browser. */
const accountOf = (page: Document): string => page.getElementById('pc-keep')?.dataset['account'] ?? '';

/** The page as it is now. `closed`: it is no longer this person's to read; `away`: the server did not answer, and will be asked again. */
export async function freshPage(): Promise<Document | 'closed' | 'away'> {
  try {
    const response = await fetch(location.href, {
      headers: { [liveHeader]: '1', Accept: 'text/html' },
      signal: AbortSignal.timeout(maxWait),
    });
    if (response.status >= 500 || response.status === 429) return 'away';
    if (!response.ok || response.redirected) return 'closed';
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    return accountOf(fresh) === accountOf(document) ? fresh : 'closed';
  } catch {
    return 'away';
  }
}

/**
 * Whether the page can take in what is new without harm. Not when the framework's scripts hold it, when it shows what was refused, or when it has other
 * forms to write in than the fresh one: what is typed must not be moved.
 */
export function canTakeIn(fresh: Document): boolean {
  if ('__remixContext' in window || document.querySelector('[data-kept-replied]')) return false;
  return formsOf(document) === formsOf(fresh);
}

const formsOf = (page: Document): string =>
  [...page.querySelectorAll<HTMLFormElement>(`${content} ${written}`)]
    .map(({ dataset }) => dataset['kept'] ?? '')
    .sort()
    .join(' ');

/** Makes the page's content what the fresh one's is; forms that are written in, what is unfolded, focus and what is under the eyes stay. */
export function takeIn(fresh: Document): Arrived {
  const before = { messages: idsOf(messages), proposals: idsOf(proposals), turn: textOf(turn) };
  const [here, there] = [document.querySelector(content), fresh.querySelector(content)];
  if (!here || !there) return { messages: [], proposals: [], turn: null, changed: false };
  const old = here.innerHTML;
  inPlace(() => {
    void Idiomorph.morph(here, [...there.childNodes], {
      morphStyle: 'innerHTML',
      ignoreActiveValue: true,
      callbacks: {
        beforeNodeMorphed: (node) => !(node instanceof Element && node.matches(written)),
        beforeNodeRemoved: (node) => !(node instanceof Element && isWritten(node)),
        beforeAttributeUpdated: (name, node) => !(name === 'open' && node instanceof HTMLDetailsElement),
      },
    });
  });
  const now = textOf(turn);
  return {
    messages: newOnes(messages, before.messages),
    proposals: newOnes(proposals, before.proposals),
    turn: now === before.turn ? null : now,
    changed: here.innerHTML !== old,
  };
}

const isWritten = (node: Element): boolean => node.matches(written) || node.querySelector(written) !== null;
const idsOf = (what: string): Set<string> => new Set([...document.querySelectorAll(what)].map(({ id }) => id));
const newOnes = (what: string, known: Set<string>): Element[] =>
  [...document.querySelectorAll(what)].filter(({ id }) => !known.has(id));
const textOf = (what: string): string | null => document.querySelector(what)?.textContent ?? null;
