import { propertyOf } from './unknown-values.ts';

/** What a log may hold of a fault: its kind and where it happened. */
export type Fault = { type: string; sqlState?: string; stack?: string };

/**
 * A fault without its message (ASVS 16.2.5): drivers quote values in theirs, and `detail`, `where` and `parameters` of PostgreSQL's are
 * nothing else.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = propertyOf(error, 'code');
  const sqlState = typeof code === 'string' && /^\w{1,60}$/.test(code) ? { sqlState: code } : {};
  return { type: /^\w{1,60}$/.test(error.name) ? error.name : 'Error', ...sqlState, stack: framesOf(error) };
}

const frame = /^ {4}at [^()]*\(?(?:file:\/\/|node:|\/)[^\s()]*:\d+:\d+\)?$/;

/** The nearest places of the call, without the message that stands above them; a message may itself look like one. */
function framesOf({ stack = '', message }: Error): string {
  const at = message ? stack.indexOf(message) : -1;
  const below = at < 0 ? stack : stack.slice(at + message.length);
  return below
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join('\n');
}
