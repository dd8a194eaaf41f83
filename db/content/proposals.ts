import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { fullName } from '../sql.ts';

export type ProposalContentRow = Awaited<ReturnType<typeof proposalContents>>[number];

const contents = preparedQuery('proposals', (db) =>
  db
    .selectFrom('proposal_content as p')
    .innerJoin('app_user as u', 'u.id', 'p.authorId')
    .select([
      'p.id',
      'p.proposalId',
      'p.author',
      fullName('u').as('authorName'),
      'p.remedies',
      'p.terms',
      'p.savedAt',
      'p.publishedAt',
    ])
    .where('p.dossierId', '=', placeholder<string>('dossierId'))
    .where('p.publishedAt', 'is not', null)
    .orderBy('p.publishedAt')
    .orderBy('p.id'),
);

/** What people wrote in the published proposals of a dossier; which version each is, the dossier's state says. */
export function proposalContents(db: Database, dossierId: string) {
  return contents(db, { dossierId });
}
