import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { addressOf, builtRoutes, type BuiltRoute } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { castForPages, type Example, type PagesCast } from '#tests/integration/pages/cast.ts';

const site = siteForFile();
let routes: BuiltRoute[];
let cast: PagesCast;
beforeAll(async () => {
  routes = await builtRoutes();
  cast = await castForPages(site.suite);
});

/** Looked for in everything that the process writes. */
const canary = 'canarijaune';
const id = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';
const dashes = '-'.repeat(36);

/** What stands where an id or a word should. */
const words = [
  `${canary}'${canary}`,
  `${canary}\u0000`,
  canary.repeat(400),
  dashes,
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-0000-0000-000000000000',
  id.toUpperCase(),
  `${id} `,
  '__proto__',
  'constructor',
  `${canary}%zz`,
  '../../etc/passwd',
  '\ud83e\uddfe',
  '',
];

/** What stands where a place in a list should. */
const cursors = [
  ...words,
  'infinity',
  '-infinity',
  'now',
  '2026-13-45T99:99:99.999Z',
  '0000-01-01T00:00:00.000Z',
  '2026-02-31T00:00:00.000Z',
  '294277-01-01T00:00:00.000Z',
  ...['0000-01-01T00:00:00Z', '2026-02-30T00:00:00.000Z', 'infinity', '2026-11-26T10:00:00.000Z'].flatMap((at) => [
    `${at}_${id}`,
    `${at}_${dashes}`,
  ]),
  ...['2026-01-01 00:00:00+00', '2026-02-31 00:00:00+00', '0000-01-01 00:00:00+00', '2026-01-01 00:00:00+99'].flatMap(
    (at) => [`${at}~${id}`, `${at}~${dashes}`],
  ),
];

const opened = (route: BuiltRoute): Example => {
  const { consumer, officer } = site.suite.people;
  const { userId } = pagesById[route.id]?.enters === 'officer' ? officer : consumer;
  return cast.examples[route.path] ?? { by: userId };
};
const filled = (route: BuiltRoute, params: Record<string, string>) => {
  const any = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, id] as const));
  return addressOf(route.path, { ...any, ...opened(route).params, ...params });
};

/** Where pages read what their query says, when not in the route itself. */
const readers: Record<string, string> = {
  loadProposalForm: 'web/app/dossier/proposals/form/form-page.ts',
  askedPage: 'web/app/accounts/page-after-sign-in.ts',
  readAsked: 'web/app/dossier/list/asked.ts',
  askedOf: 'web/app/office/dossiers/asked.ts',
  queueOf: 'web/app/office/desk/queues.ts',
  askedOfMerchants: 'web/app/office/merchants/asked.ts',
  askedOfMediators: 'web/app/office/mediators/asked.ts',
  askedOfAbsences: 'web/app/office/mediators/asked.ts',
  askedOfCodes: 'web/app/office/codes/asked.ts',
  askedOfReadings: 'web/app/office/readings/asked.ts',
  askedOfQueue: 'web/app/queue/list/asked.ts',
  askedOfPeople: 'web/app/office/merchants/asked-people.ts',
  askedOfReplies: 'web/app/queue/replies/asked.ts',
  askedOfVersions: 'web/app/office/policy/asked.ts',
  askedMonths: 'web/app/office/figures/asked.ts',
};

const namesIn = (text: string) =>
  /searchParams|URLSearchParams/.test(text)
    ? [...text.matchAll(/\.get\('(\w+)'\)/g)].map(([, name]) => name ?? '')
    : [];

/** The file that answers a route. */
const moduleOf = ({ id }: BuiltRoute) => `web/app/${pagesById[id]?.module}.route.tsx`;

/** Names that a route reads in its query, from the sources themselves. */
async function queryNames(route: BuiltRoute): Promise<string[]> {
  const own = await readFile(moduleOf(route), 'utf8');
  const others = Object.keys(readers).filter((word) => own.includes(word));
  const texts = await Promise.all(others.map((word) => readFile(readers[word]!, 'utf8')));
  return [...new Set([own, ...texts].flatMap(namesIn))];
}

/** Files that read a query: one that is added must be among {@link readers}, or a route. */
async function filesThatRead(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['web/app', 'web/server']) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(file)) continue;
      const text = await readFile(path.join(folder, file), 'utf8');
      if (namesIn(text).length > 0) found.push(`${folder}/${file}`);
    }
  }
  return found;
}

/** Does all of it, a few at a time. */
async function inTurns<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const turn = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
}

/** Every line of the log is ours, tells no fault of a page, and nothing that was asked. */
function expectQuiet(from: number): void {
  const lines = site.pages.written().slice(from).split('\n').filter(Boolean);
  const wrong = lines.filter((line) => {
    try {
      const { level } = JSON.parse(line) as { level: number };
      return level >= 50 || line.includes(canary) || cursors.some((value) => value.length > 8 && line.includes(value));
    } catch {
      return true;
    }
  });
  expect(wrong).toEqual([]);
}

test('what is no id in an address is 404 in the reader’s language, read or sent, and is written nowhere', async () => {
  const from = site.pages.written().length;
  const faults: string[] = [];
  const cases = routes.flatMap((route) =>
    [...route.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
      words.filter(Boolean).map((value, position) => ({ route, name, value, scripted: position < 3 })),
    ),
  );
  await inTurns(cases, async ({ route, name, value, scripted }) => {
    const { by } = opened(route);
    const address = filled(route, { [name]: value });
    const form = { terms: 'yes', confidentiality: 'yes', side: 'consumer', termsVersion: 'x' };
    const answers = [
      ...(route.hasLoader ? [await site.pages.get(by, address)] : []),
      ...(route.hasLoader && scripted ? [await site.pages.get(by, `${address}.data`)] : []),
      ...(route.hasAction ? [await site.pages.post(by, address, form)] : []),
    ];
    for (const { status } of answers) {
      const right = !['token', 'screen'].includes(name) ? status === 404 : status < 500;
      if (!right) faults.push(`${route.path} ${name}=${value.slice(0, 40)}: ${status}`);
    }
  });
  expect(faults).toEqual([]);
  expect(cases.length).toBeGreaterThan(300);
  const { html } = await site.pages.get(site.suite.people.consumer.userId, `/dossiers/x'${canary}`, 'en');
  expect(html).toContain('<title>Page not found · Parle consommation</title>');
  expectQuiet(from);
}, 600_000);

test('whatever stands in a query, each page answers: as without it, or that it is not there', async () => {
  const from = site.pages.written().length;
  // The parts of an upload, not a query.
  const uploads = 'web/server/uploads/receive-files.ts';
  const known = [uploads, ...Object.values(readers), ...routes.map(moduleOf)];
  expect((await filesThatRead()).filter((file) => !known.includes(file))).toEqual([]);
  const read = await Promise.all(
    routes.filter(({ hasLoader }) => hasLoader).map(async (route) => ({ route, names: await queryNames(route) })),
  );
  const all = [...new Set(read.flatMap(({ names }) => names)), '_routes', 'index'];
  const cases = read.flatMap(({ route, names }) => [
    ...cursors.flatMap((value) => names.map((name): [typeof route, [string, string][]] => [route, [[name, value]]])),
    ...words.slice(0, 4).map((value): [typeof route, [string, string][]] => [route, all.map((name) => [name, value])]),
  ]);
  // A thread of one's own, so that the place in it is looked at.
  const messages = routes.find((route) => route.path === '/dossiers/:dossierId/messages')!;
  for (const value of cursors)
    cases.push([
      messages,
      [
        ['fil', 'negotiation'],
        ['avant', value],
      ],
    ]);
  // Refused before any page: alone, or it would hide the others.
  cases.push([messages, [['_data', 'root']]], [messages, [['_data', canary]]]);
  const faults: string[] = [];
  await inTurns(cases, async ([route, query]) => {
    const address = `${filled(route, {})}?${new URLSearchParams(query).toString()}`;
    const { status, location } = await site.pages.get(opened(route).by, address);
    const away = location !== null && new URL(location, 'http://ici.invalid').host !== 'ici.invalid';
    if (status >= 500 || away)
      faults.push(`${route.path} ${JSON.stringify(query).slice(0, 90)}: ${status} ${location}`);
  });
  expect(faults).toEqual([]);
  expect(all.length).toBeGreaterThan(12);
  expect(cases.length).toBeGreaterThan(600);
  expectQuiet(from);
}, 600_000);

/** Sends a request line as it stands, which `fetch` would mend. */
function raw(target: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.pages.origin);
    const asked = request({ hostname, port, path: target, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('addresses that cannot be read are pages that do not exist', async () => {
  const from = site.pages.written().length;
  for (const target of [
    `/${canary}%`,
    `/%zz${canary}`,
    '/%c0%ae',
    `/dossiers/%E0%A4%A`,
    `http://${canary}.example/dossiers`,
    `//${canary}.example/dossiers`,
    `/${canary}.data`,
    `/__manifest?version=x&p=/%zz${canary}`,
  ]) {
    const { status } = await raw(target);
    expect([target, [204, 404].includes(status)]).toEqual([target, true]);
  }
  expect((await raw('/aide', { host: `${canary} .example` })).status).toBe(200);
  expectQuiet(from);
});

test('a fault of a page is one line without what it was about (ASVS 16.2.5)', async () => {
  const { consumer } = site.suite.people;
  const { pool } = site.suite;
  const from = site.pages.written().length;
  // PostgreSQL refuses this row and quotes it: the page fails, its reader is told so.
  await pool.query(`alter table app_user add constraint refuse check (city <> '${canary}') not valid`);
  const profile = {
    firstName: 'Élise',
    lastName: canary,
    addressLine: '12, rue des Érables',
    city: canary,
    province: 'QC',
    postalCode: 'g8z1a1',
    phone: '819 555-0123',
    language: 'fr',
  };
  const answer = await site.pages.post(consumer.userId, '/profil', profile);
  await pool.query(`alter table app_user drop constraint refuse`);
  expect(answer.status).toBe(500);
  expect(answer.html).toContain('Quelque chose n’a pas fonctionné · Parle consommation</title>');
  const lines = site.pages.written().slice(from).split('\n').filter(Boolean);
  expect(lines.join('\n')).not.toContain(canary);
  const faults = lines.map((line) => JSON.parse(line) as { msg: string; err?: { sqlState?: string; stack?: string } });
  const [fault, ...others] = faults.filter(({ msg }) => msg === 'page failed');
  expect(others).toEqual([]);
  expect(fault?.err?.sqlState).toBe('23514');
  expect(fault?.err?.stack).toMatch(/^at /);
});

test('a redirect to the page before never leaves the site (ASVS 3.7.2)', async () => {
  for (const back of [
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    '/\t/evil.example',
  ]) {
    const { location } = await site.pages.post(null, '/preferences', { theme: 'dark', back });
    expect([back, location]).toEqual([back, '/']);
  }
});
