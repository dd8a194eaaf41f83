import { beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { letters, send, urlencoded } from '#tests/kit/hostile.ts';
import { maxHeld, type Held } from '#tests/kit/loop-delay.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

/** How late the loop runs while ten people send the same page ordinary forms at once: the peer of what is hostile. */
let ordinary: Held;
beforeAll(async () => {
  // The first visit of each page loads what it needs: no attack.
  for (let visit = 0; visit < 5; visit += 1) await site.pages.get(null, '/connexion');
  const peer = await site.pages.loop.during(() => times(10, () => post('email=')));
  expect(new Set(peer.result)).toEqual(new Set([422]));
  ordinary = peer.held;
});

const post = async (body: string): Promise<number> =>
  (await send(`${site.pages.origin}/connexion`, { headers: urlencoded, body: [body] })).status;

/** Does something hostile, and asserts that the others were served meanwhile: the one place where time is asserted. */
async function servedDuring<Result>(hostile: () => Promise<Result>): Promise<Result> {
  const { result, held } = await site.pages.loop.during(hostile);
  const most = maxHeld(ordinary);
  expect({ ...held, p99: held.p99 < most ? 'served' : held.p99 }).toMatchObject({ p99: 'served' });
  expect(held.probes).toBeGreaterThan(0);
  return result;
}

const times = <Result>(count: number, act: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => act(n)));

const negotiating = (): Promise<Play> => openPlay(site.suite, inNegotiation);

async function upload(userId: string, address: string, files: File[]): Promise<Response> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return fetch(site.pages.origin + address, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie: `pc_lang=fr; pc_session=${await site.pages.session(userId)}`, 'sec-fetch-site': 'same-origin' },
  });
}

test('lists of forty thousand values, marks without end and endless fields hold nobody up', async () => {
  const statuses = await servedDuring(() =>
    times(10, async (n) => {
      const bodies = [
        'a[]=&'.repeat(40_000),
        'a.b.c.d.e=&'.repeat(20_000),
        `email=a${'%CC%80'.repeat(16_000)}${'%CC%96'.repeat(16_000)}`,
      ];
      return post(bodies[n % bodies.length] ?? '');
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([413, 422]));
});

test('endless bodies without an account hold nobody up', async () => {
  const answers = await servedDuring(() =>
    times(8, (n) =>
      send(site.pages.origin + (n % 2 ? '/preferences' : '/inscription'), { headers: urlencoded, body: letters() }),
    ),
  );
  for (const { status } of answers) expect([413, 503]).toContain(status);
});

test('twenty weak passwords that are costly to estimate hold nobody up (ASVS 6.2.4)', async () => {
  const answers = await servedDuring(() =>
    times(20, (n) =>
      site.pages.post(null, '/inscription', {
        firstName: 'Ada',
        lastName: 'Roy',
        email: `essai${n}@exemple.ca`,
        password: '1234567890'.repeat(10),
      }),
    ),
  );
  // Refused as weak, or told to wait their turn: five of one place at once.
  for (const { status } of answers) expect([422, 429, 503]).toContain(status);
  expect(answers.some(({ status }) => status === 422)).toBe(true);
});

test('F-035 a file summary of a hundred and fifty messages made of line ends holds nobody up, and is made in parts', async () => {
  const { consumer } = site.suite.people;
  const play = await negotiating();
  await site.suite.pool.query(
    `insert into message (id, dossier_id, thread, author_id, author_role, body, published_at)
     select gen_random_uuid(), $1, 'negotiation', $2, 'consumer', $3, now() - n * interval '1 minute' from generate_series(1, 150) n`,
    [play.dossierId, consumer.userId, 'a\n'.repeat(5_000)],
  );
  const address = `/dossiers/${play.dossierId}/documents/resume`;
  const cookie = `pc_lang=fr; pc_session=${await site.pages.session(consumer.userId)}`;
  const first = await servedDuring(() => fetch(site.pages.origin + address, { headers: { cookie } }));
  expect(first.status).toBe(200);
  expect(decodeURIComponent(first.headers.get('content-disposition') ?? '')).toMatch(/partie 1 de \d+\.docx/);
  expect((await site.pages.get(consumer.userId, `${address}?partie=2`)).status).toBe(200);
  expect((await site.pages.get(consumer.userId, `${address}?partie=9999`)).status).toBe(404);
}, 180_000);

test('B-13 comparing texts of fifteen hundred words, and reading forty long proposals, hold nobody up', async () => {
  const { consumer } = site.suite.people;
  const play = await negotiating();
  for (let made = 0; made < 12; made += 1) await play.step({ by: made % 2 ? 'consumer' : 'clerk', act: 'propose' });
  await site.suite.pool.query(
    `update proposal_content set terms = (select string_agg('mot' || (n * (1 + length(id::text) % 7)) % 97, ' ')
       from generate_series(1, 1500) n) || id::text where dossier_id = $1`,
    [play.dossierId],
  );
  const page = `/dossiers/${play.dossierId}/propositions`;
  const answers = await servedDuring(async () => {
    const read = [];
    for (let visit = 0; visit < 6; visit += 1) {
      read.push(await site.pages.get(consumer.userId, `${page}/comparer`), await site.pages.get(consumer.userId, page));
    }
    return read;
  });
  for (const { status } of answers) expect(status).toBe(200);
  // Thirteen proposals: ten on the first page, the others on the next.
  const cards = (html: string) => html.match(/id="proposition-\d+"/g)?.length ?? 0;
  expect(cards(answers[1]?.html ?? '')).toBe(10);
  expect(cards((await site.pages.get(consumer.userId, `${page}?page=2`)).html)).toBe(3);
  expect(cards((await site.pages.get(consumer.userId, `${page}?page=99`)).html)).toBe(3);
}, 180_000);

test('A-27 pictures, archives and texts of many people hold nobody up; a third sending of one person is told to wait', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  const address = `/dossiers/${play.dossierId}/creation/documents`;
  const noise = await sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  const files = [
    ...Array.from({ length: 4 }, (_, n) => new File([new Uint8Array(noise)], `photo${n}.jpg`)),
    new File(['Bonjour. '.repeat(900_000)], 'long.txt'),
    new File(['Sujet : x\n'.repeat(900_000)], 'courriel.eml'),
  ];
  const statuses = await servedDuring(() =>
    times(4, async () => (await upload(consumer.userId, address, files)).status),
  );
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
  expect(statuses.filter((status) => status === 415 || status === 422 || status === 303).length).toBeGreaterThanOrEqual(
    1,
  );
}, 300_000);

test('A-27 a side without room is told before its files are received', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  for (let kept = 0; kept < 20; kept += 1) await play.drafts.document(consumer);
  const answer = await upload(consumer.userId, `/dossiers/${play.dossierId}/creation/documents`, [
    new File(['x'], 'a.txt'),
  ]);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('au plus 20 documents');
});
