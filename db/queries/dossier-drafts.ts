import { sql } from 'kysely';
import type { ProposalContent, Remedy } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Author } from '#domain/dossier/types.ts';
import type { DraftRow } from './draft-rows.ts';
import { allRows, iso, type Db } from './sql.ts';

type Whose = { id: string; dossierId: string; authorId: string };

/** A proposal that only its author sees until a command publishes it (architecture §4). */
export function proposalRow(
  draft: Whose & { proposalId: string; author: Author; content: ProposalContent },
): DraftRow<ProposalContent> {
  const { id, dossierId, authorId, proposalId, author } = draft;
  const { remedies, terms } = draft.content;
  return {
    table: 'proposal_content',
    id,
    dossierId,
    authorId,
    which: { proposal_id: sql`${proposalId}::uuid`, author: sql`${author}` },
    columns: { remedies: sql`${JSON.stringify(remedies)}::jsonb`, terms: sql`${terms}` },
    content: { remedies, terms },
    read: sql<ProposalContent>`jsonb_build_object('remedies', remedies, 'terms', terms)`,
    isBlank: (content) => content.remedies.length === 0 && content.terms.trim() === '',
  };
}

export type ProposalDraft = { id: string; proposalId: string; remedies: Remedy[]; terms: string; savedAt: string };

/**
 * The proposals that a person left unfinished, last saved first: new ones (`editedProposalId` null), edits of the named one, or both
 * (`any`).
 */
export async function proposalDrafts(
  db: Db,
  dossierId: string,
  authorId: string,
  editedProposalId: string | null,
  any = false,
): Promise<ProposalDraft[]> {
  const isNew = sql`not exists (select 1 from proposal_content q where q.proposal_id = p.proposal_id and q.published_at is not null)`;
  const which = any ? sql`true` : editedProposalId ? sql`p.proposal_id = ${editedProposalId}::uuid` : isNew;
  return allRows(
    db,
    sql<ProposalDraft>`
      select p.id, p.proposal_id as "proposalId", p.remedies, p.terms, ${iso('p.saved_at')} as "savedAt"
      from proposal_content p
      where p.dossier_id = ${dossierId}::uuid and p.author_id = ${authorId}::uuid and p.published_at is null
        and (p.remedies <> '[]'::jsonb or btrim(p.terms) <> '') and ${which}
      order by p.saved_at desc, p.id limit 20`,
  );
}

/** A message that only its author sees until it is posted. */
export function messageRow(draft: Whose & { thread: Thread; authorRole: string; body: string }): DraftRow<string> {
  const { id, dossierId, authorId, thread, authorRole, body } = draft;
  return {
    table: 'message',
    id,
    dossierId,
    authorId,
    which: { thread: sql`${thread}` },
    columns: { author_role: sql`${authorRole}`, body: sql`${body}` },
    content: body,
    read: sql<string>`body`,
    isBlank: (content) => content.trim() === '',
  };
}

export type MessageDraft = { id: string; body: string; savedAt: string };

/** The messages that a person left unposted in a thread, last saved first. */
export async function messageDrafts(
  db: Db,
  dossierId: string,
  thread: Thread,
  authorId: string,
): Promise<MessageDraft[]> {
  return allRows(
    db,
    sql<MessageDraft>`
      select id, body, ${iso('saved_at')} as "savedAt" from message
      where dossier_id = ${dossierId}::uuid and thread = ${thread} and author_id = ${authorId}::uuid and published_at is null
        and btrim(body) <> ''
      order by message.saved_at desc, id limit 20`,
  );
}

/** A justification that only its author sees until the act that it explains is done. */
export function justificationRow(draft: Whose & { kind: string; body: string }): DraftRow<string> {
  const { id, dossierId, authorId, kind, body } = draft;
  return {
    table: 'justification',
    id,
    dossierId,
    authorId,
    which: { kind: sql`${kind}` },
    columns: { body: sql`${body}` },
    content: body,
    read: sql<string>`body`,
    isBlank: (content) => content.trim() === '',
  };
}

export type JustificationDraft = { id: string; body: string; savedAt: string };

/** The justifications of a kind that a person left unused, last saved first. */
export async function justificationDrafts(
  db: Db,
  dossierId: string,
  authorId: string,
  kind: string,
): Promise<JustificationDraft[]> {
  return allRows(
    db,
    sql<JustificationDraft>`
      select id, body, ${iso('saved_at')} as "savedAt" from justification
      where dossier_id = ${dossierId}::uuid and author_id = ${authorId}::uuid and kind = ${kind} and published_at is null
      order by justification.saved_at desc, id limit 20`,
  );
}
