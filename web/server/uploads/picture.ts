import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AppError } from '#contracts/errors.ts';
import { createTurns } from '#threads/turns.ts';

const child = fileURLToPath(new URL('./picture-child.ts', import.meta.url));

/** What one picture may cost. Memory is the process's data segment, the decoder's included, in kilobytes. */
const pictureLimits = { milliseconds: 30_000, dataKilobytes: 2_000_000, heapMegabytes: 512 } as const;

/** Two at once for the platform. Nobody waits behind more than one picture of each other person. */
const turns = createTurns({ atOnce: 2, waiting: 200, each: 20 });

/**
 * Redraws a picture: turned upright, at most 4,000 pixels a side, without its metadata, and so without whatever else its bytes
 * held. The decoding takes place in a process of its own, since pictures are hostile input.
 *
 * @param whose the person who sends it.
 * @throws AppError `file.incomplete` when its end is missing, `file.damaged` when it cannot be decoded within the limits; `platform.busy` when too many wait.
 */
export async function redrawPicture(
  whose: string,
  { source, target, kind }: { source: string; target: string; kind: 'jpg' | 'png' | 'gif' | 'heic' },
): Promise<void> {
  const code = await turns.run(whose, () => runChild([child, source, target, kind]));
  if (code !== 0) throw new AppError(code === 4 ? 'file.incomplete' : 'file.damaged');
}

function runChild(argv: string[]): Promise<number | null> {
  const node = [
    `--max-old-space-size=${pictureLimits.heapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    ...argv,
  ];
  // Only a shell can set the limit between fork and exec; file names are passed as arguments, never as part of its script.
  const limited = ['-c', `ulimit -d ${pictureLimits.dataKilobytes}; exec "$0" "$@"`, process.execPath, ...node];
  const linux = process.platform === 'linux';
  return new Promise((resolve) => {
    const worker = spawn(linux ? '/bin/sh' : process.execPath, linux ? limited : node, {
      env: {} as NodeJS.ProcessEnv,
      stdio: 'ignore',
      timeout: pictureLimits.milliseconds,
      killSignal: 'SIGKILL',
    });
    if (worker.pid !== undefined) yieldToUs(worker.pid);
    worker.once('error', () => resolve(null));
    worker.once('close', resolve);
  });
}

/** Pages are answered before pictures are redrawn. */
function yieldToUs(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // It has ended already.
  }
}
