import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { officeDossiers, type OfficeDossier } from './dossiers.ts';

/**
 * Dossiers that the Office follows, a page of them. `after` is the position as the address carries it, signed for this officer and status;
 * `next` the one that follows the page.
 */
export async function listOverseen(
  deps: ServiceDeps & { cursors: Cursors },
  { officerId, status, after }: { officerId: string; status: string | null; after: string | null },
): Promise<{ rows: OfficeDossier[]; next: string | null }> {
  const list = `office ${officerId} ${status ?? ''}`;
  const { rows, next } = await officeDossiers(deps, { status, after: deps.cursors.read(list, after) });
  return { rows, next: next && deps.cursors.write(list, next) };
}
