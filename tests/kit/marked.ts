import { readFileSync, readdirSync } from 'node:fs';

/** A process of a command under test, as /proc tells it. */
export type Marked = { pid: number; command: string };

/**
 * The living processes that carry a mark in their environment, or whose parent does (a server is given a clean environment): what a
 * command and all that it started leave behind can be counted.
 */
export function markedProcesses(mark: string): Marked[] {
  const found = new Map<number, Marked & { parent: number }>();
  const others: (Marked & { parent: number })[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') continue;
      const one = { pid: Number(name), command, parent: Number(parent) };
      const carries = readFileSync(`/proc/${name}/environ`, 'utf8').includes(mark);
      if (carries) found.set(one.pid, one);
      else others.push(one);
    } catch {
      // It ended meanwhile, or is another account's.
    }
  }
  for (const one of others) if (found.has(one.parent)) found.set(one.pid, one);
  return [...found.values()].map(({ pid, command }) => ({ pid, command }));
}
