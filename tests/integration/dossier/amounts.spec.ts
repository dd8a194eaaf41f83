import { expect, test } from '@jest/globals';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const at = (play: Play, page: string) => `/dossiers/${play.dossierId}${page}`;
const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');
const previewIn = (html: string) => /id="brouillon"[\s\S]*/.exec(shown(html))?.[0] ?? '';

const offer = (amount: string, intent: string) => ({
  intent,
  'remedy[]': ['remboursement_partiel'],
  'remboursement_partiel.amount': amount,
  'remboursement_partiel.deadline': '2099-01-31',
  terms: '',
});

const negotiating = (): Promise<Play> => openPlay(site.suite, inNegotiation);

test.each(['1234 56', '99 99', '0,999', '12,345'])(
  'F-093 F-094 « %s » is never another sum: kept as typed in the draft and on its sheet, refused when sent',
  async (typed) => {
    const play = await negotiating();
    const { userId } = play.people.clerk;
    const address = at(play, '/propositions/nouvelle');
    const page = site.pages.hidden((await site.pages.get(userId, address)).html, 'remedy[]');
    expect((await site.pages.post(userId, address, { ...page, ...offer(typed, 'save') })).status).toBe(303);
    const { html } = await site.pages.get(userId, address);
    expect(html).toContain(`value="${typed}"`);
    expect(previewIn(html)).toContain(typed);
    expect(previewIn(html)).not.toMatch(/\d\u00a0\$/);
    const sent = await site.pages.post(userId, address, {
      ...site.pages.hidden(html, 'remedy[]'),
      ...offer(typed, 'send'),
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain(`value="${typed}"`);
    expect(shown(sent.html)).toContain(
      typed === '12,345' ? 'peut se lire de deux façons' : 'Écrivez un montant en dollars',
    );
    expect((await play.state()).proposals).toHaveLength(1);
  },
);

test('F-059 F-068 the price paid is read again as each language writes it, and as typed while it is no sum', async () => {
  const play = await openPlay(site.suite);
  const { userId } = play.people.consumer;
  const page = at(play, '/creation/revision');
  const write = (pricePaid: string) => site.pages.post(userId, at(play, '/creation/contrat'), { base: '', pricePaid });
  await write('CA$1,299.99');
  expect(shown((await site.pages.get(userId, page, 'en')).html)).toContain('$1,299.99');
  expect(shown((await site.pages.get(userId, page, 'en')).html)).not.toMatch(/\d\s\$/);
  expect(shown((await site.pages.get(userId, page, 'fr')).html)).toContain('1\u00a0299,99\u00a0$');
  const refused = await write('99 99');
  expect(refused.status).toBe(422);
  expect(shown(refused.html)).toContain('Écrivez le prix en dollars');
  expect(shown((await site.pages.get(userId, page)).html)).toContain('99 99');
  expect((await write('12,345')).html).toContain('peut se lire de deux façons');
});

test('an amount’s field bears its sign where the language writes it', async () => {
  const play = await openPlay(site.suite);
  const address = at(play, '/creation/contrat');
  const field = async (language: 'fr' | 'en') =>
    /<span class="pc-money">[\s\S]*?<\/span><\/span>|<span class="pc-money">[\s\S]*?<\/span>[\s\S]*?<\/span>/.exec(
      (await site.pages.get(play.people.consumer.userId, address, language)).html,
    )?.[0] ?? '';
  expect(await field('en')).toMatch(/\$<\/span><input/);
  expect(await field('fr')).toMatch(/<input[^>]*\/><span aria-hidden="true">\$/);
});
