import { pages } from '#contracts/pages/index.ts';
import { letterCases } from '#domain/dossier/letters.ts';
import type { World } from './world.ts';

const threads = ['negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus'];

/** What is asked besides the address itself, for pages that show more when asked. */
const queries: Record<string, string[]> = {
  [pages.dossier.messages.path]: threads.map((thread) => `?fil=${thread}`),
  [pages.dossier.list.path]: ['?vue=tous', '?vue=a-vous', '?vue=fermes', '?etat=mediation'],
  [pages.queue.list.path]: ['?tour=merchant', '?tour=consumer', '?tri=wait', '?responsable=moi', '?etape=closed'],
  [pages.queue.file.path]: ['?tour=mediator'],
  [pages.office.dossiers.path]: ['?etape=mediation', '?tri=age', '?tri=newest', '?tri=wait'],
  [pages.office.dossiersFile.path]: ['?tri=wait'],
  [pages.office.letter.path]: ['consumer', 'merchant'].flatMap((side) =>
    letterCases.map((about) => `?partie=${side}&modele=${about}`),
  ),
  [pages.office.followUp.path]: ['?tout=oui'],
  [pages.office.dossier.path]: ['?tout=oui'],
  [pages.office.queue.path]: ['?tri=newest', '?tri=merchant'],
};

/** A download's answer is its bytes; it has no data of its own. */
const withoutData: string[] = [
  pages.dossier.fileSummary.path,
  pages.dossier.document.path,
  pages.queue.file.path,
  pages.office.queueFile.path,
  pages.office.readingsFile.path,
  pages.office.dossiersFile.path,
  pages.office.codesFile.path,
  pages.office.merchantsFile.path,
  pages.office.mediatorsFile.path,
  pages.office.absencesFile.path,
  pages.office.letter.path,
];

/** The pages that speak of a dossier, and the lists that may: all those of the address book, with what each address may name. */
const { dossier, filing, representation, office } = pages;
const paths = [dossier, filing, representation, office]
  .flatMap((entries) => Object.values(entries).map(({ path }): string => path))
  .concat([pages.queue.list.path, pages.queue.file.path, `${pages.queue.charge.path}?acte=prendre&d=:dossierId`])
  .concat([`${pages.queue.establishment.path}?d=:dossierId`])
  // A stream has no end to wait for; what it tells is in live.spec.ts. What companies ask of the Office is about no dossier, and what an officer gave away together is shown to officers alone.
  .filter((path) => path !== pages.dossier.live.path && !/:(participationId|requestId|handOverId)/.test(path));

/** Every address at which this dossier may show, as documents and as the data that a page asks for when scripts run. */
export function addressesOf({ dossierId, ids, people }: World, official: string[] = []): string[] {
  const values: Record<string, string[]> = {
    ':dossierId': [dossierId],
    ':documentId': [ids.documentId, ids.withdrawnId, ...official].filter((id) => id !== ''),
    ':proposalId': [ids.proposalId, ids.mediated].filter((id) => id !== ''),
    ':queue': [
      'mediations',
      'nouvelles',
      'mediations-immobiles',
      'silences',
      'commercants',
      'suivis',
      'participations',
      'acces',
    ],
    ':screen': ['representation', 'precisions', 'modalites'],
    ':merchantId': [people.merchantId],
    ':userId': [people.clerk.userId, people.mediator.userId],
  };
  return paths.flatMap((path) => {
    const found = filled(path, values);
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
