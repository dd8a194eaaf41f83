import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { guard, readyGuardian } from './guard.mjs';
import { Problem } from './problem.ts';
import { beganAt, endStrays, signalGroup, type Ending, type ProcessId } from './process-id.mjs';

/**
 * A program we started, in its own process group: a Ctrl-C at the terminal reaches only us, and we stop it in order. It does not outlive
 * us: however this process ends, a guardian ends the program.
 */
export type Managed = {
  name: string;
  id: ProcessId;
  /** The process itself, for what is said over its channel when it is tied. */
  child: ChildProcess;
  logFile: string | null;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  hasEnded(): boolean;
  /** Asks it to end, then insists. */
  stop(): Promise<void>;
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>;
  /** Last lines of its log, to say why it ended. */
  tail(lines?: number): string;
};

export type RunOptions = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Where its output goes; its output is dropped without one. */
  logFile?: string | null;
  /** Pass its output on to this terminal instead (npm run dev). */
  echo?: boolean;
  /** Hears what it says instead, on both streams. */
  hear?: (text: string) => void;
  /** Gives it a channel that closes when this process ends, whichever way: a process of ours then stops by itself. */
  tied?: boolean;
  uid?: number;
  gid?: number;
  /** Signal that asks it to end in order. */
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end once asked, before it is made to. @default 10_000 */
  graceMs?: number;
};

const running = new Map<Managed, Ending>();
let recordFile: string | null = null;
let closed = false;

const record = (): void => {
  guard([...running.values()]);
  if (!recordFile) return;
  try {
    writeFileSync(recordFile, JSON.stringify([...running.values()]));
  } catch {
    // A full disk: the list serves only to tidy up after a run that was killed together with its guardian.
  }
};

/** From now on, keeps the list of the programs under way in a file: if this process dies, they can be ended from that list. */
export function recordProcesses(file: string | null): void {
  recordFile = file;
  record();
}

/** Programs that an earlier run recorded; those that a number alone would name are left out. */
export function recordedProcesses(file: string): Ending[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Ending[]).filter(({ began }) => began !== '');
  } catch {
    return [];
  }
}

/** Ends whatever is still under way, the last started first, and lets nothing start any more. */
export async function endAll(): Promise<void> {
  closed = true;
  for (const managed of [...running.keys()].reverse()) await managed.stop();
}

/** As {@link endAll}, at once. */
export async function killAll(): Promise<void> {
  closed = true;
  await Promise.all([...running.keys()].map((managed) => managed.kill()));
}

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  // The whole group: `node --watch` and the like keep the real program as a child.
  signalGroup(child.pid, name);
};

const lastLines = (file: string, lines: number): string => {
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  return all
    .slice(-lines)
    .map((line) => line.slice(0, 240))
    .join('\n');
};

/**
 * Starts a program. A program that cannot start has ended with code 127.
 *
 * @throws Problem when everything is being ended.
 */
export function run(options: RunOptions): Managed {
  const { name, command, args, logFile = null, echo = false, stopSignal = 'SIGTERM', graceMs = 10_000 } = options;
  if (closed) throw new Problem(`${name} is not started: everything is being stopped.`);
  if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, 'a') : null;
  const out = options.hear ? 'pipe' : echo ? 'inherit' : (log ?? 'ignore');
  readyGuardian();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    stdio: ['ignore', out, out, ...(options.tied ? (['ipc'] as const) : [])],
    detached: process.platform !== 'win32',
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  if (log !== null) closeSync(log);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', options.hear!);
  const id = { pid: child.pid ?? 0, began: child.pid ? beganAt(child.pid) : '' };
  let over = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, why) => {
      over = true;
      void endStrays(id.pid)
        .then(() => (options.hear ? closedStreams(child) : undefined))
        .then(() => resolve({ code, signal: why }));
    });
  }).finally(() => {
    over = true;
    running.delete(managed);
    record();
  });

  const managed: Managed = {
    name,
    id,
    child,
    logFile,
    ended,
    hasEnded: () => over,
    async stop() {
      signal(child, stopSignal);
      const insist = setTimeout(() => signal(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(insist);
    },
    async kill() {
      signal(child, 'SIGKILL');
      await ended;
    },
    tail(lines = 15) {
      try {
        return logFile ? lastLines(logFile, lines) : '';
      } catch {
        return '';
      }
    },
  };
  running.set(managed, { ...id, signal: stopSignal, graceMs });
  record();
  return managed;
}

/** What it said is heard to the end. */
async function closedStreams(child: ChildProcess): Promise<void> {
  for (const stream of [child.stdout, child.stderr]) if (stream && !stream.closed) await once(stream, 'close');
}
