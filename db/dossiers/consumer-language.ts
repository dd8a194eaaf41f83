import type { Database } from '../database.ts';

/** The language that the consumer of a dossier chose for themselves. */
export async function consumerLanguage(db: Database, dossierId: string): Promise<'fr' | 'en'> {
  const { language } = await db
    .selectFrom('dossier as d')
    .innerJoin('app_user as u', 'u.id', 'd.consumerId')
    .select('u.language')
    .where('d.id', '=', dossierId)
    .executeTakeFirstOrThrow();
  return language;
}
