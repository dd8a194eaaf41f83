import { beforeAll, describe, expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { castForPages } from '#tests/integration/pages/cast.ts';
import { addressOf, builtRoutes } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { scenesOf, whoIsWho, type Scene } from './doors.ts';
import { doors, everybody, inScene, passages } from './doors-table.ts';

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
  'office.membersFile': { page: '/office/commercants/:merchantId' },
  'office.policyFile': { page: '/office/delais' },
  'participation.companyFile': { page: '/equipe/:merchantId' },
  'queue.repliesFile': { page: '/file-de-travail/reponses' },
  'dossier.listFile': { page: '/dossiers' },
  'office.confirmPolicy': { page: '/office/delais' },
  'queue.file': { page: '/file-de-travail' },
  'dossier.fileSummary': { page: '/dossiers/:dossierId/documents' },
  'dossier.live': { page: '/dossiers/:dossierId/documents' },
};

const site = siteForFile();
const cookies = new Map<string, string>();
let params: (path: string) => Record<string, string> | undefined;
let scenes: Record<string, Scene>;
beforeAll(async () => {
  const { suite, pages } = site;
  const { examples } = await castForPages(suite);
  params = (path) => examples[path] && (examples[path].params ?? {});
  cookies.set('visitor', '');
  const ids = await whoIsWho(suite);
  scenes = await scenesOf(suite, ids['former.mediator']!);
  const all = { ...ids, ...Object.fromEntries(Object.entries(scenes).map(([who, { userId }]) => [who, userId])) };
  for (const [who, userId] of Object.entries(all)) cookies.set(who, `pc_session=${await pages.session(userId)}`);
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

const opensTo = async (who: string, address: string): Promise<boolean> => {
  const status = await statusOf(who, address);
  return status < 300 && status !== 202;
};

/** The address of a route and that of its data, where it has some; filled as its example is, or for a scene. */
function addressesOf(id: string, scene: Record<string, string> = {}): string[] {
  const { path } = pagesById[id]!;
  const filled = params(alike[id]?.page ?? path);
  if (!filled) throw new Error(`${id}: no example of ${path}`);
  const address = addressOf(path, { ...filled, ...scene });
  const page = address + (alike[id]?.query ?? '');
  return alike[id] || doors[id] === everybody ? [page] : [page, `${address === '/' ? '/_root' : address}.data`];
}

const ofADossier = Object.keys(doors).filter((id) => /\/dossiers\/:dossierId/.test(pagesById[id]!.path));
const cells = Object.entries(doors).flatMap(([id, opens]) =>
  everybody.map((who) => [id, who, opens.includes(who)] as const),
);
const scenery = Object.entries(inScene).flatMap(([who, opens]) =>
  ofADossier.map((id) => [id, who, opens.includes(id)] as const),
);
const said = (opens: boolean): string => (opens ? 'opens' : 'is closed');

describe('F-030 A-30 B-04 every page, its data, every file and stream opens to those of its row, and to nobody else', () => {
  test('every route has a row', async () => {
    const routes = (await builtRoutes()).filter(({ id, hasLoader }) => hasLoader && !passages.includes(id));
    expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(doors).sort());
  });

  test.each(cells.map(([id, who, opens]) => [`${id} ${said(opens)} to ${who}`, { id, who, opens }] as const))(
    '%s',
    async (_name, { id, who, opens }) => {
      const found = await Promise.all(addressesOf(id).map((address) => opensTo(who, address)));
      expect(found).toEqual(found.map(() => opens));
    },
  );
});

describe('F-071 F-121 A-17 A-30 and to those who have a place of another kind, had one, or will have one', () => {
  test.each(scenery.map(([id, who, opens]) => [`${id} ${said(opens)} to ${who}`, { id, who, opens }] as const))(
    '%s',
    async (_name, { id, who, opens }) => {
      const found = await Promise.all(addressesOf(id, scenes[who]!.params).map((address) => opensTo(who, address)));
      expect(found).toEqual(found.map(() => opens));
    },
  );
});
