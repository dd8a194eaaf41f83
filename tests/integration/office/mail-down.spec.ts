import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  createMailActivities,
  createMailTransport,
  mailSettings,
  type MailActivities,
} from '#activities/mail/index.ts';
import { mediationRequested } from '#domain/testing/scenario/scenarios.ts';
import { inTurns } from '#scripts/demo/turns.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { manualEngine } from '#tests/kit/engine/manual.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { startPages, type Pages } from '#tests/kit/pages.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const dossiers = 100;
let suite: EngineSuite;
let pages: Pages;
let mails: MailActivities;

beforeAll(async () => {
  suite = await startEngineSuite({ ports: { notify: (owed) => mails.notify(owed) } });
  mails = createMailActivities({
    db: suite.db,
    transport: createMailTransport(suite.servers.mail.url),
    settings: mailSettings({
      PUBLIC_ORIGIN: 'https://parle.example',
      OFFICE_NAME: 'Office de la protection du consommateur',
      OFFICE_EMAIL: 'office@parle.example',
      MAIL_FROM: 'ne-pas-repondre@parle.example',
      MAIL_FROM_NAME: 'Parle consommation',
      secrets: testSecrets,
    }),
  });
  pages = await startPages(suite);
});
afterAll(async () => {
  await pages?.stop();
  await suite?.stop();
});

/** Dossiers that wait for a mediator; what they owed so far is done. */
async function waiting(): Promise<string[]> {
  const { pool, people } = suite;
  const ids = Array.from({ length: dossiers }, () => '');
  await inTurns(ids, 4, async (_, index) => {
    const play = await openPlay({ engine: manualEngine(suite.db), pool, people }, mediationRequested);
    ids[index] = play.dossierId;
  });
  await pool.query(`update reaction set done_at = now()`);
  return ids;
}

const count = async (statement: string, values: unknown[] = []): Promise<number> =>
  (await suite.pool.query<{ n: number }>(`select count(*)::int as n from ${statement}`, values)).rows[0]!.n;

const ledBy = (mediatorId: string) =>
  count(`dossier where status = 'mediation' and mediator_id = $1 and state #>> '{mediation,mediatorId}' = $1::text`, [
    mediatorId,
  ]);

test('F-110 F-121 M-08 while the mail server is down, a hundred dossiers are given a mediator and then another: all stands, and each mail that still holds is sent once when it is back', async () => {
  const { officer } = suite.people;
  const [first, second] = [await secondMediator(suite.pool), await secondMediator(suite.pool)];
  const ids = await waiting();
  await suite.servers.mail.down();

  const answers: number[] = [];
  await inTurns(ids, 4, async (dossierId) => {
    const form = { mediatorId: first.userId, replaces: '' };
    answers.push((await pages.post(officer.userId, `/office/dossiers/${dossierId}/mediation`, form)).status);
  });
  expect(new Set(answers)).toEqual(new Set([303]));
  expect(await ledBy(first.userId)).toBe(dossiers);

  // Fifty a form; the page offers the next fifty until none is left.
  const address = `/office/mediateurs/${first.userId}/dossiers`;
  for (let forms = 0; forms < 2; forms += 1) {
    const { html } = await pages.get(officer.userId, address);
    const offered = [...html.matchAll(/name="(to\.[\w-]{36})"/g)].map(([, name]) => [name!, second.userId] as const);
    expect(offered).toHaveLength(dossiers / 2);
    const given = await pages.post(officer.userId, address, Object.fromEntries(offered));
    expect(given.status).toBe(303);
    // Its page goes on by itself, a step at a time.
    const progress = given.headers.get('location') ?? '';
    const done = () => pages.get(officer.userId, progress);
    for (let steps = 0; (await done()).html.includes('value="continue"'); steps += 1) {
      expect(steps).toBeLessThan(100);
      expect((await pages.post(officer.userId, progress, { form_name: 'continue' })).status).toBe(303);
    }
    const { html: told } = await done();
    expect(told.slice(0, told.indexOf('</main>')).split(`a été confié à ${second.name}`)).toHaveLength(
      dossiers / 2 + 1,
    );
  }
  expect([await ledBy(first.userId), await ledBy(second.userId)]).toEqual([0, dossiers]);
  // Nobody is without a mediator, and the Office's list says so.
  expect(await count(`dossier where status = 'mediation' and mediator_id is null`)).toBe(0);
  const list = await pages.get(officer.userId, '/office/a-faire/mediations');
  for (const dossierId of ids) expect(list.html).not.toContain(dossierId);

  // Each act owes its mails, and none has left.
  await eventually(async () => (await count(`reaction where done_at is null and kind = 'notify'`)) === 0, {
    within: 60_000,
  });
  await eventually(async () => (await count(`mail where state <> 'queued'`)) === 0);
  expect(suite.servers.mail.messages()).toEqual([]);
  for (const { userId } of [first, second]) {
    expect(await count(`(select distinct dossier_id from mail where recipient_id = $1) x`, [userId])).toBe(dossiers);
  }

  await suite.servers.mail.up();
  await suite.pool.query(`update mail set attempted_at = attempted_at - interval '1 day'`);
  while ((await mails.deliverPending(200)) > 0);
  // Both sides and the first mediator are told of no one who was replaced before the mail could leave; who lost the dossier is told so.
  const left = 4 * dossiers;
  expect([await count(`mail where state = 'sent'`), await count('mail')]).toEqual([left, left]);
  const sent = suite.servers.mail.messages().map(({ messageId }) => messageId);
  expect([sent.length, new Set(sent).size]).toEqual([left, left]);
  expect(await mails.deliverPending()).toBe(0);
}, 300_000);
