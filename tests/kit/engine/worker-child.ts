import { appendFileSync } from 'node:fs';
import { createActivities, type Activities } from '#activities/index.ts';
import { createRecoveryEngine } from '#activities/recovery/engine.ts';
import { createNoticeRunner } from '#activities/reactions/notices.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { connect } from '#worker/connect.ts';
import { installRuntime } from '#worker/log.ts';
import { runWorker } from '#worker/run-worker.ts';

/** Where a chaos test stops the worker: before the journal's transaction, after its commit, or after a reaction was done. */
export type PausePoint = 'before-commit' | 'after-commit' | 'after-reaction';

type Settings = {
  databaseUrl: string;
  address: string;
  namespace: string;
  taskQueue: string;
  commandKey: string;
  /** A file: one line a reaction done. */
  doneFile: string;
  pause: { at: PausePoint; commandType: string } | null;
};

/** A worker in a process of its own, to be killed. It tells its parent when it reaches the pause, and then never goes on. */
const settings = JSON.parse(process.argv[2]!) as Settings;
const never = (): Promise<never> => {
  process.send?.({ type: 'paused' });
  return new Promise(() => undefined);
};
installRuntime(() => undefined);
const orm = await openOrm(settings.databaseUrl);
const db = await databaseOf(orm);
const target = { TEMPORAL_ADDRESS: settings.address, TEMPORAL_NAMESPACE: settings.namespace, TEMPORAL_TLS: false };
const { connection, client } = (await connect(target, new AbortController().signal, () => undefined))!;
const done = async (owed: { id: string }): Promise<void> => {
  appendFileSync(settings.doneFile, `${owed.id}\n`);
  if (settings.pause?.at === 'after-reaction') await never();
};
const ports = { renderDocument: done, notify: done, eraseContent: done };
const engine = createRecoveryEngine({ client, taskQueue: settings.taskQueue });
const notices = createNoticeRunner({ db, ports, engine });
const struck = (type: string): boolean => settings.pause?.commandType === type;
/** Killed right after the commit, before it had run what it took: of the act at which it is struck, it runs nothing. */
let atCommit = false;
const struckNotices: typeof notices = {
  take: (dossierId, reactions) =>
    atCommit && settings.pause?.at === 'after-commit' ? true : notices.take(dossierId, reactions),
  stop: notices.stop,
};
const admission = { keys: [settings.commandKey], disbelieved: () => undefined };
const real = createActivities({ journalDb: db, db, ports, engine, notices: struckNotices, admission });
const activities: Activities = {
  ...real,
  async record(input) {
    const { pause } = settings;
    const here = pause !== null && input.events.some(({ type }) => struck(type));
    atCommit = here;
    if (here && pause.at === 'before-commit') await never();
    const result = await real.record(input);
    if (here && pause.at === 'after-commit') await never();
    return result;
  },
};
runWorker({
  connection,
  client,
  namespace: settings.namespace,
  taskQueue: settings.taskQueue,
  activities,
  report: (event) => void (event === 'ready' && process.send?.({ type: 'ready' })),
});
