import type live from '#content/texts/fr/live.ts';
import { oneAtATime } from '#contracts/one-at-a-time.ts';
import { canTakeIn, freshPage, takeIn } from './fresh-page.ts';
import { createSays } from './says.ts';
import { createSeen } from './seen.ts';

/** The sentences, in the page's language. */
export type Words = typeof live;

/** Milliseconds: a tab that is only looked away from keeps its stream. */
const awayFor = 20_000;
/** Milliseconds before a stream that was refused is asked for again: doubled each time, up to the last. */
const firstWait = 5_000;
const longestWait = 300_000;
/** Milliseconds for a page that the framework's scripts hold to show by itself what its reader has just done on it. */
const ownActs = 3_000;

/**
 * Follows the dossier of this page while it is in view: at each change the page asks for itself again and takes in what is new. A browser has few
 * connections to one place, and an open stream takes one: tabs that nobody sees have none, and ask what they missed when they are seen again.
 */
export function startLive(words: Words): void {
  const place = document.getElementById('pc-live');
  if (!place) return;
  const { address = '' } = place.dataset;
  let { position = '' } = place.dataset;
  const says = createSays(words);
  const seen = createSeen(address);
  let source: EventSource | null = null;
  let wait = firstWait;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  function open(): void {
    clearTimeout(leaving);
    clearTimeout(retry);
    if (over || source || document.visibilityState !== 'visible') return;
    const stream = new EventSource(`${address}?${new URLSearchParams({ depuis: position })}`);
    source = stream;
    stream.addEventListener('open', () => (wait = firstWait));
    stream.addEventListener('change', ({ lastEventId }) => {
      position = lastEventId;
      refresh();
    });
    stream.addEventListener('gone', () => {
      close();
      refresh();
    });
    stream.addEventListener('error', () => {
      // It tries again by itself unless it was refused.
      if (stream.readyState !== EventSource.CLOSED) return;
      close();
      retry = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, longestWait);
    });
  }

  function close(): void {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  const refresh = oneAtATime(async () => {
    const fresh = await freshPage();
    if (fresh === 'closed') {
      over = true;
      close();
      return says.gone();
    }
    if (fresh === 'away') return void setTimeout(refresh, firstWait);
    position = fresh.getElementById('pc-live')?.dataset['position'] ?? position;
    if (canTakeIn(fresh)) {
      const arrived = takeIn(fresh);
      says.arrived(arrived);
      seen.came(arrived.messages);
    } else setTimeout(() => place.dataset['position'] === position || says.stale(), ownActs);
    if (source === null) retry = setTimeout(open, firstWait);
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') open();
    else leaving = setTimeout(close, awayFor);
  });
  // A page with an open stream is not kept for the Back button.
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  window.addEventListener('online', open);
  open();
  document.documentElement.dataset['live'] = 'ready';
}
