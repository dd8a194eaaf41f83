import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { maxUnsent } from '#db/content/draft-rows.ts';
import { closingAnnounced, inMediation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const addressOf = ({ dossierId }: Play) => `/dossiers/${dossierId}/mediation/fermeture`;
const words = {
  reason: 'inconciliables',
  confirmed: 'yes',
  nature: 'Un moteur défectueux.',
  justification: 'Trop loin.',
};

const mediator = () => site.suite.people.mediator.userId;

/** The form as its page gives it, filled by the mediator. */
async function filled(play: Play): Promise<Record<string, string>> {
  const { html } = await site.pages.get(mediator(), addressOf(play));
  return { ...site.pages.hidden(html, 'justification'), ...words };
}

/** The form of the announcement, which the page has before. */
async function announcement(play: Play, body: string): Promise<Record<string, string>> {
  const { html } = await site.pages.get(mediator(), addressOf(play));
  return { ...site.pages.hidden(html, 'announcesClosing'), body };
}
const t = translator('fr');
const send = (play: Play, form: Record<string, string>) =>
  site.pages.post(site.suite.people.mediator.userId, addressOf(play), form);
const texts = async ({ dossierId }: Play) =>
  (
    await site.suite.pool.query<{ kind: string; given: boolean; published: boolean }>(
      `select kind, given_at is not null as given, published_at is not null as published from justification where dossier_id = $1 order by kind`,
      [dossierId],
    )
  ).rows;

test('F-131 the page has the announcement first, then the closing; all three read in the room that it is one, and whoever may not read the room does not', async () => {
  const play = await openPlay(site.suite, inMediation);
  const { consumer, clerk, officer, otherClerk } = site.suite.people;
  const page = async () => (await site.pages.get(mediator(), addressOf(play))).html;
  // A greeting is no announcement.
  await play.step({ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: 'Bonjour à vous deux.' });
  expect(await page()).toContain(t('mediation:close.tellFirst'));
  expect(await page()).not.toContain('name="justification"');
  expect((await site.pages.get(mediator(), `/dossiers/${play.dossierId}`)).html).toContain(
    t('turn:actions.announceClosing'),
  );

  // Nor is what they began to write in the room.
  const begun = { messageId: randomUUID(), base: '', thread: 'mediationRoom', body: 'Un mot en route.' };
  const kept = await site.pages.post(mediator(), `/dossiers/${play.dossierId}/brouillon`, begun);
  expect(kept.status).toBe(200);
  expect(await page()).not.toContain(begun.body);

  // Saved as it is typed, for the mediator alone, in a draft that is none of the room's.
  const body = 'Les positions ne se rapprochent plus : je vais fermer le dossier.';
  const form = await announcement(play, body);
  const saved = await site.pages.post(mediator(), `/dossiers/${play.dossierId}/brouillon`, form);
  expect(saved.status).toBe(200);
  expect(await page()).toContain(body);
  const room = (by: string) => site.pages.get(by, `/dossiers/${play.dossierId}/propositions`);
  for (const { userId } of [site.suite.people.mediator, consumer, clerk])
    expect((await room(userId)).html).not.toContain(body);
  const empty = await send(play, { ...form, body: '' });
  expect(empty.status).toBe(422);

  const base = site.pages.hidden(await page(), 'announcesClosing')['base'] ?? '';
  const sent = await send(play, { ...form, base });
  expect([sent.status, sent.location]).toEqual([303, addressOf(play)]);
  expect((await play.state()).mediation?.closingAnnouncedAt).not.toBeNull();
  for (const { userId } of [site.suite.people.mediator, consumer, clerk]) {
    const { html } = await room(userId);
    expect(html).toContain(body);
    expect(html).toContain(t('messages:announcesClosing'));
    expect(html.split(t('messages:announcesClosing'))[1]).toContain(body);
  }
  for (const { userId } of [otherClerk, officer]) {
    for (const address of ['', '/propositions']) {
      const { html } = await site.pages.get(userId, `/dossiers/${play.dossierId}${address}`);
      expect(html).not.toMatch(/annonce la fermeture|a été annoncée/);
    }
  }
  expect(await page()).toContain('name="justification"');
  expect(await page()).not.toContain('name="announcesClosing"');
  // Sent again it is done; another one is refused, and is shown.
  expect((await send(play, { ...form, base })).status).toBe(303);
  const other = await send(play, {
    ...form,
    form_key: randomUUID(),
    messageId: randomUUID(),
    body: 'Je ferme demain.',
  });
  expect(other.status).toBe(409);
  expect(other.html).toContain(t('errors:mediation.closing_announced'));
  expect(other.html).toContain('Je ferme demain.');
});

test('F-131 nobody else writes an announcement, not as a draft either, and the room’s own form makes none', async () => {
  const play = await openPlay(site.suite, inMediation);
  const { consumer } = site.suite.people;
  const message = { messageId: randomUUID(), base: '', thread: 'mediationRoom', body: 'Fini.' };
  const draft = { ...message, announcesClosing: 'yes' };
  const saved = await site.pages.post(consumer.userId, `/dossiers/${play.dossierId}/brouillon`, draft);
  expect(saved.status).toBe(403);
  expect(
    (await site.pages.post(consumer.userId, addressOf(play), { ...draft, form_name: 'announcement' })).status,
  ).toBe(403);
  const room = { ...message, intent: 'send', announcesClosing: 'yes', form_name: 'message' };
  expect((await site.pages.post(mediator(), `/dossiers/${play.dossierId}/propositions`, room)).status).toBe(303);
  expect((await play.state()).mediation).toMatchObject({ closingAnnouncedAt: null, lastWordAt: expect.any(String) });
});

test('F-131 F-132 F-134 refused, both texts are drafts again and shown; announced, both are filed; the same form again is the same act', async () => {
  const play = await openPlay(site.suite, closingAnnounced);
  const form = await filled(play);
  // A proposal that was made meanwhile, from another page: what was announced is announced no more.
  await play.step({ by: 'mediator', act: 'propose' });
  const refused = await send(play, form);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain(t('mediation:close.kept'));
  for (const text of [words.nature, words.justification]) expect(refused.html).toContain(text);
  const draft = { given: false, published: false };
  expect(await texts(play)).toEqual([
    { kind: 'closeMediation', ...draft },
    { kind: 'nature', ...draft },
  ]);
  expect((await send(play, await announcement(play, 'Cette fois, je ferme.'))).status).toBe(303);
  const again = await filled(play);
  expect((await send(play, again)).status).toBe(303);
  expect((await texts(play)).every(({ published }) => published)).toBe(true);
  const { closing } = await play.state();
  expect(closing).toMatchObject({ reason: words.reason, natureId: again['natureId'] });
  expect((await send(play, again)).status).toBe(303);
  // Other words under the same form are no second act, and are kept.
  expect((await send(play, { ...again, nature: 'Autre chose.' })).status).toBe(409);
  expect((await play.state()).closing).toEqual(closing);
});

test('F-134 a nature that has no room to be kept closes nothing, and is shown', async () => {
  const play = await openPlay(site.suite, closingAnnounced);
  const form = await filled(play);
  await site.suite.pool.query(
    `insert into justification (id, dossier_id, author_id, kind, body)
     select gen_random_uuid(), $1::uuid, $2::uuid, 'nature', n::text from generate_series(1, $3::int) n
     union all select $4::uuid, $1::uuid, $2::uuid, 'closeMediation', $5::text`,
    [play.dossierId, site.suite.people.mediator.userId, maxUnsent, form['justificationId'], words.justification],
  );
  const { status, html } = await send(play, form);
  expect(status).toBe(409);
  expect(html).toContain(translator('fr')('errors:draft.too_many'));
  expect(html).toContain(words.nature);
  expect((await play.state()).closing).toBeNull();
});

test('A-24 a day that is over is no new target: its sentence is at the field, and nothing is sent', async () => {
  const play = await openPlay(site.suite, inMediation);
  const { userId } = site.suite.people.mediator;
  const address = `/dossiers/${play.dossierId}/mediation/suivi`;
  const before = await play.state();
  for (const [day, status] of [
    ['2020-01-01', 422],
    ['2099-01-01', 303],
  ] as const) {
    const answer = await site.pages.post(userId, address, { kind: 'delay', newTarget: day });
    expect(answer.status).toBe(status);
    if (status === 303) continue;
    const field = /id="[^"]*newTarget-erreur"[^>]*>[\s\S]*?<\/div>/.exec(answer.html)?.[0] ?? '';
    expect(field).toContain('Cette date est passée');
    expect((await play.state()).seq).toBe(before.seq);
  }
  expect((await play.state()).mediation?.target).toMatch(/^2099-01-02T0/);
});
