import type { Leaving } from '#contracts/pages/page.ts';
import { actsOf } from '#db/journal/events.ts';
import type { ServiceDeps } from '../deps.ts';

/**
 * Whether a form for a dossier that does not open to this person was carried out before: under its own key, by an act that ended their place there, or
 * from another page, where the last thing that they did there is what this page is for.
 *
 * @param form its key; `leaves`: the event of that act, if its page has one.
 */
export async function doneBefore(
  { db }: Pick<ServiceDeps, 'db'>,
  { userId, dossierId }: { userId: string; dossierId: string },
  { key, leaves }: { key: string | null; leaves: Leaving | null },
): Promise<boolean> {
  const { keyed, last } = await actsOf(db, { dossierId, actorId: userId, commandKey: key });
  return keyed || (leaves !== null && last === leaves);
}
