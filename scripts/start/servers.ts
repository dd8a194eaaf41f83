import path from 'node:path';
import { createRoles } from '#db/roles/create-roles.ts';
import { addressAs } from '#db/roles/names.ts';
import { startMailInbox } from '#scripts/servers/mail.ts';
import { startPostgres } from '#scripts/servers/postgres.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { dossiersPage, readOnlyDoor, startTemporalUi } from '#scripts/servers/temporal/ui.ts';
import { findTemporal } from '#scripts/servers/temporal/ways.ts';
import { requirePort } from '#scripts/system/ports.ts';
import type { Managed } from '#scripts/system/processes.ts';
import type { Progress } from '#scripts/system/progress.ts';
import type { DatabaseAddresses, StartOptions } from './options.ts';
import type { Remembered } from './settings.ts';
import type { Stack } from './stack.ts';

export type StartContext = {
  options: StartOptions;
  dataDir: string;
  settings: Remembered;
  progress: Progress;
  stack: Stack;
  namespace: string;
  /** Called when a server ends that nobody stopped. */
  lost: (server: Managed) => void;
};

const logFile = (dataDir: string, name: string): string => path.join(dataDir, 'logs', `${name}.log`);

function guard({ stack, lost }: StartContext, server: Managed): void {
  void server.ended.then(() => !stack.ending && lost(server));
}

/** Every public port is free, or the first that is not is named. */
export async function requirePublicPorts({ port, mailPort, temporalUiPort, given }: StartOptions): Promise<void> {
  await requirePort(port, 'application', 'PORT');
  if (!given.smtpUrl) await requirePort(mailPort, 'mail inbox', 'MAIL_PORT');
  if (!given.temporalAddress) await requirePort(temporalUiPort, 'Temporal UI', 'TEMPORAL_UI_PORT');
}

/** PostgreSQL: the given one, or the embedded one with its database and its roles. */
export async function database(context: StartContext): Promise<DatabaseAddresses> {
  const { options, dataDir, settings, progress, stack } = context;
  if (options.given.database) return options.given.database;
  const step = progress.step('PostgreSQL');
  const postgres = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    password: settings.postgresPassword,
    port: settings.postgresPort,
    logFile: logFile(dataDir, 'postgres'),
  });
  stack.add('PostgreSQL', postgres.stop);
  guard(context, postgres.process());
  await postgres.createDatabase('parle');
  const passwords = settings.rolePasswords;
  const url = postgres.url('parle');
  await createRoles(url, passwords);
  step.done();
  return {
    owner: addressAs('owner', url, passwords.owner),
    web: addressAs('web', url, passwords.web),
    worker: addressAs('worker', url, passwords.worker),
  };
}

/** The mail server: the given one, or ours with its inbox. */
export async function mail({
  options,
  dataDir,
  settings,
  stack,
}: StartContext): Promise<{ smtpUrl: string; inboxUrl: string | null }> {
  if (options.given.smtpUrl) return { smtpUrl: options.given.smtpUrl, inboxUrl: null };
  const inbox = await startMailInbox({
    smtpPort: settings.smtpPort,
    webPort: options.mailPort,
    dataDir: path.join(dataDir, 'mail'),
  });
  stack.add('mail inbox', inbox.stop);
  return inbox;
}

/** Temporal and its UI: the given server, which has its own UI, or ours with a read-only one. */
export async function temporal(context: StartContext): Promise<{ address: string; uiUrl: string | null }> {
  const { options, dataDir, settings, progress, stack, namespace } = context;
  const way = await findTemporal(progress);
  if (way.kind === 'given') return { address: way.address, uiUrl: null };
  const step = progress.step('Temporal');
  const folder = path.join(dataDir, 'temporal');
  const server = await startTemporal({
    dataDir: folder,
    way,
    port: settings.temporalPort,
    innerPorts: settings.temporalInnerPorts,
    ownUiPort: settings.temporalOwnUiPort,
    namespace,
    logFile: logFile(dataDir, 'temporal'),
  });
  stack.add('Temporal', server.stop);
  guard(context, server.process());
  const port = options.temporalUiPort;
  if (way.kind === 'built') {
    const ui = {
      port,
      temporalAddress: server.address,
      namespace,
      dataDir: folder,
      logFile: logFile(dataDir, 'temporal-ui'),
    };
    const process = await startTemporalUi(way.ui, ui);
    stack.add('Temporal UI', () => process.stop());
    guard(context, process);
  } else {
    const door = await readOnlyDoor(port, settings.temporalOwnUiPort);
    stack.add('Temporal UI', door.stop);
  }
  step.done();
  return { address: server.address, uiUrl: dossiersPage(`http://localhost:${port}`, namespace) };
}
