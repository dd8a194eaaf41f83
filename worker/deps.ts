import { createDocumentActivities } from '#activities/documents/index.ts';
import {
  createMailActivities,
  createMailTransport,
  mailSettings,
  type MailActivities,
} from '#activities/mail/index.ts';
import { eraseContent } from '#activities/reactions/erase-content.ts';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import type { Env } from '#config/env.ts';
import type { Database } from '#db/database.ts';
import { openDiskStore } from '#db/files/disk.ts';
import type { FileStore } from '#db/files/store.ts';

export type WorkerPorts = { ports: ReactionPorts; mail: MailActivities; files: FileStore; stop(): Promise<void> };

/** What runs the pending reactions, built once for the process. */
export function createPorts({ env, smtpUrl, db }: { env: Env; smtpUrl: string; db: Database }): WorkerPorts {
  const files = openDiskStore(env.FILES_DIR);
  const mail = createMailActivities({
    db,
    transport: createMailTransport(smtpUrl),
    settings: mailSettings(env),
  });
  const documents = createDocumentActivities({ db, files, officeName: env.OFFICE_NAME });
  return {
    mail,
    files,
    stop: documents.stop,
    ports: {
      renderDocument: documents.renderDocument,
      notify: mail.notify,
      eraseContent: ({ dossierId }) => eraseContent(db, files, dossierId),
    },
  };
}
