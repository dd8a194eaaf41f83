import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalCheck } from '#activities/journal/verify-journal.ts';
import { dayMs, dayNumberAt, instantAt } from '#domain/calendar/civil.ts';

const hourMs = 3_600_000;

/** The next instant at which it is three in the morning in Québec, after that one. */
export function nextNight(now: string): string {
  const today = dayNumberAt(now);
  const night = instantAt(today, 3 * hourMs);
  return night > now ? night : instantAt(today + 1, 3 * hourMs);
}

/** Verifies the journal each night until stopped. A check that fails is reported, and the next night's does its work. */
export async function watchJournal(
  verify: () => Promise<JournalCheck>,
  stopped: AbortSignal,
  report: (outcome: JournalCheck | 'failed') => void,
): Promise<void> {
  while (!stopped.aborted) {
    const wait = Date.parse(nextNight(new Date().toISOString())) - Date.now();
    await sleep(Math.min(wait, dayMs), undefined, { signal: stopped }).catch(() => undefined);
    if (!stopped.aborted) report(await verify().catch(() => 'failed' as const));
  }
}
