import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { confined, confinement, permissionsFor } from './confinement.ts';

async function outputOf(command: string[], hide: string | null): Promise<string> {
  const { file, args } = await confined(command, { dataKilobytes: 2_000_000, hide });
  const child = spawn(file, args, {
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return output;
}

const folderWith = async (name: string, content: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  await writeFile(join(folder, name), content);
  return folder;
};

test('what opens pictures sees neither the store, nor a network, nor another process and its environment', async () => {
  if ((await confinement()) === 'permissions') {
    // Where the system allows no namespaces, Node's permissions are what there is: the next test.
    expect(process.platform === 'linux' && process.getuid?.() === 0).toBe(false);
    return;
  }
  const store = await folderWith('contrat.txt', 'un contrat');
  const look = `cat ${store}/contrat.txt; echo "networks: $(grep -c : /proc/net/dev)"; echo "first: $(cat /proc/1/comm)"; ls -d /proc/[0-9]* | wc -l; cat /proc/${process.pid}/environ`;
  const output = await outputOf(['/bin/sh', '-c', look], store);
  expect(output).not.toContain('un contrat');
  expect(output).toMatch(/networks: [01]\n/);
  expect(output).not.toContain('PATH=');
  expect(Number(/^\d+$/m.exec(output)?.[0])).toBeLessThan(8);
  await rm(store, { recursive: true, force: true });
});

test('the script itself reads only its own code, writes nothing and starts nothing', async () => {
  const tries = [
    "fs.readFileSync('/etc/hostname')",
    "fs.writeFileSync('/tmp/parle-trace', '')",
    "require('child_process').execSync('id')",
  ];
  const code = `const fs = require('fs'); for (const one of ${JSON.stringify(tries)}) { try { eval(one); console.log('done'); } catch (error) { console.log(error.code); } }`;
  const folder = await folderWith('essai.cjs', code);
  const script = join(folder, 'essai.cjs');
  const output = await outputOf([process.execPath, ...permissionsFor(script), script], null);
  expect(output.match(/ERR_ACCESS_DENIED/g)).toHaveLength(3);
  expect(output).not.toContain('done');
  await rm(folder, { recursive: true, force: true });
});
