import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { Pool } from 'pg';
import { databaseOver } from '#db/database.ts';
import { createDocumentActivities } from '#activities/documents/index.ts';
import { createMailActivities, createMailTransport, mailSettings, type MailDeps } from '#activities/mail/index.ts';
import { eraseContent } from '#activities/reactions/erase-content.ts';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import { runReactions } from '#activities/reactions/run-reactions.ts';
import { openDiskStore } from '#db/files/disk.ts';
import type { FileStore } from '#db/files/store.ts';
import { openOrm, poolOf } from '#db/orm.ts';
import { manualEngine } from '../engine/manual.ts';
import { createPeople, named, type People } from '../people.ts';
import { openPlay, type Play } from '../engine/play.ts';
import type { Scenario } from '#domain/testing/scenario/scenarios.ts';
import { startTestMail, type TestMail } from '../mail.ts';
import { testSecrets } from '../secrets.ts';
import { createTestDatabase } from '../servers.ts';

export const origin = 'https://parle.example';
const officeEmail = 'office@parle.example';

/** A row of the outbox. */
export type OutboxRow = {
  id: string;
  to: string;
  template: string;
  state: string;
  attempts: number;
  error: string | null;
  params: Record<string, string>;
};

/** Mails and documents done for real on PostgreSQL, SMTP and a disk; the dossiers are played without Temporal. */
export type ActivityRuns = {
  /** The database as the worker has it. */
  workerUrl: string;
  pool: Pool;
  mail: TestMail;
  mailDeps: MailDeps;
  ports: ReactionPorts;
  files: FileStore;
  filesDir: string;
  deliverPending(): Promise<number>;
  /** A cast of its own, each person with a name and address that tell the role. */
  people(): Promise<People>;
  /** A scenario played, by a cast of its own when none is given; `now` is the dossier's own clock. */
  open(scenario?: Scenario, options?: { people?: People; now?: () => Date }): Promise<Play>;
  /** Does what a dossier owes, as the activity does. */
  run(dossierId: string): Promise<void>;
  /** The outbox's rows about a dossier, oldest first. */
  outbox(dossierId: string): Promise<OutboxRow[]>;
  /** Makes mails that wait due now, as if their pause were over. */
  wait(): Promise<void>;
  stop(): Promise<void>;
};

export async function startActivityRuns(): Promise<ActivityRuns> {
  const [database, mail, filesDir] = await Promise.all([
    createTestDatabase(),
    startTestMail(),
    mkdtemp(path.join(os.tmpdir(), 'parle-activity-runs-')),
  ]);
  const orm = await openOrm(database.url);
  const pool = await poolOf(orm);
  const workerOrm = await openOrm(database.as.worker);
  const db = databaseOver(await poolOf(workerOrm));
  const files = openDiskStore(filesDir);
  const settings = mailSettings({
    PUBLIC_ORIGIN: origin,
    OFFICE_NAME: 'Office de la protection du consommateur',
    OFFICE_EMAIL: officeEmail,
    MAIL_FROM: 'ne-pas-repondre@parle.example',
    MAIL_FROM_NAME: 'Parle consommation',
    secrets: testSecrets,
  });
  const mailDeps = { db, transport: createMailTransport(mail.url), settings };
  const mails = createMailActivities(mailDeps);
  const ports: ReactionPorts = {
    ...createDocumentActivities({ db, files, officeName: settings.officeName }),
    notify: mails.notify,
    eraseContent: ({ dossierId }) => eraseContent(db, files, dossierId),
  };
  const people = async (): Promise<People> => createPeople(pool, { particulars: named });
  return {
    workerUrl: database.as.worker,
    pool,
    mail,
    mailDeps,
    ports,
    files,
    filesDir,
    deliverPending: () => mails.deliverPending(),
    people,
    async open(scenario, options = {}) {
      const cast = options.people ?? (await people());
      const invitee = `invitee@${cast.merchantId}.example`;
      return openPlay({ engine: manualEngine(db, options.now), pool, people: cast }, scenario, { invitee });
    },
    run: (dossierId) =>
      new MockActivityEnvironment().run(() => runReactions(db, ports, { dossierId, upTo: 1_000_000, except: [] })),
    async outbox(dossierId) {
      const { rows } = await pool.query<OutboxRow>(
        `select id, to_address as "to", template, state, attempts, last_error as error, params from mail
          where dossier_id = $1 order by created_at, to_address`,
        [dossierId],
      );
      return rows;
    },
    async wait() {
      await pool.query(
        `update mail set attempted_at = attempted_at - interval '2 hours', held_until = held_until - interval '2 hours' where state = 'queued'`,
      );
    },
    async stop() {
      await Promise.all([orm.close(), workerOrm.close()]);
      await mail.stop();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}
