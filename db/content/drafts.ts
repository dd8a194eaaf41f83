import { sql } from 'kysely';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Author } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { json } from '../sql.ts';
import type { DraftRow } from './draft-rows.ts';

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
    which: { proposalId: sql`${proposalId}::uuid`, author: sql`${author}` },
    columns: { remedies: json(remedies), terms: sql`${terms}` },
    content: { remedies, terms },
    read: sql<ProposalContent>`jsonb_build_object('remedies', remedies, 'terms', terms)`,
    isBlank: (content) => content.remedies.length === 0 && content.terms.trim() === '',
  };
}

/** Drafts of one kind that a person's page offers at most. */
const maxDrafts = 20;

/** Which unfinished proposals: new ones (`edits: null`), edits of the named proposal, or both without it. */
type WhoseProposals = { dossierId: string; authorId: string; edits?: string | null };

/** The proposals that a person left unfinished, last saved first. */
export function proposalDrafts(db: Database, { dossierId, authorId, edits }: WhoseProposals) {
  return db
    .selectFrom('proposal_content as p')
    .select(['p.id', 'p.proposalId', 'p.remedies', 'p.terms', 'p.savedAt'])
    .where('p.dossierId', '=', dossierId)
    .where('p.authorId', '=', authorId)
    .where('p.publishedAt', 'is', null)
    .where(sql<boolean>`(${sql.ref('p.remedies')} <> '[]'::jsonb or btrim(${sql.ref('p.terms')}) <> '')`)
    .$if(typeof edits === 'string', (query) => query.where('p.proposalId', '=', edits ?? ''))
    .$if(edits === null, (query) =>
      query.where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('proposal_content as q')
              .select('q.id')
              .whereRef('q.proposalId', '=', 'p.proposalId')
              .where('q.publishedAt', 'is not', null),
          ),
        ),
      ),
    )
    .orderBy('p.savedAt', 'desc')
    .orderBy('p.id')
    .limit(maxDrafts)
    .execute();
}

/** A message that only its author sees until it is posted. `announcesClosing`: a mediator's announcement, which is a draft of its own (F-131). */
export function messageRow(
  draft: Whose & { thread: Thread; authorRole: string; body: string; announcesClosing?: boolean },
): DraftRow<string> {
  const { id, dossierId, authorId, thread, authorRole, body, announcesClosing = false } = draft;
  return {
    table: 'message',
    id,
    dossierId,
    authorId,
    which: { thread: sql`${thread}`, announcesClosing: sql`${announcesClosing}::boolean` },
    columns: { authorRole: sql`${authorRole}`, body: sql`${body}` },
    content: body,
    read: sql<string>`body`,
    isBlank: (content) => content.trim() === '',
  };
}

/** The messages that a person left unposted in a thread, last saved first. */
export function messageDrafts(
  db: Database,
  { dossierId, thread, authorId }: { dossierId: string; thread: Thread; authorId: string },
) {
  return db
    .selectFrom('message')
    .select(['id', 'body', 'savedAt', 'announcesClosing'])
    .where('dossierId', '=', dossierId)
    .where('thread', '=', thread)
    .where('authorId', '=', authorId)
    .where('publishedAt', 'is', null)
    .where(({ fn, ref }) => fn<string>('btrim', [ref('body')]), '<>', '')
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .limit(maxDrafts)
    .execute();
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

/** The justifications of a kind that a person left unused, last saved first. */
export function justificationDrafts(
  db: Database,
  { dossierId, authorId, kind }: { dossierId: string; authorId: string; kind: string },
) {
  return db
    .selectFrom('justification')
    .select(['id', 'body', 'savedAt'])
    .where('dossierId', '=', dossierId)
    .where('authorId', '=', authorId)
    .where('kind', '=', kind)
    .where('publishedAt', 'is', null)
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .limit(maxDrafts)
    .execute();
}
