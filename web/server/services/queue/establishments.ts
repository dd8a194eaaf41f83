import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { mostAtOnce } from '#contracts/schemas/queue.ts';
import { establishmentsOf, putAt, type EstablishmentRow } from '#db/queue/establishments.ts';
import { queueRowsOf } from '#db/queue/rows.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { queued, type QueuedDossier } from './list.ts';
import { readerOf } from './types.ts';

export type PlacingForm = {
  /** Of the reader's companies, by number, {@link mostAtOnce} at most. */
  dossiers: QueuedDossier[];
  /** Places of the one company of these dossiers; none when they are of several, or of one that named none. */
  establishments: EstablishmentRow[];
  /** More were chosen than one form takes. */
  more: boolean;
};

/** Dossiers that were chosen in the queue, with where each is (B-09). */
export async function placingForm(
  { db }: Pick<ServiceDeps, 'db'>,
  user: CurrentUser,
  ids: readonly string[],
): Promise<PlacingForm> {
  const reader = readerOf(user);
  const asked = [...new Set(ids.filter(isUuid))];
  const [rows, establishments] = await Promise.all([
    queueRowsOf(db, reader, asked.slice(0, mostAtOnce)),
    establishmentsOf(db, reader.merchantIds),
  ]);
  const [company, ...others] = new Set(rows.map(({ merchantId }) => merchantId));
  return {
    dossiers: rows.map((row) => queued(row, user)),
    establishments: others.length > 0 ? [] : establishments.filter(({ merchantId }) => merchantId === company),
    more: asked.length > mostAtOnce,
  };
}

/**
 * Puts dossiers of a company at one of its places, or at none. An order of the company's own: nobody else learns of it, and done again it is the same.
 *
 * @throws AppError `establishment.of_other` for a place of another company than the dossiers', `access.not_found` for dossiers that are not the reader's, `rate.acts`.
 */
export async function placeAll(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  user: CurrentUser,
  { dossierIds, establishmentId }: { dossierIds: readonly string[]; establishmentId: string | null },
): Promise<number> {
  await deps.limits.count('acts', `${user.id} places`);
  const { dossiers, establishments } = await placingForm(deps, user, dossierIds);
  if (dossiers.length === 0 || dossiers.length < new Set(dossierIds).size) throw new AppError('access.not_found');
  if (establishmentId !== null && !establishments.some(({ id }) => id === establishmentId))
    throw new AppError('establishment.of_other');
  await putAt(deps.db, {
    dossierIds: dossiers.map(({ id }) => id),
    establishmentId,
    ...{ userId: user.id, at: deps.now().toISOString() },
  });
  return dossiers.length;
}
