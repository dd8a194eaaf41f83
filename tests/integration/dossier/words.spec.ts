import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, startPages, type Answer } from '#tests/kit/pages.ts';

const site = siteForFile();

/** A form in which a person writes, opened on a dossier of its own. */
type Written = {
  play: Play;
  userId: string;
  address: string;
  /** A field of the form, by which it is found in its page. */
  field: string;
  fields(text: string): Record<string, string | string[]>;
  /** Texts that this person has filed with it, oldest first. */
  filed(): Promise<string[]>;
  /** Leaves an unsent text, as another page of the same person does; null where the form has no such button. */
  leave: ((text: string) => Promise<unknown>) | null;
};

/** `anew`: another text under a used key is filed beside the first; `refused`: it is shown back and kept. */
type Kind = { name: string; otherwise: 'anew' | 'refused'; open(): Promise<Written> };

const at = (play: Play, page: string) => `/dossiers/${play.dossierId}${page}`;
const shown = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

const negotiating = (): Promise<Play> => openPlay(site.suite, inNegotiation);

/** The hidden fields of a person's form, as its page is now. */
async function hidden(form: Written, address = form.address) {
  const { html, status } = await site.pages.get(form.userId, address);
  expect(status).toBe(200);
  return site.pages.hidden(html, form.field);
}

/** Sends the form with the fields that its page had, some of them changed. */
const send = (
  form: Written,
  page: Record<string, string>,
  text: string | { text: string; [field: string]: string },
) => {
  const { text: written, ...more } = typeof text === 'string' ? { text } : text;
  return site.pages.post(form.userId, form.address, { ...page, ...form.fields(written), ...more });
};

const texts = async (sql: string, values: unknown[]): Promise<string[]> => {
  const { rows } = await site.suite.pool.query<{ text: string }>(sql, values);
  return rows.map(({ text }) => text);
};

function proposal(play: Play, userId: string, address: string): Written {
  const form: Written = {
    play,
    userId,
    address,
    field: 'remedy[]',
    fields: (terms) => ({
      intent: 'send',
      'remedy[]': ['remboursement_partiel'],
      'remboursement_partiel.amount': '75',
      'remboursement_partiel.deadline': '2099-01-31',
      terms,
    }),
    filed: () =>
      texts(
        `select terms as text from proposal_content where dossier_id = $1 and author_id = $2 and published_at is not null
           and remedies <> '[]'::jsonb order by published_at`,
        [play.dossierId, userId],
      ),
    leave: async (text) => send(form, await hidden(form), { text, intent: 'save' }),
  };
  return form;
}

type Page = { userId: string; address: string };

function justification(play: Play, { userId, address }: Page, fields: Record<string, string>): Written {
  return {
    play,
    userId,
    address,
    field: 'justification',
    fields: (text) => ({ ...fields, justification: text }),
    filed: () =>
      texts(
        `select body as text from justification where dossier_id = $1 and author_id = $2 and published_at is not null
         order by published_at`,
        [play.dossierId, userId],
      ),
    leave: null,
  };
}

const kinds: Kind[] = [
  {
    name: 'a message (F-040)',
    otherwise: 'anew',
    async open() {
      const play = await negotiating();
      const { userId } = play.people.consumer;
      const form: Written = {
        play,
        userId,
        address: at(play, '/messages'),
        field: 'body',
        fields: (body) => ({ intent: 'send', body }),
        filed: () =>
          texts(
            `select body as text from message where dossier_id = $1 and author_id = $2 and published_at is not null
             order by published_at`,
            [play.dossierId, userId],
          ),
        leave: async (text) => send(form, await hidden(form), { text, intent: 'save' }),
      };
      return form;
    },
  },
  {
    name: 'a counter-proposal (F-090)',
    otherwise: 'refused',
    async open() {
      const play = await negotiating();
      return proposal(play, play.people.clerk.userId, at(play, '/propositions/nouvelle'));
    },
  },
  {
    name: 'a new version of a proposal (F-095)',
    otherwise: 'refused',
    async open() {
      const play = await negotiating();
      const { proposalId: offer } = (await play.step({ by: 'clerk', act: 'propose' })).command;
      return proposal(play, play.people.clerk.userId, at(play, `/propositions/${offer}/modifier`));
    },
  },
  {
    name: 'the reason to close (F-104)',
    otherwise: 'refused',
    async open() {
      const play = await negotiating();
      const fields = { reason: 'autre_recours', confirmed: 'on' };
      return justification(play, { userId: play.people.consumer.userId, address: at(play, '/fermeture') }, fields);
    },
  },
  {
    name: 'the reason to refuse (A-07)',
    otherwise: 'refused',
    async open() {
      const play = await openPlay(site.suite, submitted);
      const fields = { reason: 'fabricant', confirmed: 'on' };
      return justification(play, { userId: play.people.respondent.userId, address: at(play, '/refus') }, fields);
    },
  },
  {
    name: 'the reason to withdraw a document (A-33)',
    otherwise: 'refused',
    async open() {
      const play = await negotiating();
      const { documentId } = (await play.step({ by: 'consumer', act: 'addDocument' })).command;
      const address = at(play, `/documents/${documentId}/retrait`);
      return justification(play, { userId: play.people.consumer.userId, address }, {});
    },
  },
];

/** Nothing is told sent that is not filed, and what is not filed is on the page. */
async function accounted(form: Written, answer: Answer, text: string): Promise<void> {
  const filed = (await form.filed()).includes(text);
  if (answer.status === 303) expect([text, filed]).toEqual([text, true]);
  else expect([text, filed, shown(answer.html).includes(text)]).toEqual([text, false, true]);
}

describe.each(kinds)('$name', ({ open, otherwise }) => {
  test('the same form sent twice, at once and again, is one act told done each time', async () => {
    const form = await open();
    const page = await hidden(form);
    const answers = await Promise.all([1, 2].map(() => send(form, page, 'UN-SEUL texte')));
    answers.push(await send(form, page, 'UN-SEUL texte'));
    answers.push(await send(form, { ...page, form_key: randomUUID() }, 'UN-SEUL texte'));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await form.filed()).toEqual(['UN-SEUL texte']);
  });

  test('another text under a key that was used is never told done and dropped', async () => {
    const form = await open();
    const page = await hidden(form);
    await accounted(form, await send(form, page, 'PREMIER texte'), 'PREMIER texte');
    const second = await Promise.all([1, 2].map(() => send(form, page, 'SECOND texte')));
    for (const answer of second) await accounted(form, answer, 'SECOND texte');
    const third = await send(form, { ...page, form_key: randomUUID() }, 'TROISIEME texte');
    await accounted(form, third, 'TROISIEME texte');
    expect(await form.filed()).toEqual(
      otherwise === 'anew' ? ['PREMIER texte', 'SECOND texte', 'TROISIEME texte'] : ['PREMIER texte'],
    );
    expect([...second, third].map(({ status }) => status)).toEqual(
      otherwise === 'anew' ? [303, 303, 303] : [409, 409, 409],
    );
  });

  test('a draft that another page changed meanwhile is not written over: both texts are there', async () => {
    const form = await open();
    if (!form.leave) return;
    await form.leave('COMMUN texte');
    const page = await hidden(form);
    await form.leave('AILLEURS texte');
    const saved = await send(form, page, { text: 'ICI texte', intent: 'save' });
    const after = shown((await site.pages.get(form.userId, form.address)).html) + shown(saved.html);
    for (const text of ['ICI texte', 'AILLEURS texte']) expect(after).toContain(text);
    const sent = await send(form, page, 'ENVOI texte');
    await accounted(form, sent, 'ENVOI texte');
    const everything = shown(sent.html) + shown((await site.pages.get(form.userId, form.address)).html);
    expect(everything).toContain('AILLEURS texte');
    expect(await form.filed()).toEqual(otherwise === 'anew' ? ['ENVOI texte'] : []);
  });

  test('a text sent from another page meanwhile stays the one that was sent', async () => {
    const form = await open();
    if (form.leave) await form.leave('COMMUN texte');
    const page = await hidden(form);
    const other = await send(form, { ...page, form_key: randomUUID() }, 'AILLEURS texte');
    expect(other.status).toBe(303);
    const here = await send(form, page, 'ICI texte');
    await accounted(form, here, 'ICI texte');
    expect((await form.filed())[0]).toBe('AILLEURS texte');
    expect(here.status).toBe(otherwise === 'anew' ? 303 : 409);
  });

  test('a dossier that ended meanwhile: what was written is on the page with the reason', async () => {
    const form = await open();
    const page = await hidden(form);
    const closer = form.userId === form.play.people.consumer.userId ? 'clerk' : 'consumer';
    await form.play.step({ by: closer, act: 'closeDossier' });
    const answer = await send(form, page, 'TROP-TARD texte');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await accounted(form, answer, 'TROP-TARD texte');
  });
});

describe('kept as it is typed', () => {
  const keep = async (form: Written, page: Record<string, string>, text: string) => {
    const fields = { ...page, ...form.fields(text), intent: '' };
    const answer = await site.pages.post(form.userId, at(form.play, '/brouillon'), fields);
    return { ...answer, body: JSON.parse(answer.html) as Record<string, string | boolean | null> };
  };
  const drafted = kinds.slice(0, 3);

  test.each(drafted)('$name: two pages keep two texts, and each is told of the other', async ({ open }) => {
    const form = await open();
    await form.leave?.('COMMUN texte');
    const [here, there] = [await hidden(form), await hidden(form)];
    expect((await keep(form, here, 'ICI texte')).body).toMatchObject({ beside: null });
    const other = await keep(form, there, 'LA-BAS texte');
    expect(other.body).toMatchObject({ beside: 'changed' });
    const field = form.field === 'body' ? 'messageId' : 'contentId';
    const goesOn = { ...there, [field]: String(other.body['id']), base: String(other.body['base']) };
    expect((await keep(form, goesOn, 'LA-BAS texte, suite')).body).toMatchObject({ beside: null });
    const page = shown((await site.pages.get(form.userId, form.address)).html);
    for (const text of ['ICI texte', 'LA-BAS texte, suite']) expect(page).toContain(text);
    const link = /href="([^"]*brouillon=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const first = (await site.pages.get(form.userId, link)).html;
    expect(/<textarea[^>]*>([^<]*)<\/textarea>/.exec(first.slice(first.search(/name="(body|terms)"/) - 400))?.[1]).toBe(
      'ICI texte',
    );
  });

  test.each(drafted)(
    '$name: what arrives after the sending changes nothing of it, and stays a draft',
    async ({ open }) => {
      const form = await open();
      await form.leave?.('DEBUT texte');
      const page = await hidden(form);
      expect((await send(form, page, 'ENVOI texte')).status).toBe(303);
      expect((await keep(form, page, 'ENVOI texte')).body).toMatchObject({ sent: true });
      const late = await keep(form, page, 'EN-RETARD texte');
      expect(late.body).toMatchObject({ beside: 'sent', sent: false });
      expect(await form.filed()).toEqual(['ENVOI texte']);
      const { html } = await site.pages.get(form.userId, form.address);
      expect(shown(html)).toContain('EN-RETARD texte');
    },
  );

  test('a page that had no answer goes on with its own words, and its late request does not undo them', async () => {
    const form = await kinds[0]!.open();
    const page = await hidden(form);
    const first = await keep(form, page, 'Bonj');
    // The answer was lost: the page tries again with the mark of what it tried.
    const again = { ...page, base: String(first.body['base']) };
    expect((await keep(form, again, 'Bonjour')).body).toMatchObject({ beside: null, id: page['messageId'] });
    expect((await keep(form, page, 'Bonj')).body).toMatchObject({ beside: 'changed' });
    const { rows } = await site.suite.pool.query(`select body from message where id = $1`, [page['messageId']]);
    expect(rows).toEqual([{ body: 'Bonjour' }]);
  });

  test('a draft discarded on another page: what is typed here is kept; what was typed elsewhere is not discarded unseen', async () => {
    const form = await kinds[1]!.open();
    await form.leave?.('COMMUN texte');
    const [here, there] = [await hidden(form), await hidden(form)];
    expect((await send(form, here, { text: '', intent: 'discard' })).status).toBe(303);
    expect((await keep(form, there, 'LA-BAS texte')).body).toMatchObject({ beside: null });
    const unseen = await send(form, here, { text: 'ICI texte', intent: 'discard' });
    expect(unseen.status).toBe(409);
    expect(shown(unseen.html)).toContain('LA-BAS texte');
  });

  test('a message over its length is refused and nothing is told kept; an empty proposal neither', async () => {
    const message = await kinds[0]!.open();
    const long = await keep(message, await hidden(message), 'a'.repeat(10_001));
    expect([long.status, long.body['code']]).toEqual([413, 'form.too_large']);
    const offer = await kinds[1]!.open();
    const terms = await keep(offer, await hidden(offer), 'a'.repeat(20_001));
    expect([terms.status, terms.body['code']]).toEqual([413, 'form.too_large']);
    const page = await hidden(offer);
    const empty = await site.pages.post(offer.userId, at(offer.play, '/brouillon'), { ...page, terms: '' });
    expect(JSON.parse(empty.html)).toMatchObject({ savedAt: null });
  });

  test('nobody keeps a text under someone else’s draft', async () => {
    const form = await kinds[0]!.open();
    await form.leave?.('SECRET texte');
    const page = await hidden(form);
    const other = { ...form, userId: form.play.people.clerk.userId };
    expect((await keep(other, page, 'AUTRE texte')).status).toBe(422);
    expect((await send(other, page, 'AUTRE texte')).status).toBe(422);
    expect(shown((await site.pages.get(form.userId, form.address)).html)).toContain('SECRET texte');
  });
});

test('with the engine away a text given stays as it was given, and what is typed next is another', async () => {
  const form = await kinds[0]!.open();
  const page = await hidden(form);
  const alone = await startPages(site.suite, { TEMPORAL_ADDRESS: '127.0.0.1:9', PORT: '0' });
  try {
    const refused = await alone.post(form.userId, form.address, { ...page, ...form.fields('DONNE texte') });
    expect(refused.status).toBe(503);
    expect(shown(refused.html)).toContain('DONNE texte');
  } finally {
    await alone.stop();
  }
  await site.pages.post(form.userId, at(form.play, '/brouillon'), { ...page, body: 'DONNE texte, et la suite' });
  // The command that nobody answered may still be carried out: what it publishes is what was given.
  const { messageId = '' } = page;
  const { consumer: by } = form.play.people;
  await form.play.send({ key: randomUUID(), command: { type: 'postMessage', thread: 'negotiation', messageId, by } });
  expect(await form.filed()).toEqual(['DONNE texte']);
  expect((await send(form, page, 'DONNE texte')).status).toBe(303);
  expect(await form.filed()).toEqual(['DONNE texte']);
  expect(shown((await site.pages.get(form.userId, form.address)).html)).toContain('DONNE texte, et la suite');
});

test('the same key for a closing with another reason is not told done', async () => {
  const form = await kinds[3]!.open();
  const page = await hidden(form);
  expect((await send(form, page, 'MOTIF texte')).status).toBe(303);
  expect((await send(form, page, { text: 'MOTIF texte', reason: 'autre' })).status).toBe(409);
  expect((await form.play.state()).closing?.reason).toBe('autre_recours');
});

test('a proposal accepted while its author wrote a new version: the version is shown, with why it is not sent (F-095)', async () => {
  const form = await kinds[2]!.open();
  const page = await hidden(form);
  await form.play.step({ by: 'consumer', act: 'acceptProposal' });
  const answer = await send(form, page, 'TROP-TARD texte');
  expect(answer.status).toBe(409);
  await accounted(form, answer, 'TROP-TARD texte');
  // And it is found again on the same page.
  expect(shown((await site.pages.get(form.userId, form.address)).html)).toContain('TROP-TARD texte');
});

test('a proposal edited elsewhere meanwhile: the older page is refused, then makes the next version knowingly (F-095)', async () => {
  const form = await kinds[2]!.open();
  const page = await hidden(form);
  await form.play.step({ by: 'clerk', act: 'editProposal' });
  const stale = await send(form, page, 'VERSION texte');
  expect(stale.status).toBe(409);
  await accounted(form, stale, 'VERSION texte');
  const again = site.pages.hidden(stale.html, form.field);
  expect((await send(form, again, 'VERSION texte')).status).toBe(303);
  expect(await form.filed()).toEqual(['VERSION texte']);
});
