import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What keeps a process that opens hostile files from everything else. */
export type Confinement = 'namespaces' | 'permissions';

/**
 * Of its own: users, network (none at all), processes (it sees no other, nor what they were started with) and mounts (it hides a folder).
 */
const namespaces = [
  '--user',
  '--map-root-user',
  '--net',
  '--ipc',
  '--pid',
  '--fork',
  '--kill-child=SIGKILL',
  '--mount-proc',
];

let found: Promise<Confinement> | null = null;

/**
 * What this machine offers, asked once: Linux namespaces where an ordinary process may make them (many containers forbid it), otherwise Node's
 * permissions alone, which bind the process's script but not a decoder that was taken over.
 */
export function confinement(): Promise<Confinement> {
  return (found ??=
    process.platform === 'linux' ? succeeds(['unshare', ...namespaces, 'true']) : Promise.resolve('permissions'));
}

function succeeds([command = '', ...args]: string[]): Promise<Confinement> {
  return new Promise((resolve) => {
    const probe = spawn(command, args, { stdio: 'ignore', timeout: 5_000 });
    probe.once('error', () => resolve('permissions'));
    probe.once('close', (code) => resolve(code === 0 ? 'namespaces' : 'permissions'));
  });
}

/** Node's permissions for a script: it reads its own code and its libraries, writes nothing, starts nothing. */
export function permissionsFor(script: string): string[] {
  const readable = [script, `${root}package.json`, `${root}node_modules/`];
  return ['--permission', '--allow-addons', ...readable.map((path) => `--allow-fs-read=${path}`)];
}

/**
 * A command as it is started in its confinement, with a ceiling to its memory.
 *
 * @param hide a folder that the command must not see, even by another way than Node; null for none.
 */
export async function confined(
  command: readonly string[],
  { dataKilobytes, hide }: { dataKilobytes: number; hide: string | null },
): Promise<{ file: string; args: string[] }> {
  const [file = '', ...args] = command;
  if (process.platform !== 'linux') return { file, args };
  // Only a shell can set the limit between fork and exec; paths are passed as arguments, never as part of its script.
  const limit = `ulimit -d ${dataKilobytes}`;
  if ((await confinement()) === 'permissions') return shell(`${limit}; exec "$@"`, command);
  const covered = hide === null ? `${limit}; exec "$@"` : `mount -t tmpfs none "$0" || exit 5; ${limit}; exec "$@"`;
  const inner = ['/bin/sh', '-c', covered, hide ?? 'sh', ...command];
  return { file: 'unshare', args: [...namespaces, ...inner] };
}

function shell(script: string, command: readonly string[]): { file: string; args: string[] } {
  return { file: '/bin/sh', args: ['-c', script, 'sh', ...command] };
}
