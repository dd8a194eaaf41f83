import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { databaseOver } from '#db/database.ts';
import { earlierWith, mediatorsFor } from '#db/directory/mediators.ts';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import {
  inMediation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
} from '#domain/testing/scenario/scenarios.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';
import { handOn } from '#tests/kit/engine/hand-on.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();
const t = translator('fr');

const declaration = ({ dossierId }: Play) => `/dossiers/${dossierId}/mediation/declaration`;
const notes = ({ dossierId }: Play) => `/dossiers/${dossierId}/mediation/notes`;

/** A form as its page gives it, with what is typed in it. */
async function send(by: string, address: string, typed: Record<string, string>) {
  const { html } = await site.pages.get(by, address);
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return site.pages.post(by, address, {
    ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    ...typed,
  });
}

/** The dossier's row in this person's list. */
async function rowOf(by: string, { dossierId }: Play): Promise<string> {
  const { html } = await site.pages.get(by, '/dossiers');
  return html.split('<tr').find((each) => each.includes(dossierId)) ?? '';
}

test('B-10 F-121 a declared conflict gives the dossier back to the Office, who reads why and names another; the parties do not read it; who declares none reads', async () => {
  const { mediator, consumer, officer } = site.suite.people;
  const play = await openPlay(site.suite, mediatorNamed);
  await send(mediator.userId, declaration(play), { declaration: 'conflit_interets' });
  expect((await play.state()).mediation?.mediatorId).toBeNull();
  expect((await site.pages.get(mediator.userId, declaration(play))).status).toBe(404);
  const { html } = await site.pages.get(consumer.userId, `/dossiers/${play.dossierId}`);
  expect(html).toContain(t('dossier:events.mediatorRecused'));
  expect(html).not.toMatch(/conflit_interets|Conflit d’intérêts/);
  const queue = await site.pages.get(officer.userId, '/office/dossiers?vue=office');
  expect(queue.html).toContain(play.dossierId);

  // Of an account in use, which the lists would offer.
  await site.suite.pool.query(`update app_user set password_hash = 'x' where id = $1`, [mediator.userId]);
  const next = await secondMediator(site.suite.pool);
  const assign = `/office/dossiers/${play.dossierId}/mediation`;
  const shown = await site.pages.get(officer.userId, assign);
  expect(shown.html).toMatch(/Camille Tremblay, le [^<]*Raison\s: Conflit d’intérêts/);
  expect(shown.html).not.toContain(`value="${mediator.userId}"`);
  const followed = await site.pages.get(officer.userId, `/office/dossiers/${play.dossierId}`);
  expect(followed.html).toContain(t('dossier:events.recusalExplained', { reason: 'Conflit d’intérêts' }));
  const refused = await site.pages.post(officer.userId, assign, { mediatorId: mediator.userId, replaces: '' });
  expect(refused.status).toBe(409);
  expect(refused.html).toContain(t('errors:mediation.recused'));
  expect((await site.pages.post(officer.userId, assign, { mediatorId: next.userId, replaces: '' })).status).toBe(303);

  const nothing = await send(next.userId, declaration(play), {});
  expect(nothing.status).toBe(422);
  const sent = await send(next.userId, declaration(play), { declaration: 'none' });
  expect([sent.status, sent.location]).toEqual([303, `/dossiers/${play.dossierId}`]);
  const read = await site.pages.get(next.userId, `/dossiers/${play.dossierId}`);
  expect(read.status).toBe(200);
  expect(read.html).not.toMatch(/conflit_interets|Conflit d’intérêts/);
  expect((await site.pages.get(next.userId, declaration(play))).location).toBe(`/dossiers/${play.dossierId}`);
  expect((await site.pages.get(consumer.userId, declaration(play))).status).toBe(403);
});

test('B-10 « Me retirer »: the parties read why when the mediator chooses so, by mail and in the history, and not otherwise', async () => {
  const { mediator, consumer, clerk, officer } = site.suite.people;
  const reason = 'Absence prolongée';
  for (const told of [true, false]) {
    const play = await openPlay(site.suite, inMediation);
    const address = `/dossiers/${play.dossierId}/mediation/remise`;
    const { html } = await site.pages.get(mediator.userId, address);
    expect(html).toMatch(/<h1[^>]*>Me retirer</);
    const undecided = await send(mediator.userId, address, { reason: 'absence', confirmed: 'yes' });
    expect(undecided.status).toBe(422);
    const parties = told ? 'told' : 'not_told';
    const sent = await send(mediator.userId, address, { reason: 'absence', parties, confirmed: 'yes' });
    expect([sent.status, sent.location]).toEqual([303, '/dossiers']);
    for (const { userId } of [consumer, clerk]) {
      for (const page of ['', '/documents', '/propositions', '/messages']) {
        const { html: read } = await site.pages.get(userId, `/dossiers/${play.dossierId}${page}`);
        expect({ page, told: read.includes(reason) }).toEqual({ page, told: told && page === '' });
        expect(read).not.toMatch(/"absence"/);
      }
    }
    const office = await site.pages.get(officer.userId, `/office/dossiers/${play.dossierId}`);
    expect(office.html).toContain(reason);
  }
});

test('B-11 F-121 whoever led an earlier dispute with the merchant and handed it on is known to have', async () => {
  const { mediator, officer, merchantId } = site.suite.people;
  const db = databaseOver(site.suite.pool);
  const earlier = async (userId: string) => (await earlierWith(db, [merchantId])).get(`${userId} ${merchantId}`) ?? 0;
  const others = await earlier(mediator.userId);
  const led = await openPlay(site.suite, inMediation);
  const next = await handOn(site.suite.pool, led);
  // Handed back before it was led: no dispute that they know.
  const named = await openPlay(site.suite, mediatorNamed);
  await named.step({ by: 'mediator', act: 'recuse' });
  expect(await earlier(mediator.userId)).toBe(others + 1);
  expect(await earlier(next.userId)).toBe(1);

  const now = await openPlay(site.suite, mediationRequested);
  const { html } = await site.pages.get(officer.userId, `/office/dossiers/${now.dossierId}/mediation`);
  const row = html.split(`value="${next.userId}"`)[1] ?? '';
  expect(row.slice(0, 2_000)).toContain('1 dossier antérieur avec ce commerçant');
  // Of the dossier itself nobody is said to have led another before.
  const rows = await mediatorsFor(db, { merchantId, dossierId: led.dossierId });
  expect(rows.find(({ id }) => id === next.userId)?.earlier).toBe(0);
});

test('B-10 a mediator of before the declaration was asked for reads as before', async () => {
  const { mediator } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  await site.suite.pool.query(
    `update dossier set state = state #- '{mediation,declaredAt}' #- '{mediation,openedCaucuses}' where id = $1`,
    [play.dossierId],
  );
  expect((await site.pages.get(mediator.userId, `/dossiers/${play.dossierId}`)).status).toBe(200);
});

test('B-10 F-116 F-135 A-24 the desk: the gauge in words, what waits first, a proposal that does not do for a side', async () => {
  const { mediator, consumer, clerk } = site.suite.people;
  const play = await openPlay(site.suite, mediatorProposed);
  expect(await rowOf(mediator.userId, play)).toContain(
    t('mediation:desk.gauge', { day: 0, total: 75, date: '' }).split(',')[0],
  );
  expect(await rowOf(mediator.userId, play)).not.toContain('C’est à vous');
  await play.step({ by: 'clerk', act: 'askForRevision' });
  expect(await rowOf(mediator.userId, play)).toContain('C’est à vous');
  expect(await rowOf(clerk.userId, play)).not.toContain('C’est à vous');
  expect(await rowOf(consumer.userId, play)).toContain('C’est à vous');
  await site.suite.pool.query(
    `update dossier set state = jsonb_set(jsonb_set(state, '{mediation,startedAt}', to_jsonb((now() - interval '70 days')::text)),
       '{mediation,target}', to_jsonb((now() + interval '5 days')::text)) where id = $1`,
    [play.dossierId],
  );
  expect(await rowOf(mediator.userId, play)).toContain(t('mediation:desk.near', { count: 5 }));
});

test('B-10 notes are their mediator’s alone, not even a successor’s; two windows do not undo each other; erased with the content', async () => {
  const { mediator, consumer, clerk, officer } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  const secret = 'Elle céderait sur la date.';
  const first = await site.pages.get(mediator.userId, notes(play));
  expect((await send(mediator.userId, notes(play), { body: secret })).status).toBe(303);
  for (const by of [consumer, clerk, officer]) {
    expect((await site.pages.get(by.userId, notes(play))).status).toBe(403);
  }
  // A window that saw nothing yet does not write over them, and keeps what was typed.
  const base = /name="base" value="([^"]*)"/.exec(first.html)?.[1] ?? '';
  const over = await site.pages.post(mediator.userId, notes(play), { body: 'Autre chose.', base });
  expect(over.status).toBe(409);
  expect(over.html).toContain('Autre chose.');
  const { rows } = await site.suite.pool.query(`select body from mediator_note where dossier_id = $1`, [
    play.dossierId,
  ]);
  expect(rows).toEqual([{ body: secret }]);

  // Notes of another account: who leads the mediation now reads none of them.
  await site.suite.pool.query(`update mediator_note set mediator_id = $2 where dossier_id = $1`, [
    play.dossierId,
    officer.userId,
  ]);
  expect((await site.pages.get(mediator.userId, notes(play))).html).not.toContain(secret);
  await eraseDossierContent(databaseOver(site.suite.pool), play.dossierId);
  const left = await site.suite.pool.query(`select 1 from mediator_note where dossier_id = $1`, [play.dossierId]);
  expect(left.rows).toEqual([]);
});
