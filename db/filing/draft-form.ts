import { sql } from 'kysely';
import type { Remedy } from '#domain/agreement/types.ts';
import type { Status } from '#domain/dossier/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedFor, preparedQuery } from '../prepared.ts';
import { json } from '../sql.ts';

/** What a consumer's side has written so far in a draft, wherever it is stored. `savedAt`: null before anyone wrote. */
export type DraftContent = {
  parties: PartiesForm;
  problem: ProblemForm;
  remedies: Remedy[];
  terms: string;
  savedAt: string | null;
};

const start = preparedFor(
  'form-start',
  () => sql`
    insert into dossier_form (dossier_id, parties, saved_by)
    select d.id, jsonb_strip_nulls(jsonb_build_object('addressLine', nullif(u.address_line, ''), 'city', nullif(u.city, ''),
      'province', nullif(u.province, ''), 'postalCode', nullif(u.postal_code, ''), 'phone', nullif(u.phone, ''))), null
    from dossier d join app_user u on u.id = d.consumer_id where d.id = ${placeholder('dossierId')}::uuid
    on conflict (dossier_id) do nothing`,
);

/** Opens the form of a draft the first time, with what the consumer's profile knows; later calls change nothing. */
export async function startForm(db: Database, dossierId: string): Promise<void> {
  await start(db, null, { dossierId });
}

const form = preparedQuery('form', (db) =>
  db
    .selectFrom('dossier_form')
    .select(['parties', 'problem'])
    .where('dossierId', '=', placeholder<string>('dossierId')),
);

/** What the consumer told of the parties and the problem (F-032). */
export async function dossierForm(db: Database, dossierId: string) {
  const [row] = await form(db, { dossierId });
  return row;
}

const content = preparedQuery('draft', (db) =>
  db
    .selectFrom('dossier_form as f')
    .leftJoin('proposal_content as p', (join) =>
      join.on('p.id', '=', placeholder<string>('contentId')).onRef('p.dossierId', '=', 'f.dossierId'),
    )
    .select(['f.parties', 'f.problem', 'p.remedies', 'p.terms', 'f.savedAt', 'f.savedBy'])
    .where('f.dossierId', '=', placeholder<string>('dossierId')),
);

/** The draft's content. */
export async function draftContent(
  db: Database,
  draft: { dossierId: string; contentId: string },
): Promise<DraftContent | null> {
  const [row] = await content(db, draft);
  if (!row) return null;
  const { parties, problem, remedies, terms, savedAt, savedBy } = row;
  return { parties, problem, remedies: remedies ?? [], terms: terms ?? '', savedAt: savedBy && savedAt };
}

/**
 * Holds the form of a draft until the transaction ends: whoever else saves one of its screens waits. What it says is read by a statement of its own
 * ({@link draftContent}): one that had to wait for a lock reads the rows that it joins as they were before it waited.
 */
export async function holdForm(db: Database, dossierId: string): Promise<void> {
  await db.selectFrom('dossier_form').select('dossierId').where('dossierId', '=', dossierId).forUpdate().execute();
}

/** Locks the dossier's row: no command changes it until the transaction ends. Null when there is none. */
export async function holdStatus(db: Database, dossierId: string): Promise<Status | null> {
  const row = await db.selectFrom('dossier').select('status').where('id', '=', dossierId).forShare().executeTakeFirst();
  return row?.status ?? null;
}

/** Writes the form's two parts and its title. Returns when it was saved. */
export async function writeForm(
  db: Database,
  form: { dossierId: string; userId: string; parties: PartiesForm; problem: ProblemForm },
): Promise<string> {
  const { dossierId, userId, parties, problem } = form;
  const { savedAt } = await db
    .updateTable('dossier_form')
    .set(({ eb, fn }) => ({
      parties: json(parties),
      problem: json(problem),
      title: problem.item ?? '',
      savedAt: fn<string>('now'),
      savedBy: userId,
      version: eb('version', '+', 1),
    }))
    .where('dossierId', '=', dossierId)
    .returning('savedAt')
    .executeTakeFirstOrThrow();
  return savedAt;
}

/** Makes who sends the draft the author of its first proposal, whoever of the consumer's side wrote it. */
export async function signFirstProposal(
  db: Database,
  { contentId, userId }: { contentId: string; userId: string },
): Promise<void> {
  await db
    .updateTable('proposal_content')
    .set({ authorId: userId })
    .where('id', '=', contentId)
    .where('publishedAt', 'is', null)
    .execute();
}

/** Writes the first proposal's draft; the person of the consumer's side who wrote last is its author until it is sent. */
export async function writeFirstProposal(
  db: Database,
  proposal: {
    contentId: string;
    dossierId: string;
    proposalId: string;
    authorId: string;
    remedies: Remedy[];
    terms: string;
  },
): Promise<void> {
  const { contentId: id, dossierId, proposalId, authorId, remedies, terms } = proposal;
  await db
    .insertInto('proposal_content')
    .values({ id, dossierId, proposalId, authorId, author: 'consumer', remedies: json(remedies), terms })
    .onConflict((on) =>
      on
        .column('id')
        .doUpdateSet(({ ref, fn }) => ({
          remedies: ref('excluded.remedies'),
          terms: ref('excluded.terms'),
          authorId: ref('excluded.authorId'),
          savedAt: fn<string>('now'),
        }))
        .where('proposal_content.publishedAt', 'is', null),
    )
    .execute();
}
