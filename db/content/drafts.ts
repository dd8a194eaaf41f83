import { sql } from 'kysely';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Author } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
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

const unfinishedProposals = preparedQuery('proposal-drafts', (db, which: 'new' | 'edits' | 'all') =>
  db
    .selectFrom('proposal_content as p')
    .select(['p.id', 'p.proposalId', 'p.remedies', 'p.terms', 'p.savedAt'])
    .where('p.dossierId', '=', placeholder<string>('dossierId'))
    .where('p.authorId', '=', placeholder<string>('authorId'))
    .where('p.publishedAt', 'is', null)
    .where(sql<boolean>`(${sql.ref('p.remedies')} <> '[]'::jsonb or btrim(${sql.ref('p.terms')}) <> '')`)
    .$if(which === 'edits', (query) => query.where('p.proposalId', '=', placeholder<string>('edits')))
    .$if(which === 'new', (query) =>
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
    .limit(sql.lit(maxDrafts)),
);

/** The proposals that a person left unfinished, last saved first. */
export function proposalDrafts(db: Database, whose: WhoseProposals) {
  const { edits } = whose;
  return unfinishedProposals(db, whose, edits === undefined ? 'all' : edits === null ? 'new' : 'edits');
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

const unpostedMessages = preparedQuery('message-drafts', (db) =>
  db
    .selectFrom('message')
    .select(['id', 'body', 'savedAt', 'announcesClosing'])
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('thread', '=', placeholder<Thread>('thread'))
    .where('authorId', '=', placeholder<string>('authorId'))
    .where('publishedAt', 'is', null)
    .where(({ fn, ref }) => fn<string>('btrim', [ref('body')]), '<>', '')
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .limit(sql.lit(maxDrafts)),
);

/** The messages that a person left unposted in a thread, last saved first. */
export function messageDrafts(db: Database, whose: { dossierId: string; thread: Thread; authorId: string }) {
  return unpostedMessages(db, whose);
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

const unusedJustifications = preparedQuery('justification-drafts', (db) =>
  db
    .selectFrom('justification')
    .select(['id', 'body', 'savedAt'])
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('authorId', '=', placeholder<string>('authorId'))
    .where('kind', '=', placeholder<string>('kind'))
    .where('publishedAt', 'is', null)
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .limit(sql.lit(maxDrafts)),
);

/** The justifications of a kind that a person left unused, last saved first. */
export function justificationDrafts(db: Database, whose: { dossierId: string; authorId: string; kind: string }) {
  return unusedJustifications(db, whose);
}
