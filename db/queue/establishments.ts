import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Database, Row } from '../database.ts';

/** A place of a company besides its main one, which it still has. */
export type EstablishmentRow = Pick<Row<'establishment'>, 'id' | 'merchantId' | 'name'>;

/** What a queue is narrowed to: these places, and dossiers that were put nowhere (`none`). */
export type EstablishmentFilter = { ids: readonly string[]; none: boolean };

/** Places of these companies, in their own order. */
export function establishmentsOf(db: Database, merchantIds: readonly string[]): Promise<EstablishmentRow[]> {
  return db
    .selectFrom('establishment as e')
    .innerJoin('merchant as m', 'm.id', 'e.merchantId')
    .select(['e.id', 'e.merchantId', 'e.name'])
    .where(sql<boolean>`e.merchant_id = any (${merchantIds}::uuid[])`)
    .where('e.closedAt', 'is', null)
    .orderBy('m.name')
    .orderBy('e.merchantId')
    .orderBy('e.place')
    .orderBy('e.id')
    .execute();
}

/** Condition: the dossier `d` is at one of these places, or at none. */
export function atEstablishment({ ids, none }: { ids: RawBuilder<unknown>; none: boolean }): RawBuilder<boolean> {
  const at = sql`exists (select from dossier_establishment de where de.dossier_id = d.id and de.establishment_id = any (${ids}::uuid[]))`;
  const nowhere = sql`not exists (select from dossier_establishment de where de.dossier_id = d.id)`;
  return sql<boolean>`(${none ? sql`${at} or ${nowhere}` : at})`;
}

/**
 * Makes these names the places of a company, in this order. A place that is named no more is closed: dossiers stay where they were put. One that is named again is
 * the same place. Nothing changes without `names`.
 */
export async function nameEstablishments(
  db: Database,
  { merchantId, names, at }: { merchantId: string; names: readonly string[] | undefined; at: string },
): Promise<void> {
  if (!names) return;
  const once = [...new Set(names)];
  await db
    .updateTable('establishment')
    .set({ closedAt: at })
    .where('merchantId', '=', merchantId)
    .where('closedAt', 'is', null)
    .where(sql<boolean>`name <> all (${once}::text[])`)
    .execute();
  if (once.length === 0) return;
  await db
    .insertInto('establishment')
    .values(once.map((name, place) => ({ id: randomUUID(), merchantId, name, place })))
    .onConflict((on) =>
      on
        .columns(['merchantId', 'name'])
        .doUpdateSet((eb) => ({ place: eb.ref('excluded.place'), closedAt: sql<string | null>`null` })),
    )
    .execute();
}

/** Puts dossiers at a place, in the stead of the one before; at none when null. */
export async function putAt(
  db: Database,
  {
    dossierIds,
    establishmentId,
    userId,
    at,
  }: { dossierIds: readonly string[]; establishmentId: string | null; userId: string; at: string },
): Promise<void> {
  if (dossierIds.length === 0) return;
  if (establishmentId === null) {
    await db.deleteFrom('dossier_establishment').where('dossierId', 'in', dossierIds).execute();
    return;
  }
  await db
    .insertInto('dossier_establishment')
    .values(dossierIds.map((dossierId) => ({ dossierId, establishmentId, setBy: userId, setAt: at })))
    .onConflict((on) =>
      on.column('dossierId').doUpdateSet((eb) => ({
        establishmentId: eb.ref('excluded.establishmentId'),
        setBy: eb.ref('excluded.setBy'),
        setAt: eb.ref('excluded.setAt'),
      })),
    )
    .execute();
}
