import { createDocumentActivities } from '#activities/documents/index.ts';
import {
  createMailActivities,
  createMailTransport,
  mailSettings,
  type MailActivities,
} from '#activities/mail/index.ts';
import { eraseContent } from '#activities/reactions/erase.ts';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import type { Env } from '#config/env.ts';
import { openDiskStore } from '#db/files/disk.ts';
import type { FileStore } from '#db/files/store.ts';
import { poolOf, type Orm } from '#db/orm.ts';

export type WorkerPorts = { ports: ReactionPorts; mail: MailActivities; files: FileStore; stop(): Promise<void> };

/** What runs the journal's reactions, built once for the process. */
export async function createPorts({ env, orm }: { env: Env; orm: Orm }): Promise<WorkerPorts> {
  const pool = await poolOf(orm);
  const files = openDiskStore(env.FILES_DIR);
  const mail = createMailActivities({
    pool,
    transport: createMailTransport(env.SMTP_URL),
    settings: mailSettings(env),
  });
  const documents = createDocumentActivities({ pool, files, officeName: env.OFFICE_NAME });
  return {
    mail,
    files,
    stop: documents.stop,
    ports: {
      renderDocument: documents.renderDocument,
      notify: mail.notify,
      eraseContent: ({ dossierId }) => eraseContent(pool, files, dossierId),
    },
  };
}
