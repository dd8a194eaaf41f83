import { dossierRoutes } from '#web/app/routes/dossier/routes.ts';
import { intakeRoutes } from '#web/app/routes/intake/routes.ts';
import { officeRoutes } from '#web/app/routes/office/routes.ts';
import type { World } from './world.ts';

const threads = ['negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus'];

/** What is asked besides the address itself, for pages that show more when asked. */
const queries: Record<string, string[]> = {
  'dossiers/:id/messages': threads.map((thread) => `?fil=${thread}`),
  dossiers: ['?vue=tous', '?vue=a-vous', '?vue=fermes', '?etat=mediation'],
  'office/dossiers': ['?etape=mediation'],
};

/** A download's answer is its bytes; it has no data of its own. */
const withoutData = ['dossiers/:id/documents/resume', 'dossiers/:dossierId/documents/:documentId'];

/** The pages that speak of a dossier, and the lists that may: all those of the tables of routes, with what each address may name. */
const paths = [...dossierRoutes, ...intakeRoutes, ...officeRoutes].map(({ path }) => path ?? '');

/** Every address at which this dossier may show, as documents and as the data that a page asks for when scripts run. */
export function addressesOf({ dossierId, ids, people }: World, official: string[] = []): string[] {
  const values: Record<string, string[]> = {
    ':id': [dossierId],
    ':dossierId': [dossierId],
    ':documentId': [ids.documentId, ids.withdrawnId, ...official].filter((id) => id !== ''),
    ':proposalId': [ids.proposalId, ids.mediated].filter((id) => id !== ''),
    ':screen': ['representation', 'precisions', 'modalites'],
    ':merchantId': [people.merchantId],
    ':userId': [people.clerk.userId, people.mediator.userId],
  };
  return paths.flatMap((path) => {
    const found = filled(`/${path}`, values);
    const asked = found.flatMap((address) => [address, ...(queries[path] ?? []).map((query) => address + query)]);
    return withoutData.includes(path) ? asked : asked.flatMap((address) => [address, dataOf(address)]);
  });
}

function filled(address: string, values: Record<string, string[]>): string[] {
  const [hole] = /:\w+/.exec(address) ?? [];
  if (!hole) return [address];
  const known = values[hole];
  if (!known) throw new Error(`${address}: what is ${hole}?`);
  return known.flatMap((value) => filled(address.replace(hole, value), values));
}

/** Where Remix's scripts ask for the data of a page. */
function dataOf(address: string): string {
  const [path, query] = address.split('?');
  return `${path}.data${query ? `?${query}` : ''}`;
}
