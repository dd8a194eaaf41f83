import { pages, pagesById } from '#contracts/pages/index.ts';
import { screenSlugs } from '#contracts/schemas/filing-screens.ts';
import { letterCases } from '#domain/dossier/letters.ts';
import { keptFormOf, type Beside } from './beside.ts';
import type { Asked } from './look.ts';
import { queues, slugOf } from '#web/app/office/desk/queues.ts';
import type { World } from './world.ts';

/** The id of nothing; always the same, so that two looks are alike. */
const none = '00000000-0000-4000-8000-000000000000';

const threads = ['negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus'];

/** What is asked besides the address itself, for pages that show more when asked. */
const queries: Record<string, string[]> = {
  [pages.dossier.messages.path]: threads.map((thread) => `?fil=${thread}`),
  [pages.dossier.list.path]: ['?vue=tous', '?vue=a-vous', '?vue=fermes', '?etat=mediation', '?tri=changed'],
  [pages.dossier.listFile.path]: ['?vue=fermes', '?tri=changed'],
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
  [pages.office.merchant.path]: ['?tri=charge'],
  [pages.queue.replies.path]: ['?tri=newest'],
};

/** A download's answer is its bytes; it has no data of its own. So is what a form's scripts ask for. */
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
  pages.office.figuresFile.path,
  pages.office.membersFile.path,
  pages.office.policyFile.path,
  pages.participation.companyFile.path,
  pages.queue.repliesFile.path,
  pages.dossier.listFile.path,
  pages.office.letter.path,
];

/** What shows nothing that was written: a stream has no end to wait for, and what it tells is in live.spec.ts and story.spec.ts; nothing is at an address that has no page. */
const left: string[] = [pages.dossier.live.path, pages.public.notFound.path];

/** Asked with what stands in no address book. */
const asked = [
  `${pages.queue.charge.path}?acte=prendre&d=:dossierId`,
  `${pages.queue.establishment.path}?d=:dossierId`,
];

/** All addresses of the address book, but the ways in, where nobody has a place yet. */
const paths = Object.entries(pagesById)
  .filter(([id]) => !id.startsWith('public.') && (!id.startsWith('accounts.') || id === 'accounts.profile'))
  .map(([, { path }]) => path)
  .concat(asked)
  .filter((path) => !left.includes(path) && !path.includes(':token'));

/** Every address at which this dossier and what its people wrote may show, as documents and as the data that a page asks for when scripts run. */
export function addressesOf(
  { dossierId, ids, people }: World,
  { official = [], beside }: { official?: string[]; beside?: Beside } = {},
): string[] {
  const values: Record<string, string[]> = {
    ':dossierId': [dossierId],
    ':documentId': [ids.documentId, ids.withdrawnId, ...official].filter((id) => id !== ''),
    ':proposalId': [ids.proposalId, ids.mediated].filter((id) => id !== ''),
    ':queue': queues.map(slugOf),
    ':screen': Object.values(screenSlugs),
    ':merchantId': [people.merchantId],
    ':userId': [people.clerk.userId, people.mediator.userId],
    ':participationId': [beside?.participationId ?? none],
    ':handOverId': [none],
    ':requestId': beside?.requestIds ?? [none],
    ':replyId': [beside?.replyId ?? none],
    ':absenceId': [beside?.absenceId ?? none],
  };
  const kept = `${pages.accounts.keeping.path}?${new URLSearchParams({ formulaire: keptFormOf(dossierId) })}`;
  return paths
    .flatMap((path) => {
      const found = filled(path, values);
      const each = found.flatMap((address) => [address, ...(queries[path] ?? []).map((query) => address + query)]);
      return withoutData.includes(path) ? each : each.flatMap((address) => [address, dataOf(address)]);
    })
    .concat(kept);
}

/** Where a person looks for something in a list: by the dossier's number, the consumer's name, the company's. Sent in a body. */
export function searchesOf(words: string[]): Asked[] {
  const queue = pages.office.queue.path;
  const lists = [pages.office.dossiers, pages.office.codes, pages.office.merchants, pages.office.mediators]
    .map(({ path }): string => path)
    .concat(pages.queue.list.path)
    .concat(queues.map((name) => queue.replace(':queue', slugOf(name))));
  return lists.flatMap((address) => words.map((each) => ({ address, form: { intent: 'search', words: each } })));
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
