import { isUuid } from '#contracts/ids.ts';
import type { DossiersFilter, OverseenOrder } from '#web/server/services/office/dossiers.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

/** Days since a dossier was opened that may be asked for. */
export const ages = ['30', '90', '180', '365'] as const;

export const turns = ['consumer', 'merchant', 'both', 'mediator', 'office'] as const;

export const dossierOrders = [
  { name: 'changed', column: 'updated', down: true },
  { name: 'age', column: 'opened' },
  { name: 'newest', column: 'opened', down: true },
  { name: 'wait', column: 'since' },
] as const satisfies ListOrder<OverseenOrder>[];

/** What the address of the Office's list asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOf(
  query: URLSearchParams,
  isStatus: (code: string) => boolean,
): { filter: DossiersFilter; order: OverseenOrder; query: Record<string, string | null> } {
  const awaited = query.get('vue') === 'office';
  const one = (name: string, may: (value: string) => boolean): string | null => {
    const value = query.get(name) ?? '';
    return value !== '' && may(value) ? value : null;
  };
  const status = awaited ? null : one('etape', isStatus);
  const turn = one('tour', (value) => turns.some((each) => each === value));
  const age = one('age', (value) => ages.some((each) => each === value));
  const mediatorId = one('mediateur', isUuid);
  const merchantId = one('commercant', isUuid);
  const order = orderAsked(dossierOrders, query.get('tri'));
  return {
    order,
    filter: { status, awaited, turn, mediatorId, merchantId, days: age === null ? null : Number(age) },
    query: {
      etape: status,
      vue: awaited ? 'office' : null,
      tour: turn,
      age,
      mediateur: mediatorId,
      commercant: merchantId,
      tri: orderWord(dossierOrders, order),
    },
  };
}
