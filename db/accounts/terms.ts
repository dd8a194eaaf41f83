import { randomUUID } from 'node:crypto';
import type { Database, Row } from '../database.ts';

/** Who accepts, for which dossier (null: for the account as a whole), in which language, when and from where. */
export type Acceptance = {
  userId: string;
  dossierId: string | null;
  language: 'fr' | 'en';
  acceptedAt: string;
  ip: string | null;
};

/** A text, in the version that was accepted. */
export type AcceptedText = Pick<Row<'terms_acceptance'>, 'kind' | 'version'>;

/** Records that a person accepted these texts. Recorded twice, it counts once. */
export async function insertAcceptances(
  db: Database,
  acceptance: Acceptance,
  texts: readonly AcceptedText[],
): Promise<void> {
  await db
    .insertInto('terms_acceptance')
    .values(texts.map((text) => ({ ...acceptance, ...text, id: randomUUID() })))
    .onConflict((on) => on.doNothing())
    .execute();
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
