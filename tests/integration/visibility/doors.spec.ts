import { beforeAll, expect, test } from '@jest/globals';
import { castForPages } from '#tests/integration/pages/cast.ts';
import { addressOf, builtRoutes, type BuiltRoute } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';

/**
 * Who opens which page, by someone who did not look at the code: everybody else, and everybody of another dossier, finds it closed, as a page, as its data,
 * as a file and as a stream. A route without a row here fails.
 */
const ofTheMerchant = ['respondent', 'clerk', 'otherClerk'];
const ofTheDossier = ['consumer', ...ofTheMerchant];
const inCharge = ['consumer', 'clerk'];
const consumers = ['consumer', 'friend', 'stranger.consumer'];
const strangers = ['stranger.consumer', 'stranger.respondent', 'stranger.clerk', 'stranger.mediator'];
const accounts = ['consumer', 'friend', ...ofTheMerchant, 'mediator', 'officer', ...strangers];
const everybody = ['visitor', ...accounts];
const visitors = ['visitor'];
const office = ['officer'];
const mediator = ['mediator'];

const doors: Record<string, string[]> = {
  ...rows('public', everybody, 'home help helpTheme whoSeesWhat terms confidentiality privacy accessibility'),
  ...rows('accounts', visitors, 'signUp signIn passkeySignIn'),
  ...rows('accounts', everybody, 'forgot'),
  ...rows('accounts', accounts, 'profile security email factors authenticator passkey'),
  ...rows('office', office, 'home queue queueFile codes issueCodes dossiers dossier assignMediator followUp letter'),
  ...rows('office', office, 'merchants enrolMerchant merchant editMerchant addMember member'),
  ...rows('office', office, 'figures figuresFile policy nextPolicy participation accessRequest'),
  ...rows('office', office, 'reading readings readingsFile'),
  ...rows('office', office, 'dossiersFile codesFile merchantsFile mediatorsFile absencesFile'),
  // Confirms what was written just before, and leads there when nothing was.
  'office.confirmPolicy': [],
  ...rows('office', office, 'absences mediators openMediator mediator accounts account handOver handingOver'),
  'filing.start': ['visitor', ...consumers],
  ...rows('filing', ['consumer'], 'undertaking tasks screen documents review'),
  'dossier.list': accounts.filter((who) => who !== 'officer'),
  // The Office reads that there is such a page, and nothing on it: ./marks.spec.ts.
  ...rows('dossier', [...ofTheDossier, 'officer'], 'summary documents proposals messages certificate live'),
  ...rows('dossier', ofTheDossier, 'fileSummary compare mediation'),
  ...rows('dossier', [...ofTheDossier, 'mediator'], 'proposalsTable'),
  ...rows('dossier', ['consumer'], 'withdrawDocument editProposal'),
  ...rows('dossier', ['clerk'], 'propose acceptProposal'),
  ...rows('dossier', inCharge, 'close askForRevision shareMessages leaveMediation openCaucus'),
  // Between the two sides, for those who negotiate, and the mediator to whom they were shown.
  'dossier.sharedMessages': ['consumer', 'respondent', 'clerk', 'mediator'],
  ...rows('dossier', ofTheMerchant, 'takeCharge refuse'),
  ...rows('dossier', mediator, 'declareNoConflict closeMediation handBack report notes'),
  'representation.manage': ['consumer'],
  'representation.invitation': consumers,
  'absences.list': ['mediator', 'stranger.mediator'],
  'absences.change': mediator,
  ...rows('participation', everybody, 'form sent'),
  'participation.company': ofTheMerchant,
  ...rows(
    'queue',
    [...ofTheMerchant, 'stranger.respondent', 'stranger.clerk'],
    'list file charge establishment absences replies',
  ),
  'queue.reply': ofTheMerchant,
};

/** They show nothing of anybody: where one is sent on, or on the way in with a code or a link of one's own (../pages/ways-in.spec.ts). */
const passages = [
  ...['public.refusal', 'public.notFound', 'dossier.listAlias', 'accounts.signOut', 'accounts.keeping'],
  ...['accounts.preferences', 'accounts.verify', 'accounts.demonstration', 'accounts.secondStep', 'accounts.reset'],
  ...[
    'accounts.identity',
    'accounts.identityReturn',
    'accounts.activation',
    'accounts.undertaking',
    'accounts.emailCode',
    'accounts.emailUndo',
  ],
  ...['participation.team', 'participation.followed'],
  // Needs a file that was kept: ./marks.spec.ts reads its bytes as everyone.
  'dossier.document',
];

/** Files, a stream: what has no page, whose address is filled as a page's is. */
const alike: Record<string, { page: string; query?: string }> = {
  'office.queueFile': { page: '/office/a-faire/:queue' },
  'office.letter': {
    page: '/office/dossiers/:dossierId/suivi',
    query: '?partie=merchant&modele=negotiation&langue=fr',
  },
  'office.figuresFile': { page: '/office/chiffres' },
  'office.readingsFile': { page: '/office/acces-exceptionnels' },
  'office.dossiersFile': { page: '/office/dossiers' },
  'office.codesFile': { page: '/office/codes' },
  'office.merchantsFile': { page: '/office/commercants' },
  'office.mediatorsFile': { page: '/office/mediateurs' },
  'office.absencesFile': { page: '/office/absences' },
  'office.confirmPolicy': { page: '/office/delais' },
  'queue.file': { page: '/file-de-travail' },
  'dossier.fileSummary': { page: '/dossiers/:dossierId/documents' },
  'dossier.live': { page: '/dossiers/:dossierId/documents' },
};

function rows(feature: string, who: string[], names: string): Record<string, string[]> {
  return Object.fromEntries(names.split(' ').map((name) => [`${feature}.${name}`, who]));
}

const site = siteForFile();
const cookies = new Map<string, string>();
let routes: BuiltRoute[];
let params: (path: string) => Record<string, string> | undefined;
beforeAll(async () => {
  const { suite, pages } = site;
  const { examples } = await castForPages(suite);
  params = (path) => examples[path] && (examples[path].params ?? {});
  const others = await createPeople(suite.pool);
  await admitEveryone(suite.pool);
  cookies.set('visitor', '');
  for (const who of accounts) {
    const place = who.replace('stranger.', '') as 'consumer';
    const { userId } = (who === place ? suite.people : others)[place];
    cookies.set(who, `pc_session=${await pages.session(userId)}`);
  }
  routes = (await builtRoutes()).filter(({ id, hasLoader }) => hasLoader && !passages.includes(id));
});

/** The status alone: a stream does not end. */
async function statusOf(who: string, address: string): Promise<number> {
  const response = await fetch(site.pages.origin + address, {
    headers: { cookie: `pc_lang=fr; ${cookies.get(who)}` },
    redirect: 'manual',
  });
  await response.body?.cancel();
  return response.status;
}

const opens = async (address: string): Promise<string[]> => {
  const statuses = await Promise.all(everybody.map((who) => statusOf(who, address)));
  return everybody.filter((_who, n) => statuses[n]! < 300 && statuses[n] !== 202);
};

test('F-030 A-30 B-04: every page, file and stream opens to those of its row, and to nobody else', async () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(doors).sort());
  const found: Record<string, string[]> = {};
  const inData: Record<string, string[]> = {};
  for (const { id, path } of routes) {
    const filled = params(alike[id]?.page ?? path);
    if (!filled) throw new Error(`${id}: no example of ${path}`);
    const address = addressOf(path, filled);
    found[id] = await opens(address + (alike[id]?.query ?? ''));
    if (!alike[id] && doors[id] !== everybody) inData[id] = await opens(`${address === '/' ? '/_root' : address}.data`);
  }
  expect(found).toEqual(doors);
  expect(inData).toEqual(Object.fromEntries(Object.keys(inData).map((id) => [id, doors[id]])));
}, 300_000);
