import type { Disbelieved } from '#activities/journal/admission.ts';

/** A line of the log: the event's name, what it was about, and how many more there were since the last line. */
type Line = { security: 'command.refused' } & Partial<Disbelieved> & { more?: number };

/** Lines in a minute: what comes on top of them is counted, so that a flood of forged commands does not fill the log. */
const perMinute = 20;
const minuteMs = 60_000;

/**
 * Tells the log what the journal did not believe (ASVS 16.3.3): ids and codes only. Past twenty in a minute they are counted, and the count is told when
 * the minute is over.
 */
export function tellDisbelieved(write: (line: Line) => void): (what: Disbelieved) => void {
  let told = 0;
  let more = 0;
  let minute: NodeJS.Timeout | null = null;

  function over(): void {
    if (more > 0) write({ security: 'command.refused', more });
    [told, more, minute] = [0, 0, null];
  }

  return (what) => {
    minute ??= setTimeout(over, minuteMs).unref();
    if (told === perMinute) {
      more += 1;
      return;
    }
    told += 1;
    write({ security: 'command.refused', ...what });
  };
}
