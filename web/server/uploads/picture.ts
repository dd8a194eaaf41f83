import { spawn, type ChildProcess } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { setPriority } from 'node:os';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '#contracts/errors.ts';
import { createTurns } from '#threads/turns.ts';
import { confined, permissionsFor } from './confinement.ts';

const child = fileURLToPath(new URL('./picture-child.ts', import.meta.url));

/** What one picture may cost. Memory is the process's data segment, the decoder's included, in kilobytes. */
const pictureLimits = {
  milliseconds: 30_000,
  dataKilobytes: 2_000_000,
  heapMegabytes: 512,
  /** 4,096 pixels a side, of four bytes, not compressed at all. */
  bytes: 70_000_000,
} as const;

/** Two at once for the platform. Nobody waits behind more than one picture of each other person. */
const turns = createTurns({ atOnce: 2, waiting: 200, each: 20 });

export type Picture = {
  source: string;
  target: string;
  kind: 'jpg' | 'png' | 'gif' | 'heic';
  /** Folder of the stored files, which the decoder must not see; null when they are not on this machine. */
  store: string | null;
};

/**
 * Redraws a picture: turned upright, at most 4,096 pixels a side, without its metadata, and so without whatever else its bytes
 * held. The decoding takes place in a process of its own, since pictures are hostile input: without network, environment, or files.
 *
 * @param whose the person who sends it.
 * @throws AppError `file.incomplete` when its end is missing, `file.damaged` when it cannot be decoded within the limits; `platform.busy` when too many wait.
 */
export async function redrawPicture(whose: string, picture: Picture): Promise<void> {
  const code = await turns.run(whose, () => runChild(picture));
  if (code !== 0) throw new AppError(code === 4 ? 'file.incomplete' : 'file.damaged');
}

async function runChild({ source, target, kind, store }: Picture): Promise<number | null> {
  const node = [
    process.execPath,
    `--max-old-space-size=${pictureLimits.heapMegabytes}`,
    '--no-warnings',
    ...permissionsFor(child),
    child,
    kind,
  ];
  const { file, args } = await confined(node, { dataKilobytes: pictureLimits.dataKilobytes, hide: store });
  const worker = spawn(file, args, {
    env: { NODE_ENV: 'production', PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: pictureLimits.milliseconds,
    killSignal: 'SIGKILL',
  });
  if (worker.pid !== undefined) yieldToUs(worker.pid);
  const ended = new Promise<number | null>((resolve) => {
    worker.once('error', () => resolve(null));
    worker.once('close', resolve);
  });
  const [whole] = await Promise.all([exchange(worker, source, target), ended]);
  return whole ? ended : (await ended) || null;
}

/** Gives the picture to the process and keeps what it answers; false when either was cut. */
async function exchange(worker: ChildProcess, source: string, target: string): Promise<boolean> {
  const { stdin, stdout } = worker;
  if (!stdin || !stdout) return false;
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > pictureLimits.bytes ? new Error('too much') : null, chunk);
    },
  });
  const results = await Promise.allSettled([
    pipeline(createReadStream(source), stdin),
    pipeline(stdout, counted, createWriteStream(target, { flags: 'wx', mode: 0o600 })),
  ]);
  return results.every(({ status }) => status === 'fulfilled');
}

/** Pages are answered before pictures are redrawn. */
function yieldToUs(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // It has ended already.
  }
}
