import { expect, test } from '@jest/globals';
import { openPlay, type Play } from '#tests/support/engine/play.ts';
import { siteForFile } from '#tests/support/pages.ts';

const site = siteForFile();

const at = (play: Play, screen: string) => `/dossiers/${play.dossierId}/creation/${screen}`;

async function upload(userId: string, address: string): Promise<string> {
  const form = new FormData();
  form.append('files', new File(['%PDF-1.4\ntrailer<<>>\nstartxref\n9\n%%EOF\n'], 'evaluation.pdf'));
  const response = await fetch(site.pages.origin + address, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: {
      cookie: `pc_lang=fr; pc_session=${await site.pages.session(userId)}`,
      origin: site.suite.servers.env['PUBLIC_ORIGIN'] ?? site.pages.origin,
      'sec-fetch-site': 'same-origin',
    },
  });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

test('F-064 what supports the damages is deposited on the way, then chosen where the person was; a choice made is kept', async () => {
  const { consumer } = site.suite.people;
  const play = await openPlay(site.suite);
  await site.pages.post(consumer.userId, at(play, 'solutions'), { base: '', 'remedy[]': ['dommages'] });
  const amount = { base: '', 'dommages.amount': '72,40', 'dommages.harm': 'Visite du réparateur' };
  const asked = await site.pages.post(consumer.userId, at(play, 'details'), { ...amount, intent: 'document' });
  expect(asked).toMatchObject({ status: 303, location: `${at(play, 'documents')}?retour=details` });
  const back = await upload(consumer.userId, asked.location ?? '');
  const id = back.split('piece=')[1] ?? '';
  expect(back).toBe(`${at(play, 'details')}?piece=${id}`);
  const { html } = await site.pages.get(consumer.userId, back);
  expect(html).toMatch(new RegExp(`<option (?=[^>]*value="${id}")[^>]*selected`));
  expect(html).toContain('72,40');
  await site.pages.post(consumer.userId, at(play, 'details'), { ...amount, 'dommages.document': id });
  const second = await upload(consumer.userId, asked.location ?? '');
  const kept = (await site.pages.get(consumer.userId, second)).html;
  expect(kept).toMatch(new RegExp(`<option (?=[^>]*value="${id}")[^>]*selected`));
});

test('F-071 a represented consumer reads the whole draft and is offered nothing to write; a stranger reads nothing', async () => {
  const { consumer, friend, otherClerk } = site.suite.people;
  const play = await openPlay(site.suite);
  await site.pages.post(consumer.userId, at(play, 'precisions'), { base: '', details: 'Il dégèle la nuit.' });
  const invitationId = await play.drafts.invitation();
  await play.give(consumer, { type: 'nameRepresentative', invitationId });
  await play.give(friend, { type: 'acceptInvitation', invitationId });
  expect(await site.pages.get(consumer.userId, at(play, 'precisions'))).toMatchObject({
    status: 303,
    location: at(play, 'revision'),
  });
  const { status, html } = await site.pages.get(consumer.userId, at(play, 'revision'));
  expect(status).toBe(200);
  expect(html).toContain('Il dégèle la nuit.');
  expect(html).not.toContain(`href="${at(play, 'precisions')}"`);
  expect((await site.pages.post(consumer.userId, at(play, 'revision'), {})).status).toBe(403);
  expect((await site.pages.get(friend.userId, at(play, 'revision'))).html).toContain(
    `href="${at(play, 'precisions')}"`,
  );
  expect((await site.pages.get(otherClerk.userId, at(play, 'revision'))).status).toBeGreaterThanOrEqual(403);
});
