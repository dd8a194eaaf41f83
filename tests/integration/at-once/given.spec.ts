import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { messageRow } from '#db/content/drafts.ts';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { fileDraft, saveDraft, type DraftText } from '#web/server/services/dossier/open-dossier/drafts.ts';
import type { CommandEngine } from '#web/server/services/dossier/open-dossier/execute.ts';
import type { OpenDossier } from '#web/server/services/dossier/open-dossier/load-dossier.ts';

const file = databaseForFile();

test('B-03 a text that is being posted stays as it was given when the same is posted once too often meanwhile', async () => {
  const dossierId = await file.dossier();
  const { consumer } = file.people;
  const opened = {
    summaryRow: { id: dossierId },
    user: { id: consumer.userId },
    actor: consumer,
  } as unknown as OpenDossier;
  const whose = { dossierId, authorId: consumer.userId, thread: 'negotiation', authorRole: 'consumer' } as const;
  const id = randomUUID();
  const text = (body: string): DraftText<string> => ({
    row: (row) => messageRow({ ...whose, id: row, body }),
    ...{ id, seen: [] },
  });
  const post = (command: CommandEngine['command']) =>
    fileDraft({ db: file.db, engine: { command } }, opened, {
      draft: text('Bonjour'),
      key: randomUUID(),
      command: (messageId) => ({ type: 'postMessage', thread: 'negotiation', messageId }),
      otherwise: 'anew',
    });
  await post(async () => {
    await expect(
      post(async () => {
        throw new AppError('rate.acts');
      }),
    ).rejects.toMatchObject({ code: 'rate.acts' });
    // The first one is on its way: what is typed now is another text.
    expect(await saveDraft(file.db, text('Autre chose'))).toMatchObject({ beside: 'sent' });
    return { seq: 1, status: 'negotiation', repeated: false };
  });
  const { rows } = await file.pool.query('select body from message where id = $1', [id]);
  expect(rows).toEqual([{ body: 'Bonjour' }]);
});
