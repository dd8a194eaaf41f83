import { spawn, spawnSync } from 'node:child_process';
import { onPath } from './temporal/ways.ts';

/** How Debian's packages are installed here: as root, or by sudo where it asks nothing; null where it cannot be done. */
function apt(): string[] | null {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo = onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return sudo ? ['sudo', '-n', 'apt-get'] : null;
}

/** Installs a package of Debian's. `null` where that cannot be done; otherwise whether it was, and the end of what apt said. */
export async function installPackage(name: string): Promise<{ ok: boolean; output: string } | null> {
  const command = apt();
  if (!command) return null;
  await runQuietly([...command, 'update', '-q']);
  const { code, output } = await runQuietly([...command, 'install', '-q', '-y', '--no-install-recommends', name]);
  return { ok: code === 0, output: output.slice(-600) };
}

function runQuietly([command, ...args]: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(command!, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
