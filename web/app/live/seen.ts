import { liveHeader } from '#contracts/live.ts';
import { isAttended, lastInView } from './presence.ts';

/** What a person at a page does, whatever with. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'focus'] as const;
/** Milliseconds to wait for a server that did not answer. */
const again = 5_000;

/** Tells the server which of the messages that came are before the eyes of someone who is there (ADR 54). */
type Seen = { came(messages: readonly Element[]): void };

/** @param address to which the id of the last one is sent. */
export function createSeen(address: string): Seen {
  let unseen: Element[] = [];
  let lastSign = Date.now();
  let asked = false;

  async function look(): Promise<void> {
    asked = false;
    const presence = { visible: document.visibilityState === 'visible', focused: document.hasFocus() };
    unseen = unseen.filter((message) => message.isConnected);
    if (unseen.length === 0 || !isAttended({ ...presence, lastSign, now: Date.now() })) return;
    const places = unseen.map((message) => ({ message, bottom: message.getBoundingClientRect().bottom }));
    const last = lastInView(places, window.innerHeight)?.message;
    if (!last) return;
    const before = unseen;
    unseen = unseen.slice(unseen.indexOf(last) + 1);
    if (await tell(address, last.id.replace(/^message-/, ''))) return;
    unseen = [...before, ...unseen.filter((message) => !before.includes(message))];
    setTimeout(lookSoon, again);
  }

  /** Once a frame, however much moves. */
  function lookSoon(): void {
    if (asked || unseen.length === 0) return;
    asked = true;
    requestAnimationFrame(() => void look());
  }

  const sign = (): void => {
    lastSign = Date.now();
    lookSoon();
  };
  for (const each of signs) window.addEventListener(each, sign, { passive: true });
  window.addEventListener('scroll', lookSoon, { passive: true });
  document.addEventListener('visibilitychange', lookSoon);
  return {
    came(messages) {
      unseen.push(...messages);
      lookSoon();
    },
  };
}

/** Whether the server has answered: what it refuses is not asked again. */
async function tell(address: string, message: string): Promise<boolean> {
  try {
    const body = new URLSearchParams({ message });
    const { status } = await fetch(address, { method: 'POST', headers: { [liveHeader]: '1' }, body, keepalive: true });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}
