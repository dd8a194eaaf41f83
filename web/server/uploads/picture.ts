import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '#contracts/errors.ts';

const child = fileURLToPath(new URL('./picture-child.ts', import.meta.url));

/** What one picture may cost. Memory is the process's data segment, the decoder's included, in kilobytes. */
export const pictureLimits = { milliseconds: 30_000, dataKilobytes: 2_000_000, heapMegabytes: 512, atOnce: 2 } as const;

const waiting: (() => void)[] = [];
let running = 0;

/**
 * Redraws a picture: turned upright, at most 4,000 pixels a side, without its metadata, and so without whatever else its bytes
 * held. The decoding takes place in a process of its own, since pictures are hostile input.
 *
 * @throws AppError `file.damaged` when it cannot be decoded within the limits.
 */
export async function redrawPicture(
  source: string,
  target: string,
  kind: 'jpg' | 'png' | 'gif' | 'heic',
): Promise<void> {
  await takeTurn();
  try {
    const code = await runChild([child, source, target, kind]);
    if (code !== 0) throw new AppError('file.damaged');
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function takeTurn(): Promise<void> {
  while (running >= pictureLimits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

function runChild(argv: string[]): Promise<number | null> {
  const node = [
    `--max-old-space-size=${pictureLimits.heapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    ...argv,
  ];
  // Only a shell can set the limit between fork and exec; names of files go as arguments, never into its text.
  const limited = ['-c', `ulimit -d ${pictureLimits.dataKilobytes}; exec "$0" "$@"`, process.execPath, ...node];
  const linux = process.platform === 'linux';
  return new Promise((resolve) => {
    const worker = spawn(linux ? '/bin/sh' : process.execPath, linux ? limited : node, {
      env: {} as NodeJS.ProcessEnv,
      stdio: 'ignore',
      timeout: pictureLimits.milliseconds,
      killSignal: 'SIGKILL',
    });
    worker.once('error', () => resolve(null));
    worker.once('close', resolve);
  });
}
