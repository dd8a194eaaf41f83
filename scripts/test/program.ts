import { spawn } from 'node:child_process';
import { root } from '#scripts/system/paths.ts';

export type Finished = { code: number | null; output: string };

/** Runs a program of this work tree to its end and keeps what it says. `onLine` hears each line as it comes. */
export function program(
  args: string[],
  env: Record<string, string | undefined> = {},
  onLine: (line: string) => void = () => undefined,
): Promise<Finished> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let partial = '';
  const hear = (chunk: string): void => {
    output = (output + chunk).slice(-400_000);
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
