import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { buildTemporal, builtFolder, builtProgram } from '#scripts/servers/temporal/build.ts';
import { temporalServerVersion } from '#scripts/servers/temporal/versions.ts';
import { findTemporal } from '#scripts/servers/temporal/ways.ts';
import { root } from '#scripts/system/paths.ts';
import { Problem } from '#scripts/system/problem.ts';
import { silentProgress } from '#scripts/system/progress.ts';
import { runAddresses } from '#tests/kit/servers.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-ways-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program on a PATH of its own. */
async function programOnPath(name: string, script: string): Promise<string> {
  const bin = await mkdtemp(path.join(folder, 'bin-'));
  await writeFile(path.join(bin, name), `#!${path.join(root, 'node_modules/node/bin/node')}\n${script}`);
  await chmod(path.join(bin, name), 0o755);
  return bin;
}

/** No way out: what goes through this proxy is refused at once. */
const noInternet = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', NO_PROXY: '', no_proxy: '' };

async function emptyCache(): Promise<{ XDG_CACHE_HOME: string }> {
  return { XDG_CACHE_HOME: await mkdtemp(path.join(folder, 'cache-')) };
}

async function canStartAWorkflow(address: string, namespace: string): Promise<boolean> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace });
    const handle = await client.workflow.start('dossier', {
      taskQueue: 'nobody',
      workflowId: 'dossier-probe',
      args: [{}],
    });
    return (await handle.describe()).status.name === 'RUNNING';
  } finally {
    await connection.close();
  }
}

describe('way 1: TEMPORAL_ADDRESS', () => {
  it('uses the server that is given, starts nothing, and readies it as any other', async () => {
    const address = runAddresses().temporalAddress;
    const bin = await programOnPath('temporal', `process.exit(1)`);
    const way = await findTemporal(silentProgress, {
      TEMPORAL_ADDRESS: address,
      PATH: bin,
      ...(await emptyCache()),
    } as never);
    expect(way).toEqual({ kind: 'given', address });
    await setUpTemporal({ address, namespace: 'way-one' });
    expect(await canStartAWorkflow(address, 'way-one')).toBe(true);
  });
});

describe('way 2: temporal on PATH', () => {
  // Records its arguments, then answers as the real one: the built server, on the port and the file that were asked.
  const recorder = (log: string): string => `
    const fs = require('node:fs');
    const args = process.argv.slice(2);
    fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');
    const value = (name) => args[args.indexOf(name) + 1];
    const net = require('node:net');
    const free = () => new Promise((done) => { const s = net.createServer().listen(0, () => { const { port } = s.address(); s.close(() => done(port)); }); });
    (async () => {
      const names = ['FRONTEND_HTTP', 'HISTORY_GRPC', 'MATCHING_GRPC', 'WORKER_GRPC', 'FRONTEND_MEMBERSHIP', 'HISTORY_MEMBERSHIP', 'MATCHING_MEMBERSHIP', 'WORKER_MEMBERSHIP'];
      const ports = {};
      for (const name of names) ports[name + '_PORT'] = String(await free());
      const file = value('--db-filename');
      process.execve(${JSON.stringify(builtProgram('server'))}, ['temporal-server', '--allow-no-auth', 'start'], {
        ...ports, DB: 'sqlite', DBNAME: file, VISIBILITY_DBNAME: file + '-visibility', LOG_LEVEL: 'error', BIND_ON_IP: '127.0.0.1',
        FRONTEND_GRPC_PORT: value('--port'), DYNAMIC_CONFIG_FILE_PATH: ${JSON.stringify(path.join(folder, 'dynamic.yaml'))},
      });
    })();
  `;

  it('starts it with a database file, our namespace and our dynamic configuration, and on the same file again', async () => {
    const log = path.join(folder, 'arguments.log');
    await writeFile(path.join(folder, 'dynamic.yaml'), 'system.namespaceCacheRefreshInterval:\n  - value: "200ms"\n');
    const env = { PATH: await programOnPath('temporal', recorder(log)), ...(await emptyCache()) };
    const way = await findTemporal(silentProgress, env as never);
    expect(way).toEqual({ kind: 'cli', program: path.join(env.PATH, 'temporal') });

    const dataDir = path.join(folder, 'way-two');
    const server = await startTemporal({ dataDir, way, ownUiPort: 45_999, namespace: 'way-two' });
    try {
      await setUpTemporal({ address: server.address, namespace: 'way-two' });
      expect(await canStartAWorkflow(server.address, 'way-two')).toBe(true);
      await server.kill();
      await server.restart();
      const connection = await Connection.connect({ address: server.address });
      const client = new Client({ connection, namespace: 'way-two' });
      expect((await client.workflow.getHandle('dossier-probe').describe()).status.name).toBe('RUNNING');
      await connection.close();
    } finally {
      await server.stop();
    }
    const runs = (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string[]);
    expect(runs).toHaveLength(2);
    expect(runs[1]).toEqual(runs[0]);
    const port = server.address.split(':')[1];
    expect(runs[0]!.slice(0, 6)).toEqual(['server', 'start-dev', '--ip', '127.0.0.1', '--port', port]);
    expect(runs[0]!.join(' ')).toContain(`--db-filename ${path.join(dataDir, 'temporal.db')}`);
    expect(runs[0]!.join(' ')).toContain('--namespace way-two');
    expect(runs[0]!.join(' ')).toContain('--ui-port 45999');
    expect(runs[0]!.join(' ')).toContain('--dynamic-config-value system.namespaceCacheRefreshInterval="200ms"');
    expect(runs[0]!.join(' ')).not.toContain('TimeSkipping');
  });
});

describe('way 4: built from its modules', () => {
  // Answers what a Go would, and writes the program where GOBIN says, slowly enough for a second run to meet it.
  const fakeGo = (log: string): string => `
    const fs = require('node:fs');
    const args = process.argv.slice(2);
    if (args[0] === 'env') { console.log(args.includes('GOVERSION') ? 'go1.26.8' : ${JSON.stringify(folder)} + '\\n' + ${JSON.stringify(folder)}); process.exit(0); }
    const { GOTOOLCHAIN, GOFLAGS, GOBIN } = process.env;
    fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, GOTOOLCHAIN, GOFLAGS, module: args.at(-1) }) + '\\n');
    setTimeout(() => { fs.writeFileSync(GOBIN + '/' + (args.at(-1).includes('/sql@') ? 'sql' : 'server'), 'built'); }, 1500);
  `;

  it('builds each part once though two runs ask, with the pins, a newer Go allowed and no flags of the user', async () => {
    const log = path.join(folder, 'go.log');
    const env = {
      PATH: await programOnPath('go', fakeGo(log)),
      GOFLAGS: '-mod=vendor',
      ...noInternet,
      ...(await emptyCache()),
    };
    const [first, second] = await Promise.all([1, 2].map(() => findTemporal(silentProgress, env as never)));
    expect(first).toEqual({
      kind: 'built',
      server: builtProgram('server', env as never),
      ui: builtProgram('ui', env as never),
    });
    expect(second).toEqual(first);
    const runs = (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(runs.map(({ module }) => module)).toEqual([
      `go.temporal.io/server/cmd/server@v${temporalServerVersion}`,
      'github.com/temporalio/ui-server/v2/cmd/server@v2.55.0',
    ]);
    expect(runs.every(({ GOTOOLCHAIN, GOFLAGS }) => GOTOOLCHAIN === 'auto' && GOFLAGS === '')).toBe(true);
    expect(await readFile(builtProgram('server', env as never), 'utf8')).toBe('built');
    expect(existsSync(path.join(builtFolder(env as never), 'build.lock'))).toBe(false);
  });

  it('takes over the lock of a build that died', async () => {
    const env = { PATH: await programOnPath('go', fakeGo(path.join(folder, 'go2.log'))), ...(await emptyCache()) };
    await mkdir(builtFolder(env as never), { recursive: true });
    await writeFile(path.join(builtFolder(env as never), 'build.lock'), JSON.stringify({ pid: 2_999_999, began: '1' }));
    await buildTemporal(['ui'], silentProgress, env as never);
    expect(existsSync(builtProgram('ui', env as never))).toBe(true);
  });

  it('says in a sentence what stopped a build', async () => {
    const failing = (words: string): Promise<string> =>
      programOnPath(
        'go',
        `if (process.argv[2] === 'env') { console.log('go1.26.8'); process.exit(0); } console.error(${JSON.stringify(words)}); process.exit(1);`,
      );
    const build = async (words: string): Promise<void> =>
      buildTemporal(['ui'], silentProgress, { PATH: await failing(words), ...(await emptyCache()) } as never);
    await expect(build('write /x: no space left on device')).rejects.toThrow(
      'The disk is full: free about 6 GB, then try again.',
    );
    await expect(build('dial tcp: lookup modules.example: no such host')).rejects.toThrow(/GOPROXY/);
    await expect(build('undefined: x')).rejects.toThrow(/did not build: set TEMPORAL_ADDRESS/);
  });
});

describe('no way at all', () => {
  it('says which of the four to provide', async () => {
    const env = { PATH: await programOnPath('unrelated', ''), ...noInternet, ...(await emptyCache()) };
    const failure = await findTemporal(silentProgress, env as never).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Problem);
    for (const word of ['TEMPORAL_ADDRESS', '`temporal`', 'temporal.download', 'Go 1.21']) {
      expect((failure as Problem).message).toContain(word);
    }
  });
});
