import path from 'node:path';
import { root } from '#scripts/system/paths.ts';
import { run } from '#scripts/system/processes.ts';

export type Finished = { code: number | null; output: string };

/** Runs a program of this work tree to its end and keeps what it says. `onLine` hears each line as it comes. */
export async function program(
  args: string[],
  env: Record<string, string | undefined> = {},
  onLine: (line: string) => void = () => undefined,
): Promise<Finished> {
  let output = '';
  let partial = '';
  const hear = (text: string): void => {
    output = (output + text).slice(-400_000);
    const lines = (partial + text).split('\n');
    partial = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  const { code } = await run({
    name: path.basename(args[0] ?? 'node'),
    command: process.execPath,
    args,
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    hear,
    // A run of tests ends its own servers first.
    graceMs: 40_000,
  }).ended;
  return { code, output };
}
