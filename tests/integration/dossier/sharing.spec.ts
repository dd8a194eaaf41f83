import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
import { handOn } from '#tests/kit/engine/hand-on.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const words = (html: string) =>
  html
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const said = (language: 'fr' | 'en', key: string, params = {}) =>
  String(translator(language)(key, params)).replaceAll(/[\u00a0\u202f]/g, ' ');
const offered = (html: string) => [...html.matchAll(/name="messages\[\]"[^>]*value="([^"]+)"/g)].map(([, id]) => id!);
const ticked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="(?:messages|chosen)\[\]"[^>]*>/g)]
    .filter(([input]) => input.includes('checked') || input.includes('chosen'))
    .map(([input]) => /value="([^"]+)"/.exec(input)![1]!);
/** Where a button of the form sends it. */
const addressOf = (html: string, label: string) =>
  [...html.matchAll(/<button[^>]*formaction="([^"]+)"[^>]*>([^<]+)</gi)]
    .find(([, , shown]) => shown!.replaceAll(/[\u00a0\u202f]/g, ' ') === label)?.[1]!
    .replaceAll('&amp;', '&') ?? '';

async function talk(count: number) {
  const play = await openPlay(site.suite, inMediation);
  const { people, pool } = site.suite;
  const post = async (from: number, to: number) =>
    pool.query(
      `insert into message (id, dossier_id, thread, author_id, author_role, body, saved_at, published_at)
        select gen_random_uuid(), $1, 'negotiation', $2, 'consumer', 'Message no ' || n || '.', now(), now() - interval '1 hour' + n * interval '1 second'
        from generate_series($3::int, $4::int) n`,
      [play.dossierId, people.consumer.userId, from, to],
    );
  await post(1, count);
  const ids = async () =>
    (
      await pool.query<{ id: string }>(
        `select id from message where dossier_id = $1 and thread = 'negotiation' order by published_at`,
        [play.dossierId],
      )
    ).rows.map(({ id }) => id);
  return { play, people, post, ids, address: `/dossiers/${play.dossierId}/messages/communiquer` };
}

test('A-02 every message of the negotiation can be chosen, page by page without scripts, and what is ticked goes along', async () => {
  const { people, post, ids, address, play } = await talk(260);
  const by = people.consumer.userId;
  const all = await ids();
  let { html } = await site.pages.get(by, address);
  const pagesSeen = [offered(html)];
  const chosen = [all.at(-1)!];
  let here = address;
  let now = html;
  for (
    let older = addressOf(html, said('fr', 'messages:older'));
    older;
    older = addressOf(now, said('fr', 'messages:older'))
  ) {
    const elsewhere = ticked(now).filter((id) => !offered(now).includes(id));
    const ticks = chosen.filter((id) => offered(now).includes(id));
    const answer = await site.pages.post(by, older, {
      form_key: randomUUID(),
      intent: 'page',
      'messages[]': ticks,
      'chosen[]': elsewhere,
    });
    expect([here, answer.status]).toEqual([here, 200]);
    [here, now] = [older, answer.html];
    pagesSeen.push(offered(now));
    expect(ticked(now).sort()).toEqual([...chosen].sort());
    chosen.push(offered(now)[0]!);
  }
  expect(pagesSeen.toReversed().flat()).toEqual(all);
  expect(words(now)).toContain(said('fr', 'messages:sharing.elsewhere', { count: chosen.length - 1 }));

  // A ticked one is pushed out of the newest by others: it is shared all the same.
  await post(261, 320);
  const sent = await site.pages.post(by, here, {
    form_key: randomUUID(),
    'messages[]': [chosen.at(-1)!],
    'chosen[]': chosen.slice(0, -1),
  });
  expect([sent.status, sent.location]).toEqual([303, `/dossiers/${play.dossierId}/messages/communiques`]);
  const shared = (await site.pages.get(people.mediator.userId, sent.location!)).html;
  expect([...words(shared).matchAll(/Message no \d+\./g)]).toHaveLength(chosen.length);
  html = (await site.pages.get(by, address)).html;
  expect(offered(html)).toHaveLength(50);
});

test('A-02 what is not of this negotiation is refused, and nothing ticked is said so beside the choice', async () => {
  const { people, address } = await talk(3);
  const by = people.consumer.userId;
  const strange = await site.pages.post(by, address, { form_key: randomUUID(), 'messages[]': [randomUUID()] });
  expect(strange.status).toBe(422);
  const nothing = await site.pages.post(by, address, { form_key: randomUUID() });
  expect(nothing.status).toBe(422);
  expect(words(nothing.html)).toContain(said('fr', 'messages:sharing.missing'));
});

test.each(['fr', 'en'] as const)(
  'A-02 F-123 before it is shared one reads who will read it, whoever mediates later too; each message shared says so for all three (%s)',
  async (language) => {
    const { people, address, ids, play } = await talk(2);
    const { consumer, clerk, mediator } = people;
    const form = words((await site.pages.get(consumer.userId, address, language)).html);
    expect(form).toContain(said(language, 'messages:sharing.final'));
    expect(said(language, 'messages:sharing.final')).toMatch(
      language === 'fr'
        ? /prend la suite de la médiation, cette personne le lit aussi/
        : /takes over the mediation, they read it too/,
    );
    const [first] = await ids();
    const sent = await site.pages.post(consumer.userId, address, { form_key: randomUUID(), 'messages[]': [first!] });
    expect(sent.status).toBe(303);
    const mark = (key: string) => said(language, key, { date: '', name: '' }).trim();
    for (const { userId } of [consumer, clerk]) {
      const own = words(
        (await site.pages.get(userId, `/dossiers/${play.dossierId}/messages?fil=negotiation`, language)).html,
      );
      expect(own.split(mark('messages:shared')).length - 1).toBe(1);
    }
    for (const { userId } of [consumer, clerk, mediator]) {
      const page = words(
        (await site.pages.get(userId, `/dossiers/${play.dossierId}/messages/communiques`, language)).html,
      );
      expect(page).toContain('Message no 1.');
      expect(page).not.toContain('Message no 2.');
      expect(page).toMatch(language === 'fr' ? /Montré par .+ le / : /Shown by .+ on /);
    }
    // Handed back: whoever mediates then reads it too.
    const next = await handOn(site.suite.pool, play);
    const later = await site.pages.get(next.userId, `/dossiers/${play.dossierId}/messages/communiques`, language);
    expect(words(later.html)).toContain('Message no 1.');
  },
);
