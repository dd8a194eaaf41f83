import { setTimeout as sleep } from 'node:timers/promises';
import type { MailActivities } from '#activities/mail/index.ts';

const everyMs = 1_000;

/**
 * Sends what the web queued (codes, links) and what was left behind by a crash or while the mail server was unavailable, once a second until stopped.
 * Several workers may do so: each mail is claimed by one.
 */
export async function runOutbox(mail: MailActivities, stopped: AbortSignal, failed: () => void): Promise<void> {
  while (!stopped.aborted) {
    const sent = await mail.deliverPending().catch(() => {
      failed();
      return 0;
    });
    if (sent === 0) await sleep(everyMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}
