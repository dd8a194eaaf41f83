import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beganAt, isAlive, type ProcessId } from './lock.ts';

/** A program we started, in its own process group: a Ctrl-C at the terminal reaches only us, and we stop it in order. */
export type Managed = {
  name: string;
  id: ProcessId;
  logFile: string | null;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  hasEnded(): boolean;
  /** Asks it to end, then insists after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
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
  uid?: number;
  gid?: number;
  /** Signal that asks it to end in order. */
  stopSignal?: NodeJS.Signals;
};

const running = new Set<Managed>();
let recordFile: string | null = null;

const record = (): void => {
  if (!recordFile) return;
  try {
    writeFileSync(recordFile, JSON.stringify([...running].map(({ id }) => id)));
  } catch {
    // A full disk: the list serves only to tidy up after a killed run.
  }
};

/** From now on, keeps the list of the programs under way in a file: whoever finds this process dead can end them. */
export function recordProcesses(file: string | null): void {
  recordFile = file;
  record();
}

/** Programs that an earlier run recorded. */
export function recordedProcesses(file: string): ProcessId[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessId[];
  } catch {
    return [];
  }
}

/** Ends at once whatever is still under way. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((managed) => managed.kill()));
}

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // The whole group: `node --watch` and the like keep the real program as a child.
    process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
};

const lastLines = (file: string, lines: number): string => {
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  return all
    .slice(-lines)
    .map((line) => line.slice(0, 240))
    .join('\n');
};

/** Starts a program. Never throws for a program that cannot start: it has then ended with code 127. */
export function run(options: RunOptions): Managed {
  const { name, command, args, logFile = null, echo = false, stopSignal = 'SIGTERM' } = options;
  if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, 'a') : null;
  const out = echo ? 'inherit' : (log ?? 'ignore');
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    stdio: ['ignore', out, out],
    detached: process.platform !== 'win32',
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  if (log !== null) closeSync(log);
  let over = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, why) => resolve({ code, signal: why }));
  }).finally(() => {
    over = true;
    running.delete(managed);
    record();
  });

  const managed: Managed = {
    name,
    id: { pid: child.pid ?? 0, began: child.pid ? beganAt(child.pid) : '' },
    logFile,
    ended,
    hasEnded: () => over,
    async stop(graceMs = 10_000) {
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
  running.add(managed);
  record();
  return managed;
}

/** Ends programs that an earlier run left behind when it was killed. */
export async function endLeftovers(ids: ProcessId[]): Promise<number> {
  const alive = ids.filter((id) => id.pid > 1 && id.began !== '' && isAlive(id));
  for (const { pid } of alive) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It ended in the meantime.
    }
  }
  const until = Date.now() + 10_000;
  while (alive.some(isAlive) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const id of alive.filter(isAlive)) process.kill(id.pid, 'SIGKILL');
  return alive.length;
}
