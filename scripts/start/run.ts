import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnv, readTemporalEnv } from '#config/env.ts';
import { onStopAsked } from '#config/stop.ts';
import { temporalOptions, type TemporalOptions } from '#config/temporal.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { defaultNamespace } from '#contracts/task-queues.ts';
import { migrate } from '#db/migrate.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { dataDir as dataFolder, root } from '#scripts/system/paths.ts';
import { explain, Problem } from '#scripts/system/problem.ts';
import { endAll, killAll, type Managed } from '#scripts/system/processes.ts';
import { consoleProgress, type Progress } from '#scripts/system/progress.ts';
import { takeDataFolder } from './data-folder.ts';
import { ensureDemo } from './demo.ts';
import { readOptions, type StartOptions } from './options.ts';
import { buildPages } from './pages.ts';
import { platformEnv, startProcess } from './platform.ts';
import { database, mail, requirePublicPorts, temporal, type StartContext } from './servers.ts';
import { listed, rememberedSettings } from './settings.ts';
import { createStack, type Stack } from './stack.ts';
import { readyMessage } from './table.ts';
import { waitUntilReady, watchOver } from './watch-over.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function withStep<T>(progress: Progress, name: string, work: () => Promise<T>): Promise<T> {
  const step = progress.step(name);
  try {
    const result = await work();
    step.done();
    return result;
  } catch (error) {
    step.failed();
    throw error;
  }
}

/** A setting that does not hold is named here, once, rather than by two processes in their logs. */
function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Problem((error as Error).message, { cause: error });
  }
}

/** How to authenticate to the Temporal server that is given; ours needs neither TLS nor key. */
const givenTemporal = (): TemporalOptions => {
  const set = Object.entries(process.env).filter(([, value]) => value !== '');
  return temporalOptions(checked(() => readTemporalEnv(Object.fromEntries(set))));
};

async function bringUp(options: StartOptions, stack: Stack, giveUp: (error: unknown) => void): Promise<void> {
  const began = Date.now();
  const dataDir = dataFolder();
  const lock = await takeDataFolder(dataDir, options.fresh, say);
  stack.add('data folder', lock.release);
  const parts: Promise<unknown>[] = [];
  stack.add('what was being started', async () => {
    await endAll();
    // Each releases what it holds (the lock of a build) once its program has ended.
    await Promise.race([Promise.allSettled(parts), sleep(5000)]);
  });
  await requirePublicPorts(options);
  const progress = consoleProgress();
  const given = options.given.temporalAddress ? givenTemporal() : null;
  const namespace = given?.namespace ?? (process.env['TEMPORAL_NAMESPACE'] || defaultNamespace);
  const lost = ({ name, logFile, tail }: Managed): void =>
    giveUp(new Problem(`${name} ended by itself, so everything stops; its log is ${logFile}:\n${tail(5)}`));
  const settings = await rememberedSettings(dataDir);
  const context: StartContext = { options, dataDir, settings, progress, stack, namespace, lost };
  const logs = path.join(dataDir, 'logs');

  const all = [
    database(context).then(async (addresses) => {
      await withStep(progress, 'Database schema', () => migrate(addresses.owner));
      return addresses;
    }),
    temporal(context).then(async (server) => {
      await setUpTemporal({ ...(given?.connection ?? { address: server.address }), namespace });
      return server;
    }),
    mail(context),
    options.mode === 'start' ? buildPages(progress, logs) : Promise.resolve(),
  ] as const;
  parts.push(...all);
  const [databases, engine, post] = await Promise.all(all);

  const addresses = { databaseUrl: databases.web, temporalAddress: engine.address, namespace, smtpUrl: post.smtpUrl };
  const env = platformEnv(options, { dataDir, settings, addresses });
  checked(() => readEnv(env));
  // The web never holds what signs the record.
  const journalKey = env['JOURNAL_KEY'] ?? settings.journalKey;
  await withStep(progress, 'Worker and web', async () => {
    const health = { worker: `${env['WORKER_HEALTH_PORT']}/ready`, web: `${env['PORT']}/health/ready` };
    const names = ['worker', 'web'] as const;
    const formerKeys = env['JOURNAL_FORMER_KEYS'] ?? listed(settings.former.journalKey);
    const ownOf = (name: (typeof names)[number]) => ({
      DATABASE_URL: databases[name],
      JOURNAL_KEY: name === 'worker' ? journalKey : undefined,
      JOURNAL_FORMER_KEYS: name === 'worker' ? formerKeys : undefined,
    });
    const watched = names.map((name) =>
      watchOver({
        start: () => startProcess({ name, mode: options.mode, env: { ...env, ...ownOf(name) }, logs }),
        say,
        giveUp,
      }),
    );
    watched.forEach((one, index) => stack.add(names[index]!, one.stop));
    await Promise.all(
      names.map((name, index) => waitUntilReady(watched[index]!.process(), `http://127.0.0.1:${health[name]}`)),
    );
    watched.forEach((one) => one.keepUp());
  });
  const people = await ensureDemo(env, { dataDir, progress, journal: { databaseUrl: databases.worker, journalKey } });

  const places: [string, string][] = [
    ['Application', env['PUBLIC_ORIGIN']!],
    ['Mail inbox', post.inboxUrl ?? 'given by SMTP_URL'],
    ['Temporal UI', engine.uiUrl ?? `that of the server at ${engine.address}`],
  ];
  const everyone = new URL(href(pages.accounts.demonstration), env['PUBLIC_ORIGIN']).href;
  const seconds = Math.round((Date.now() - began) / 1000);
  if (!stack.ending)
    say(readyMessage({ seconds, places, people, everyone, dataDir: path.relative(root, dataDir) || dataDir }));
}

/**
 * `npm start` and `npm run dev`: brings everything up, waits until it is asked to end (Ctrl-C, SIGTERM, a terminal or a parent that is
 * gone), and ends everything in order.
 *
 * @returns the exit code: 0 when asked to end, 1 when something could not start or would not stay up, or when it was hurried.
 */
export async function start(mode: 'start' | 'dev', args: string[]): Promise<number> {
  const stack = createStack((name, error) => say(`${name} did not end in order: ${explain(error)}`));
  const { promise: over, resolve: end } = Promise.withResolvers<{ error?: unknown }>();
  const giveUp = (error: unknown): void => end({ error });
  let asked = 0;
  let hurried = false;
  onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
    if (!asked) say('\nStopping…');
    // A terminal, npm and the bootstrap all pass on the same Ctrl-C: only one that comes later means "at once".
    else if (Date.now() - asked > 3000 && !hurried) {
      hurried = true;
      void killAll();
    }
    asked ||= Date.now();
    end({});
  });
  process.on('uncaughtException', giveUp);
  try {
    void bringUp(readOptions(mode, args, process.env), stack, giveUp).catch(giveUp);
  } catch (error) {
    giveUp(error);
  }
  const { error } = await over;
  if (error !== undefined) process.stderr.write(`\n${explain(error)}\n`);
  await stack.unwind();
  await endAll();
  if (error === undefined) say('Stopped.');
  return error === undefined && !hurried ? 0 : 1;
}
