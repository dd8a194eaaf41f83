import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { failed, inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, startPages } from '#tests/kit/pages.ts';

const site = siteForFile();

const at = (play: Play, page = '') => `/dossiers/${play.dossierId}${page}`;

const negotiating = (): Promise<Play> => openPlay(site.suite, inNegotiation);

/** Opens a page's form, the one that has this field, as this person and sends it filled. */
async function fill(
  userId: string,
  [address, field]: [address: string, field: string],
  fields: Record<string, string | string[]>,
) {
  const { html, status } = await site.pages.get(userId, address);
  expect(status).toBe(200);
  return site.pages.post(userId, address, { ...site.pages.hidden(html, field), ...fields });
}

const refund = (amount: string) => ({
  intent: 'send',
  'remedy[]': ['remboursement_partiel'],
  'remboursement_partiel.amount': amount,
  'remboursement_partiel.deadline': '2099-01-31',
  terms: 'Par virement.',
});

describe('taking charge', () => {
  test('F-084 F-087 A-21 one takes charge; who takes over saw whom they replace, and a stale page is refused', async () => {
    const { clerk, otherClerk, respondent } = site.suite.people;
    const play = await openPlay(site.suite, submitted);
    const first = await fill(clerk.userId, [at(play, '/prise-en-charge'), 'replaces'], {});
    expect(first).toMatchObject({ status: 303, location: at(play) });
    const stale = await site.pages.post(otherClerk.userId, at(play, '/prise-en-charge'), { replaces: '' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Une autre personne a pris ce dossier en charge');
    const page = await site.pages.get(otherClerk.userId, at(play, '/prise-en-charge'));
    expect(page.html).toContain('Camille Tremblay est responsable de ce dossier');
    await fill(otherClerk.userId, [at(play, '/prise-en-charge'), 'replaces'], {});
    expect((await play.state()).handlerId).toBe(otherClerk.userId);
    expect((await site.pages.get(respondent.userId, at(play))).html).toContain('a pris ce dossier en charge');
  });

  test('F-083 A-07 a refusal needs a reason of the list, a justification and a tick; what was typed is kept', async () => {
    const { clerk, consumer } = site.suite.people;
    const play = await openPlay(site.suite, submitted);
    const missing = await fill(clerk.userId, [at(play, '/refus'), 'reason'], {
      reason: '',
      justification: 'MOTIF-GARDE',
    });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('MOTIF-GARDE');
    const foreign = { reason: 'inventee', justification: 'x', confirmed: 'on' };
    expect((await fill(clerk.userId, [at(play, '/refus'), 'reason'], foreign)).status).toBe(422);
    const good = { reason: 'fabricant', justification: 'MOTIF-GARDE', confirmed: 'on' };
    expect((await fill(clerk.userId, [at(play, '/refus'), 'reason'], good)).status).toBe(303);
    expect((await site.pages.get(consumer.userId, at(play))).html).toContain('MOTIF-GARDE');
  });
});

describe('proposals', () => {
  test('F-090 F-093 a counter-proposal starts from the answered one; a wrong amount is named and nothing is sent', async () => {
    const { clerk } = site.suite.people;
    const play = await negotiating();
    const wrong = await fill(clerk.userId, [at(play, '/propositions/nouvelle'), 'remedy[]'], refund('beaucoup'));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="beaucoup"');
    expect((await play.state()).proposals).toHaveLength(1);
    const sent = await fill(clerk.userId, [at(play, '/propositions/nouvelle'), 'remedy[]'], refund('1 234,50 $'));
    expect(sent.status).toBe(303);
    const { rows } = await site.suite.pool.query(
      `select remedies from proposal_content where dossier_id = $1 and author = 'merchant' and published_at is not null`,
      [play.dossierId],
    );
    expect(rows).toEqual([
      { remedies: [{ code: 'remboursement_partiel', values: { amount: 123450, deadline: '2099-01-31' } }] },
    ]);
  });

  test('the same form sent twice is one proposal, and both answers are the same', async () => {
    const { clerk } = site.suite.people;
    const play = await negotiating();
    const address = at(play, '/propositions/nouvelle');
    const { html } = await site.pages.get(clerk.userId, address);
    const fields = { ...site.pages.hidden(html, 'remedy[]'), ...refund('100') };
    const answers = await Promise.all([1, 2].map(() => site.pages.post(clerk.userId, address, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await play.state()).proposals).toHaveLength(2);
  });

  test('F-099 A-13 A-14 acceptance wants its tick and the version that was read, and shows what changed', async () => {
    const { clerk, consumer } = site.suite.people;
    const play = await negotiating();
    const { proposalId: offer } = (await play.step({ by: 'clerk', act: 'propose' })).command;
    const address = at(play, `/propositions/${offer}/accepter`);
    expect((await fill(consumer.userId, [address, 'read'], {})).status).toBe(422);
    const edited = await fill(clerk.userId, [at(play, `/propositions/${offer}/modifier`), 'remedy[]'], refund('75'));
    expect(edited.status).toBe(303);
    const stale = await site.pages.post(consumer.userId, address, { version: '1', read: 'on' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('La proposition a changé');
    expect(stale.html).toContain('<ins>');
    expect((await play.state()).status).toBe('negotiation');
    const { html } = await site.pages.get(consumer.userId, address);
    const fields = { ...site.pages.hidden(html, 'read'), read: 'on' };
    expect((await site.pages.post(consumer.userId, address, fields)).status).toBe(303);
    expect((await site.pages.post(consumer.userId, address, fields)).status).toBe(303);
    expect((await play.state()).closing).toMatchObject({ outcome: 'agreement', agreement: { version: 2 } });
  });

  test('F-036 out of turn: the form itself is refused with the reason', async () => {
    const play = await negotiating();
    const refused = await site.pages.get(site.suite.people.consumer.userId, at(play, '/propositions/nouvelle'));
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Votre proposition attend déjà une réponse');
  });
});

describe('messages', () => {
  const say = (play: Play, userId: string, body: string) =>
    fill(userId, [at(play, '/messages'), 'body'], { body, intent: 'send' });
  const save = (play: Play, userId: string, body: string) =>
    fill(userId, [at(play, '/messages'), 'body'], { body, intent: 'save' });

  test('F-040 F-098 a message is posted once, escaped, and counted as new for the other side', async () => {
    const { clerk, consumer } = site.suite.people;
    const play = await negotiating();
    expect((await say(play, consumer.userId, '<script>alert(1)</script> 🙂 שלום')).status).toBe(303);
    expect((await site.pages.get(clerk.userId, '/dossiers')).html).toContain('1 nouveau message');
    const { html } = await site.pages.get(clerk.userId, at(play, '/messages'));
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🙂 שלום');
    expect(html).not.toContain('<script>alert(1)');
  });

  test('a draft stays its author’s, a text too long is kept and refused, ten million bytes are refused', async () => {
    const { clerk, consumer } = site.suite.people;
    const play = await negotiating();
    expect((await save(play, consumer.userId, 'BROUILLON-SECRET')).status).toBe(303);
    expect((await site.pages.get(consumer.userId, at(play, '/messages'))).html).toContain('BROUILLON-SECRET');
    expect((await site.pages.get(clerk.userId, at(play, '/messages'))).html).not.toContain('BROUILLON-SECRET');
    const long = await say(play, consumer.userId, `DEBUT${'a'.repeat(10_001)}`);
    expect(long.status).toBe(422);
    expect(long.html).toContain('DEBUTaaa');
    expect((await say(play, consumer.userId, 'a'.repeat(10_000_000))).status).toBe(413);
    expect((await say(play, consumer.userId, '')).status).toBe(422);
  });

  test('A-03 nobody posts in or opens a thread that is not theirs', async () => {
    const play = await negotiating();
    const { consumer, otherClerk } = site.suite.people;
    expect((await site.pages.get(consumer.userId, at(play, '/messages?fil=merchantCaucus'))).status).toBe(403);
    const fields = { messageId: randomUUID(), thread: 'negotiation', body: 'x', intent: 'send' };
    expect((await site.pages.post(otherClerk.userId, at(play, '/messages'), fields)).status).toBe(403);
  });
});

describe('ends', () => {
  test('F-104 closing shows its reason and justification to the other side', async () => {
    const { clerk, consumer } = site.suite.people;
    const play = await negotiating();
    const fields = { reason: 'autre_recours', justification: 'VU-PAR-LAUTRE', confirmed: 'on' };
    expect((await fill(consumer.userId, [at(play, '/fermeture'), 'reason'], fields)).status).toBe(303);
    const { html } = await site.pages.get(clerk.userId, at(play));
    expect(html).toContain('VU-PAR-LAUTRE');
    expect(html).toContain('Autre recours entrepris');
  });

  test('F-042 a closed dossier is under its filter for the merchant and the mediator, and in the list at once for the consumer', async () => {
    const { clerk, consumer, mediator } = site.suite.people;
    const play = await negotiating();
    await play.step({ by: 'consumer', act: 'closeDossier', reason: 'autre' });
    expect((await site.pages.get(consumer.userId, '/dossiers')).html).toContain(play.dossierId);
    expect((await site.pages.get(clerk.userId, '/dossiers')).html).not.toContain(play.dossierId);
    expect((await site.pages.get(clerk.userId, '/dossiers?vue=fermes')).html).toContain(play.dossierId);
    const mediated = await openPlay(site.suite, failed);
    expect((await site.pages.get(mediator.userId, '/dossiers')).html).not.toContain(mediated.dossierId);
    expect((await site.pages.get(mediator.userId, '/dossiers?vue=fermes')).html).toContain(mediated.dossierId);
  });

  test('F-105 A-01 mediation: both conditions are shown, it is refused before and given after', async () => {
    const { consumer } = site.suite.people;
    const play = await negotiating();
    const early = await site.pages.get(consumer.userId, at(play, '/mediation'));
    expect(early.html).toContain('il y a au moins 45 jours');
    expect((await site.pages.post(consumer.userId, at(play, '/mediation'), {})).status).toBe(409);
    await play.step({ by: 'clerk', act: 'propose' });
    expect((await site.pages.post(consumer.userId, at(play, '/mediation'), {})).status).toBe(303);
    expect((await play.state()).status).toBe('mediationRequested');
  });
});

test('with the engine away, pages are read, a command is refused with 503 and what was written is kept', async () => {
  const { consumer } = site.suite.people;
  const play = await negotiating();
  const alone = await startPages(site.suite, { TEMPORAL_ADDRESS: '127.0.0.1:9', PORT: '0' });
  try {
    const { html, status } = await alone.get(consumer.userId, at(play, '/messages'));
    expect(status).toBe(200);
    expect(html).toContain('À qui le tour');
    const fields = { ...alone.hidden(html, 'body'), body: 'GARDE-MALGRE-TOUT', intent: 'send' };
    const refused = await alone.post(consumer.userId, at(play, '/messages'), fields);
    expect(refused.status).toBe(503);
    expect(refused.html).toContain('GARDE-MALGRE-TOUT');
    expect((await site.pages.get(consumer.userId, at(play, '/messages'))).html).toContain('GARDE-MALGRE-TOUT');
    expect((await site.pages.get(site.suite.people.clerk.userId, at(play, '/messages'))).html).not.toContain(
      'GARDE-MALGRE-TOUT',
    );
  } finally {
    await alone.stop();
  }
});
