import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { draftMark } from '#contracts/draft-mark.ts';
import { forgetDraftRow, maxUnsent, saveDraftRow } from '#db/content/draft-rows.ts';
import { messageRow } from '#db/content/drafts.ts';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { meetingAt } from '#tests/kit/held-row.ts';

const file = databaseForFile();

/** A message that the consumer writes in a dossier, and its saving. */
function writing(dossierId: string) {
  const authorId = file.people.consumer.userId;
  const whose = { dossierId, authorId, thread: 'negotiation', authorRole: 'consumer' } as const;
  const row = (id: string, body: string) => messageRow({ ...whose, id, body });
  const save = (id: string, body: string, saw = '') =>
    saveDraftRow(file.db, row(id, body), { seen: [draftMark(saw)], give: false });
  return { row, save };
}

const held = (id: string) => ({ lock: 'select from message where id = $1 for update', values: [id] });

async function bodyOf(id: string): Promise<string | null> {
  const { rows } = await file.pool.query<{ body: string }>('select body from message where id = $1', [id]);
  return rows[0]?.body ?? null;
}

describe('B-03 a text that one page saves in the same instant', () => {
  test('as another discards what was there is kept', async () => {
    const { row, save } = writing(await file.dossier());
    const id = randomUUID();
    await save(id, 'Au début');
    const [, saved] = await meetingAt<unknown>(file.pool, held(id), [
      () => forgetDraftRow(file.db, row(id, ''), [draftMark('Au début')]),
      () => save(id, 'La suite', 'Au début'),
    ]);
    expect([saved, await bodyOf(id)]).toEqual(['saved', 'La suite']);
  });

  test('as another makes room for its own among the empty ones is kept', async () => {
    const dossierId = await file.dossier();
    const { save } = writing(dossierId);
    const [empty, added] = [randomUUID(), randomUUID()];
    await save(empty, '');
    await file.pool.query(
      `insert into message (id, dossier_id, thread, author_id, author_role, body)
       select gen_random_uuid(), $1, 'negotiation', $2, 'consumer', 'Texte ' || n from generate_series(2, $3) n`,
      [dossierId, file.people.consumer.userId, maxUnsent],
    );
    const both = await meetingAt(file.pool, held(empty), [
      () => save(empty, 'Écrit à l’instant'),
      () => save(added, 'Un de plus'),
    ]);
    expect([both, await bodyOf(empty)]).toEqual([['saved', 'full'], 'Écrit à l’instant']);
  });
});
