import type { Standing } from '#domain/policy/versions.ts';
import type { PolicyVersionOrder, VersionFilter } from '#web/server/services/policy/versions.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const versionOrders = [
  { name: 'newest', column: 'number', down: true },
  { name: 'oldest', column: 'number' },
] as const satisfies ListOrder<PolicyVersionOrder>[];

export const versionStandings = ['coming', 'inForce', 'over', 'replaced'] as const satisfies readonly Standing[];

/** What the address of the versions asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfVersions(address: URLSearchParams) {
  const standing = versionStandings.find((each) => each === address.get('etat')) ?? null;
  const order = orderAsked(versionOrders, address.get('tri'));
  const filter: VersionFilter = { standing };
  return { filter, order, query: { etat: standing, tri: orderWord(versionOrders, order) } };
}
