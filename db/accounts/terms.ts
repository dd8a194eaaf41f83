import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { TextsInForce } from './signed-in.ts';

/** Who accepts, for which dossier (null: for the account as a whole), in which language, when and from where. */
export type Acceptance = {
  userId: string;
  dossierId: string | null;
  language: 'fr' | 'en';
  acceptedAt: string;
  ip: string | null;
};

/** Notes that a person accepted both texts. Twice is once. */
export async function insertAcceptances(db: Database, acceptance: Acceptance, texts: TextsInForce): Promise<void> {
  await db
    .insertInto('terms_acceptance')
    .values([
      { ...acceptance, id: randomUUID(), kind: 'terms', version: texts.terms },
      { ...acceptance, id: randomUUID(), kind: 'confidentiality', version: texts.confidentiality },
    ])
    .onConflict((on) => on.doNothing())
    .execute();
}

/** How many of these texts a person accepted for this dossier, or (null) for the account. */
export async function countAccepted(
  db: Database,
  { userId, dossierId, texts }: { userId: string; dossierId: string | null; texts: TextsInForce },
): Promise<number> {
  const { count } = await db
    .selectFrom('terms_acceptance')
    .select(({ fn }) => fn.count<number>('kind').distinct().as('count'))
    .where('userId', '=', userId)
    .where('dossierId', 'is not distinct from', dossierId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('kind', 'version'), 'in', [
        tuple(sql<'terms'>`'terms'`, texts.terms),
        tuple(sql<'confidentiality'>`'confidentiality'`, texts.confidentiality),
      ]),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** What a person accepted, each version once with the last time that they did; newest version first. */
export function acceptancesOf(db: Database, userId: string) {
  return db
    .selectFrom('terms_acceptance')
    .distinctOn(['kind', 'version'])
    .select(['kind', 'version', 'acceptedAt as at'])
    .where('userId', '=', userId)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .orderBy('acceptedAt', 'desc')
    .execute();
}
