import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { choices, label } from '#content/lists/index.ts';
import { translator } from '#content/texts/index.ts';
import { root } from '#scripts/system/paths.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { linksOf } from '#tests/kit/forms.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { wholeCase } from './desk.ts';

/** What each part of a filing asks, refuses and shows, on its pages. */
const site = siteForFile();
const t = translator('fr');

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('&#x27;', "'");
/** What is read on a page, without what its scripts are given. */
const shown = (html: string) => plain(html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', ''));
const said = (key: string, params: Record<string, string> = {}) => plain(String(t(key, params)));

/** A draft of the consumer's, with its pages. */
async function openDraft() {
  const { consumer, clerk } = site.suite.people;
  const play = await openPlay(site.suite);
  const at = (screen: string) => `/dossiers/${play.dossierId}/creation${screen ? `/${screen}` : ''}`;
  return {
    play,
    at,
    read: async (screen: string) => shown((await site.pages.get(consumer.userId, at(screen))).html),
    async save(screen: string, fields: Record<string, string | string[]>) {
      const { status, html, location } = await site.pages.post(consumer.userId, at(screen), { base: '', ...fields });
      return { status, html: shown(html), location };
    },
    merchantReads: async (page = '') =>
      shown((await site.pages.get(clerk.userId, `/dossiers/${play.dossierId}${page}`)).html),
  };
}

/** Fills what a submission needs, but these fields, and sends the dossier by the form of its review. */
async function fillAndSend({ play, at, save, read }: Awaited<ReturnType<typeof openDraft>>): Promise<void> {
  const { consumer } = site.suite.people;
  const slugs: Record<string, string> = { you: 'vous', merchant: 'commercant', good: 'bien', contract: 'contrat' };
  for (const [screen, values] of wholeCase)
    if (slugs[screen]) expect((await save(slugs[screen], values as Record<string, string>)).status).toBe(303);
  const { html } = await site.pages.get(consumer.userId, at('revision'));
  expect([await read(''), (await play.state()).status]).toEqual([
    expect.stringContaining(said('filing:tasks.ready')),
    'draft',
  ]);
  const sent = await site.pages.post(consumer.userId, at('revision'), site.pages.hidden(html, 'read'));
  expect(sent.status).toBe(303);
}

/** What stands at a field that was refused. */
const problem = (html: string, field: string) =>
  new RegExp(`id="[^"]*-${field}-erreur"[^>]*>[\\s\\S]*?</div>`).exec(html)?.[0] ?? '';

test('F-003 F-057 a new draft leads to its problem, proposal and documents; the review says what the first two want and sends nothing until then', async () => {
  const { consumer } = site.suite.people;
  const { play, at, read } = await openDraft();
  const steps = await read('');
  const names = ['parties', 'problem', 'proposal', 'documents', 'review'].map((step) => said(`checks:steps.${step}`));
  const places = names.map((name) => steps.indexOf(`>${name}<`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const screen of ['bien', 'solutions', 'documents']) expect(linksOf(steps)).toContain(at(screen));
  const review = await read('revision');
  for (const key of ['problem.category', 'problem.nature', 'proposal.remedies.none'])
    expect(review).toContain(said(`checks:${key}`));
  expect(review).not.toContain(said('filing:review.submit'));
  expect((await site.pages.post(consumer.userId, at('revision'), {})).status).toBe(422);
  expect((await play.state()).status).toBe('draft');
});

test('F-058 both contact details are shown and confirmed, each by its own box; without it the page stays', async () => {
  const { consumer, merchantId } = site.suite.people;
  const { at, read, save } = await openDraft();
  const [, you = {}] = wholeCase[0]!;
  const { confirmed: _ticked, ...contact } = you as Record<string, string>;
  expect(await read('vous')).toContain(`${consumer.userId}@personne.example`);
  const unconfirmed = await save('vous', contact);
  expect(unconfirmed.status).toBe(422);
  expect(problem(unconfirmed.html, 'confirmed')).toContain(said('checks:parties.confirmed'));
  expect(unconfirmed.html).toContain('12, rue des Lilas');
  expect(await save('vous', { ...contact, confirmed: 'on' })).toMatchObject({
    status: 303,
    location: at('commercant'),
  });

  for (const words of ['Meubles Boréal', `info@${merchantId}.example`])
    expect(await read('commercant')).toContain(words);
  const other = await save('commercant', { merchantBranch: 'Succursale Laval' });
  expect(other.status).toBe(422);
  expect(problem(other.html, 'merchantConfirmed')).toContain(said('checks:parties.merchantConfirmed'));
  expect(await save('commercant', { merchantConfirmed: 'on' })).toMatchObject({ status: 303, location: at('bien') });
});

test('F-061 F-062 F-063 the boxes of the problem and of the solution are ticked, several at once, never none; free text is as one likes; the merchant reads them all', async () => {
  const draft = await openDraft();
  const { at, read, save, merchantReads } = draft;
  const natures = choices('problemNature', 'fr');
  const page = await read('nature');
  for (const { code, label: words } of natures) {
    expect(page).toMatch(new RegExp(`<input(?=[^>]*type="checkbox")(?=[^>]*name="nature\\[\\]")[^>]*value="${code}"`));
    expect(page).toContain(plain(words));
  }
  const none = await save('nature', {});
  expect(none.status).toBe(422);
  expect(none.html).toContain(said('checks:problem.nature'));
  const two = await save('nature', { 'nature[]': ['defectueux', 'garantie_legale'] });
  expect(two).toMatchObject({ status: 303, location: at('precisions') });

  // F-062: nothing asks for it, and what is written is kept.
  expect((await save('precisions', {})).status).toBe(303);
  expect((await save('precisions', { details: 'Il dégèle la nuit.' })).status).toBe(303);

  const empty = await save('solutions', {});
  expect(empty.status).toBe(422);
  expect(empty.html).toContain(said('checks:proposal.remedies.none'));
  expect((await save('solutions', { 'remedy[]': ['remboursement_partiel', 'excuses'] })).status).toBe(303);
  const amounts = { 'remboursement_partiel.amount': '120', 'remboursement_partiel.deadline': '2099-01-31' };
  expect((await save('details', { ...amounts, 'excuses.text': 'Une lettre.' })).status).toBe(303);
  await fillAndSend(draft);

  const summary = await merchantReads();
  for (const code of ['defectueux', 'garantie_legale'])
    expect(summary).toContain(plain(label('problemNature', code, 'fr')));
  expect(summary).toContain('Il dégèle la nuit.');
  const proposal = await merchantReads('/propositions');
  for (const words of [
    label('remedies', 'remboursement_partiel', 'fr'),
    label('remedies', 'excuses', 'fr'),
    '120,00 $',
    'Une lettre.',
  ])
    expect(proposal).toContain(words);
});

test('F-052 a page for documents offers the camera, and what a telephone photographs opens everywhere', async () => {
  const { consumer } = site.suite.people;
  const { at, read } = await openDraft();
  const page = await read('documents');
  expect(page).toMatch(
    /<input(?=[^>]*type="file")(?=[^>]*name="photo")(?=[^>]*accept="image\/\*")[^>]*capture="environment"/,
  );
  expect(page).toMatch(/<input(?=[^>]*type="file")(?=[^>]*name="files")[^>]*multiple/);
  const form = new FormData();
  const photo = await readFile(path.join(root, 'tests/fixtures/refrigerateur.heic'));
  form.append('photo', new File([new Uint8Array(photo)], 'IMG_0001.HEIC', { type: 'image/heic' }));
  const headers = {
    cookie: `pc_lang=fr; pc_session=${await site.pages.session(consumer.userId)}`,
    origin: site.suite.servers.env['PUBLIC_ORIGIN'] ?? site.pages.origin,
    'sec-fetch-site': 'same-origin',
  };
  const sent = await fetch(site.pages.origin + at('documents'), {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers,
  });
  expect(sent.status).toBe(303);
  const address = linksOf(await read('documents')).find((to) => /\/documents\/[\da-f-]{36}$/.test(to)) ?? '';
  const file = await fetch(site.pages.origin + address, { headers });
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(Buffer.from(await file.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
});

test('F-070 F-074 F-075 F-076 a representative is named from « Parties » of a draft and from the summary once it is sent; without the consent nobody is invited, and what is typed stays', async () => {
  const { consumer } = site.suite.people;
  const { play, read } = await openDraft();
  const address = `/dossiers/${play.dossierId}/representation`;
  const link = new RegExp(`<a[^>]*href="${address}"[^>]*>${said('filing:tasks.representation')}</a>`);
  for (const parties of ['vous', 'commercant']) expect(await read(parties)).toMatch(link);
  expect(await read('bien')).not.toMatch(link);

  const { html } = await site.pages.get(consumer.userId, address);
  const person = { firstName: 'Léa', lastName: 'Roy', relationship: 'ami', email: 'lea.roy@personne.example' };
  const form = { ...site.pages.hidden(html, 'relationship'), ...person, adult: 'on' };
  const invitations = async () =>
    (await site.suite.pool.query(`select email::text as email from invitation where dossier_id = $1`, [play.dossierId]))
      .rows;
  const refused = await site.pages.post(consumer.userId, address, form);
  expect(refused.status).toBe(422);
  expect(problem(shown(refused.html), 'consent')).not.toBe('');
  for (const typed of ['Léa', 'Roy', person.email]) expect(refused.html).toContain(`value="${typed}"`);
  expect([await invitations(), (await play.state()).representative]).toEqual([[], null]);
  expect((await site.pages.post(consumer.userId, address, { ...form, consent: 'on' })).status).toBe(303);
  expect(await invitations()).toEqual([{ email: person.email }]);

  const sent = await openSent();
  const summary = shown((await site.pages.get(consumer.userId, `/dossiers/${sent.dossierId}`)).html);
  expect(summary).toMatch(
    new RegExp(
      `<a[^>]*href="/dossiers/${sent.dossierId}/representation"[^>]*>${said('dossier:summary.addRepresentative')}</a>`,
    ),
  );
});

const openSent = (): Promise<Play> =>
  openPlay(site.suite, [
    { by: 'consumer', act: 'createDossier' },
    { by: 'consumer', act: 'submitDossier' },
  ]);
