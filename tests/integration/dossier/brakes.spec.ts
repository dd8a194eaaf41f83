import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { maxUnsent } from '#db/content/draft-rows.ts';
import { draft, inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { rules, type LimitName } from '#web/server/services/limits/rules.ts';

const site = siteForFile();

const at = (play: Play, page: string) => `/dossiers/${play.dossierId}${page}`;
const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

/** What has been counted becomes all that may be, without doing it. */
const fill = (limit: LimitName) =>
  site.suite.pool.query(`update rate_limit set points = $2 where key like $1`, [`${limit}:%`, rules[limit].points]);
const forget = () => site.suite.pool.query('delete from rate_limit');

type Text = { play: Play; userId: string; body: string; intent?: string; messageId?: string };
const write = async ({ play, userId, body, intent = 'send', ...own }: Text): Promise<Answer> => {
  const { html } = await site.pages.get(userId, at(play, '/messages'));
  return site.pages.post(userId, at(play, '/messages'), {
    ...site.pages.hidden(html, 'body'),
    ...own,
    intent,
    body,
  });
};
const unsent = async ({ dossierId }: Play): Promise<string[]> => {
  const { rows } = await site.suite.pool.query<{ body: string }>(
    `select body from message where dossier_id = $1 and published_at is null and btrim(body) <> '' order by saved_at`,
    [dossierId],
  );
  return rows.map(({ body }) => body);
};

describe('acts', () => {
  test('past the count, an act is refused with its sentence and when to come back; what was written is shown and kept', async () => {
    const { consumer, clerk } = site.suite.people;
    const [play, other] = [await openPlay(site.suite, inNegotiation), await openPlay(site.suite, inNegotiation)];
    await forget();
    expect((await write({ play, userId: consumer.userId, body: 'Un' })).status).toBe(303);
    await fill('acts');
    const refused = await write({ play, userId: consumer.userId, body: 'Deux, gardé' });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(rules.acts.seconds);
    expect(shown(refused.html)).toContain('beaucoup de choses en peu de temps');
    expect(shown(refused.html)).toContain('Deux, gardé');
    expect(await unsent(play)).toEqual(['Deux, gardé']);
    // Nobody else is held, nor is this person elsewhere.
    expect((await write({ play, userId: clerk.userId, body: 'Trois' })).status).toBe(303);
    expect((await write({ play: other, userId: consumer.userId, body: 'Quatre' })).status).toBe(303);
    await forget();
    expect((await write({ play, userId: consumer.userId, body: 'Deux, gardé' })).status).toBe(303);
  });

  test('an act that ends the dossier is not counted: nobody is kept from it', async () => {
    const { consumer } = site.suite.people;
    const play = await openPlay(site.suite, inNegotiation);
    await forget();
    expect((await write({ play, userId: consumer.userId, body: 'Un' })).status).toBe(303);
    await fill('acts');
    await fill('actsDay');
    const page = at(play, '/fermeture');
    const { html } = await site.pages.get(consumer.userId, page);
    const form = {
      ...site.pages.hidden(html, 'justification'),
      reason: 'autre',
      justification: 'Assez.',
      confirmed: 'on',
    };
    expect(await site.pages.post(consumer.userId, page, form)).toMatchObject({ status: 303 });
    expect((await play.state()).status).toBe('closed');
  });

  test('proposals and taking charge have counts of a day; the sentence is in the reader’s language', async () => {
    const { clerk } = site.suite.people;
    const play = await openPlay(site.suite, submitted);
    await forget();
    const charge = at(play, '/prise-en-charge');
    const { html } = await site.pages.get(clerk.userId, charge);
    const hidden = site.pages.hidden(html, 'replaces');
    expect((await site.pages.post(clerk.userId, charge, hidden)).status).toBe(303);
    const page = at(play, '/propositions/nouvelle');
    const offer = {
      intent: 'send',
      'remedy[]': ['remboursement_partiel'],
      'remboursement_partiel.amount': '75',
      'remboursement_partiel.deadline': '2099-01-31',
    };
    const propose = async (terms: string) => {
      const found = await site.pages.get(clerk.userId, page);
      const fields = { ...site.pages.hidden(found.html, 'remedy[]'), ...offer, terms };
      return site.pages.post({ userId: clerk.userId, language: 'en' }, page, fields);
    };
    expect((await propose('One')).status).toBe(303);
    await fill('proposalsDay');
    await fill('chargesDay');
    const again = await site.pages.get(clerk.userId, at(play, '/propositions'));
    const edit = /href="([^"]*\/modifier)"/.exec(again.html)?.[1] ?? '';
    const found = await site.pages.get(clerk.userId, edit);
    const fields = { ...site.pages.hidden(found.html, 'remedy[]'), ...offer, terms: 'Two, kept' };
    const refused = await site.pages.post({ userId: clerk.userId, language: 'en' }, edit, fields);
    expect(refused.status).toBe(429);
    expect(shown(refused.html)).toContain('a great many times in 24 hours');
    expect(shown(refused.html)).toContain('Two, kept');
    const taken = await site.pages.post(clerk.userId, charge, hidden);
    expect(taken.status).toBe(429);
  });

  test('F-073 a fourth person named within a day is refused and shown; the same form again is no fourth', async () => {
    const { consumer } = site.suite.people;
    const play = await openPlay(site.suite, draft);
    const page = at(play, '/representation');
    const open = async () => site.pages.hidden((await site.pages.get(consumer.userId, page)).html, 'relationship');
    const name = (hidden: Record<string, string>, n: number) =>
      site.pages.post(consumer.userId, page, {
        ...hidden,
        firstName: 'Léa',
        lastName: 'Roy',
        relationship: 'ami',
        email: `personne${n}@invitations.example`,
        adult: 'on',
        consent: 'on',
      });
    for (const n of [1, 2, 3]) {
      const hidden = await open();
      expect([(await name(hidden, n)).status, (await name(hidden, n)).status]).toEqual([303, 303]);
      await play.step({ by: 'consumer', act: 'removeRepresentative' });
    }
    const fourth = await name(await open(), 4);
    expect(fourth.status).toBe(429);
    expect(shown(fourth.html)).toContain('Trois personnes ont déjà été invitées dans ce dossier en 24 heures');
    expect(shown(fourth.html)).toContain('personne4@invitations.example');
    const { rows } = await site.suite.pool.query(`select 1 from invitation where dossier_id = $1`, [play.dossierId]);
    expect(rows).toHaveLength(3);
  });
});

describe('texts that are not sent', () => {
  test('a reason to close by who may not close is refused before it is kept', async () => {
    const { officer } = site.suite.people;
    const play = await openPlay(site.suite, inNegotiation);
    const form = { reason: 'autre', justification: 'x', confirmed: 'on', justificationId: randomUUID(), base: '' };
    expect((await site.pages.post(officer.userId, at(play, '/fermeture'), form)).status).toBe(403);
    const { rows } = await site.suite.pool.query('select 1 from justification where dossier_id = $1', [play.dossierId]);
    expect(rows).toEqual([]);
  });

  test('B-03 saves as people type are counted; past it a page is told when to try again, and then it is saved', async () => {
    const { consumer } = site.suite.people;
    const play = await openPlay(site.suite, inNegotiation);
    await forget();
    const fields = { thread: 'negotiation', messageId: randomUUID(), base: '', body: 'Un' };
    const kept = { form: '/profil|', version: '0', typed: '[["addressLine","Un"]]', shown: '[["addressLine",""]]' };
    const save = () => site.pages.post(consumer.userId, at(play, '/brouillon'), fields);
    const keep = () => site.pages.post(consumer.userId, '/saisies', kept);
    expect([(await save()).status, (await keep()).status]).toEqual([200, 200]);
    await fill('saves');
    for (const answer of [await save(), await keep()]) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(JSON.parse(answer.html)).toMatchObject({ code: 'rate.limited' });
    }
    await forget();
    expect((await save()).status).toBe(200);
  });

  test('B-03 one person has a hundred of a kind in a dossier at most; one that is emptied makes room, and no text is lost', async () => {
    const { consumer, clerk } = site.suite.people;
    const play = await openPlay(site.suite, inNegotiation);
    await site.suite.pool.query(
      `insert into message (id, dossier_id, thread, author_id, author_role, body)
       select gen_random_uuid(), $1, 'negotiation', $2, 'consumer', 'Texte ' || n from generate_series(1, $3) n`,
      [play.dossierId, consumer.userId, maxUnsent],
    );
    for (const intent of ['save', 'send']) {
      const full = await write({ play, userId: consumer.userId, body: 'Un de plus', intent, messageId: randomUUID() });
      expect(full.status).toBe(409);
      expect(shown(full.html)).toContain('cent textes commencés et non envoyés');
      expect(shown(full.html)).toContain('Un de plus');
    }
    expect(await unsent(play)).toHaveLength(maxUnsent);
    expect((await write({ play, userId: clerk.userId, body: 'À part', intent: 'save' })).status).toBe(303);
    await site.suite.pool.query(`update message set body = '' where dossier_id = $1 and body = 'Texte 7'`, [
      play.dossierId,
    ]);
    expect(
      (await write({ play, userId: consumer.userId, body: 'Un de plus', intent: 'save', messageId: randomUUID() }))
        .status,
    ).toBe(303);
    expect((await unsent(play)).filter((body) => body === 'Un de plus')).toHaveLength(1);
    const { rows } = await site.suite.pool.query(`select 1 from message where dossier_id = $1 and author_id = $2`, [
      play.dossierId,
      consumer.userId,
    ]);
    expect(rows).toHaveLength(maxUnsent);
  });
});
