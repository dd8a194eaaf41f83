import { sql } from 'kysely';
import type { Remedy } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Author } from '#domain/dossier/types.ts';
import { firstRow, iso, type Db } from './sql.ts';

/**
 * What came of saving a draft row. `published`: a command published it before (the same form sent twice); nothing was changed.
 * `foreign`: the id belongs to someone else's row; nothing was changed.
 */
export type Saved = 'saved' | 'published' | 'foreign';

type Owned = { mine: boolean; published: boolean };

export type ProposalDraft = {
  id: string;
  dossierId: string;
  proposalId: string;
  authorId: string;
  author: Author;
  remedies: Remedy[];
  terms: string;
};

/** Writes a proposal that only its author sees until a command publishes it (architecture §4). */
export async function saveProposalDraft(db: Db, draft: ProposalDraft): Promise<Saved> {
  const done = await firstRow(
    db,
    sql<{ id: string }>`
      insert into proposal_content (id, dossier_id, proposal_id, author_id, author, remedies, terms)
      values (${draft.id}::uuid, ${draft.dossierId}::uuid, ${draft.proposalId}::uuid, ${draft.authorId}::uuid, ${draft.author},
        ${JSON.stringify(draft.remedies)}::jsonb, ${draft.terms})
      on conflict (id) do update set remedies = excluded.remedies, terms = excluded.terms, saved_at = now()
        where proposal_content.published_at is null and proposal_content.author_id = excluded.author_id
          and proposal_content.dossier_id = excluded.dossier_id and proposal_content.proposal_id = excluded.proposal_id
      returning id`,
  );
  return done ? 'saved' : kept(await owned(db, 'proposal_content', draft.id, draft.dossierId, draft.authorId));
}

/** The proposal that a person left unfinished: a new one (`proposalId` null) or an edit of the named one. */
export async function proposalDraft(
  db: Db,
  dossierId: string,
  authorId: string,
  editedProposalId: string | null,
): Promise<{ id: string; proposalId: string; remedies: Remedy[]; terms: string; savedAt: string } | null> {
  return firstRow(
    db,
    sql<{ id: string; proposalId: string; remedies: Remedy[]; terms: string; savedAt: string }>`
      select p.id, p.proposal_id as "proposalId", p.remedies, p.terms, ${iso('p.saved_at')} as "savedAt"
      from proposal_content p
      where p.dossier_id = ${dossierId}::uuid and p.author_id = ${authorId}::uuid and p.published_at is null
        and ${
          editedProposalId
            ? sql`p.proposal_id = ${editedProposalId}::uuid`
            : sql`not exists (select 1 from proposal_content q where q.proposal_id = p.proposal_id and q.published_at is not null)`
        }
      order by p.saved_at desc, p.id limit 1`,
  );
}

/** Forgets the unfinished proposals of a person, on request. */
export async function discardProposalDrafts(db: Db, dossierId: string, authorId: string): Promise<void> {
  await sql`delete from proposal_content where dossier_id = ${dossierId}::uuid and author_id = ${authorId}::uuid
    and published_at is null`.execute(db);
}

export type MessageDraft = {
  id: string;
  dossierId: string;
  thread: Thread;
  authorId: string;
  authorRole: string;
  body: string;
};

/** Writes a message that only its author sees until it is posted. */
export async function saveMessageDraft(db: Db, draft: MessageDraft): Promise<Saved> {
  const done = await firstRow(
    db,
    sql<{ id: string }>`
      insert into message (id, dossier_id, thread, author_id, author_role, body)
      values (${draft.id}::uuid, ${draft.dossierId}::uuid, ${draft.thread}, ${draft.authorId}::uuid, ${draft.authorRole}, ${draft.body})
      on conflict (id) do update set body = excluded.body, author_role = excluded.author_role, saved_at = now()
        where message.published_at is null and message.author_id = excluded.author_id
          and message.dossier_id = excluded.dossier_id and message.thread = excluded.thread
      returning id`,
  );
  return done ? 'saved' : kept(await owned(db, 'message', draft.id, draft.dossierId, draft.authorId));
}

/** The message that a person left unposted in a thread. */
export async function messageDraft(
  db: Db,
  dossierId: string,
  thread: Thread,
  authorId: string,
): Promise<{ id: string; body: string; savedAt: string } | null> {
  return firstRow(
    db,
    sql<{ id: string; body: string; savedAt: string }>`
      select id, body, ${iso('saved_at')} as "savedAt" from message
      where dossier_id = ${dossierId}::uuid and thread = ${thread} and author_id = ${authorId}::uuid and published_at is null
      order by message.saved_at desc, id limit 1`,
  );
}

export type JustificationDraft = { id: string; dossierId: string; authorId: string; kind: string; body: string };

/** Writes a justification that only its author sees until the act that it explains is done. */
export async function saveJustification(db: Db, draft: JustificationDraft): Promise<Saved> {
  const done = await firstRow(
    db,
    sql<{ id: string }>`
      insert into justification (id, dossier_id, author_id, kind, body)
      values (${draft.id}::uuid, ${draft.dossierId}::uuid, ${draft.authorId}::uuid, ${draft.kind}, ${draft.body})
      on conflict (id) do update set body = excluded.body, kind = excluded.kind, saved_at = now()
        where justification.published_at is null and justification.author_id = excluded.author_id
          and justification.dossier_id = excluded.dossier_id
      returning id`,
  );
  return done ? 'saved' : kept(await owned(db, 'justification', draft.id, draft.dossierId, draft.authorId));
}

/** The justification of that kind that a person left unused. */
export async function justificationDraft(
  db: Db,
  dossierId: string,
  authorId: string,
  kind: string,
): Promise<{ id: string; body: string } | null> {
  return firstRow(
    db,
    sql<{ id: string; body: string }>`
      select id, body from justification
      where dossier_id = ${dossierId}::uuid and author_id = ${authorId}::uuid and kind = ${kind} and published_at is null
      order by saved_at desc, id limit 1`,
  );
}

async function owned(
  db: Db,
  table: 'proposal_content' | 'message' | 'justification',
  id: string,
  dossierId: string,
  authorId: string,
): Promise<Owned | null> {
  return firstRow(
    db,
    sql<Owned>`select author_id = ${authorId}::uuid and dossier_id = ${dossierId}::uuid as mine, published_at is not null as published
      from ${sql.table(table)} where id = ${id}::uuid`,
  );
}

function kept(row: Owned | null): Saved {
  return row?.mine && row.published ? 'published' : 'foreign';
}
