import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { databaseOver } from '#db/database.ts';
import { inMediation, mediatorNamed, mediatorProposed } from '#domain/testing/scenario/scenarios.ts';
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

test('B-10 a declared conflict gives the dossier back to the Office, who reads why; the parties do not; who declares none reads', async () => {
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

  await play.step({ by: 'officer', act: 'assignMediator', mediator: 'mediator' });
  const nothing = await send(mediator.userId, declaration(play), {});
  expect(nothing.status).toBe(422);
  const sent = await send(mediator.userId, declaration(play), { declaration: 'none' });
  expect([sent.status, sent.location]).toEqual([303, `/dossiers/${play.dossierId}`]);
  expect((await site.pages.get(mediator.userId, `/dossiers/${play.dossierId}`)).status).toBe(200);
  expect((await site.pages.get(mediator.userId, declaration(play))).location).toBe(`/dossiers/${play.dossierId}`);
  expect((await site.pages.get(consumer.userId, declaration(play))).status).toBe(403);
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
