import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { maxUnsent } from '#db/content/draft-rows.ts';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
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

/** The form as its page gives it, filled by the mediator. */
async function filled(play: Play): Promise<Record<string, string>> {
  const { html } = await site.pages.get(site.suite.people.mediator.userId, addressOf(play));
  return { ...site.pages.hidden(html, 'justification'), ...words };
}
const send = (play: Play, form: Record<string, string>) =>
  site.pages.post(site.suite.people.mediator.userId, addressOf(play), form);
const texts = async ({ dossierId }: Play) =>
  (
    await site.suite.pool.query<{ kind: string; given: boolean; published: boolean }>(
      `select kind, given_at is not null as given, published_at is not null as published from justification where dossier_id = $1 order by kind`,
      [dossierId],
    )
  ).rows;

test('F-131 F-132 F-134 refused, both texts are drafts again; told, both are filed; the same form again is the same act', async () => {
  const play = await openPlay(site.suite, inMediation);
  const form = await filled(play);
  expect((await send(play, form)).status).toBe(409);
  const draft = { given: false, published: false };
  expect(await texts(play)).toEqual([
    { kind: 'closeMediation', ...draft },
    { kind: 'nature', ...draft },
  ]);
  await play.step({ by: 'mediator', act: 'postMessage', thread: 'mediationRoom' });
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
  const play = await openPlay(site.suite, [
    ...inMediation,
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' },
  ]);
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
