import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { eventually } from '#scripts/system/eventually.ts';
import { Problem } from '#scripts/system/problem.ts';
import { run } from '#scripts/system/processes.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { installPackage } from './apt.ts';
import { onPath } from './temporal/ways.ts';

/** Debian puts servers where the PATH of an ordinary account does not lead. */
function findClamd(): string | null {
  return onPath('clamd') ?? ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((file) => existsSync(file)) ?? null;
}

/**
 * Finds ClamAV's server, or installs Debian's package where apt is there and allowed.
 *
 * @throws Problem that says what to install.
 */
export async function ensureClamd(progress: Progress): Promise<string> {
  const found = findClamd();
  if (found) return found;
  const step = progress.step('Installing ClamAV (Debian package, once)');
  const installed = await installPackage('clamav-daemon');
  const program = findClamd();
  if (installed?.ok && program) {
    step.done();
    return program;
  }
  step.failed();
  throw new Problem(`No clamd on this machine: install ClamAV (Debian: clamav-daemon).\n${installed?.output ?? ''}`);
}

/**
 * A `clamd` with the given signatures and no others, on this machine's own address.
 *
 * @param signatures lines of ClamAV's extended format (`Name:0:*:hexadecimal`).
 */
export async function startClamd({
  program,
  folder,
  port,
  signatures,
}: {
  program: string;
  folder: string;
  port: number;
  signatures: string[];
}) {
  const database = path.join(folder, 'signatures');
  await mkdir(database, { recursive: true });
  await writeFile(path.join(database, 'own.ndb'), `${signatures.join('\n')}\n`);
  const settings = [
    'Foreground yes',
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    `DatabaseDirectory ${database}`,
    `TemporaryDirectory ${folder}`,
    'SelfCheck 0',
  ];
  const file = path.join(folder, 'clamd.conf');
  await writeFile(file, `${settings.join('\n')}\n`);
  const server = run({
    name: 'clamd',
    command: program,
    args: ['--config-file', file],
    logFile: path.join(folder, 'clamd.log'),
  });
  const answers = () => ping(port);
  await eventually(async () => {
    if (server.hasEnded()) throw new Error(`clamd ended: ${server.tail()}`);
    return answers();
  });
  return { address: `127.0.0.1:${port}`, stop: () => server.stop() };
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('data', (answer) => {
      resolve(answer.toString().startsWith('PONG'));
      socket.destroy();
    });
    socket.once('connect', () => socket.write('zPING\0'));
  });
}
