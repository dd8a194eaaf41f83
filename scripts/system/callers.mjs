import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Detects that the calling process has ended. Plain JavaScript for Node 20, as scripts/system/process-id.mjs.
 *
 * npm passes SIGINT and SIGTERM on to the shell that it runs a script in, and dies of the rest; the shell passes nothing on. A process whose parent
 * is gone gets another one, and that can be seen.
 */

/**
 * Parent and program of a process, as the system reports them; null once it has ended.
 *
 * @param {number} pid
 * @returns {{ parent: number, program: string } | null}
 */
function lookUp(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [open, close] = [stat.indexOf('('), stat.lastIndexOf(')')];
    return { parent: Number(stat.slice(close + 2).split(' ')[1]), program: stat.slice(open + 1, close) };
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return null;
  }
  const line = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  const [, parent, program = ''] = /^\s*(\d+)\s+(.*)$/.exec(line.trim()) ?? [];
  return parent ? { parent: Number(parent), program: path.basename(program) } : null;
}

/**
 * Calls `gone` once when npm, or the shell between npm and us, has ended. Does nothing where no package manager called us: a terminal that closes
 * sends SIGHUP, and a user may leave a command running on purpose.
 *
 * @param {() => void} gone
 */
export function watchCallers(gone) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const shell = lookUp(parent);
  const npm = shell && /^-?(sh|dash|bash|ash|zsh|ksh|busybox)$/.test(shell.program) ? shell.parent : null;
  const there = () => process.ppid === parent && (npm === null || lookUp(parent)?.parent === npm);
  const timer = setInterval(
    () => {
      if (there()) return;
      clearInterval(timer);
      gone();
    },
    npm === null || process.platform === 'linux' ? 300 : 2_000,
  );
  timer.unref();
}
