import { describe, expect, test } from '@jest/globals';
import { translator } from '#content/texts/index.ts';
import {
  closedByConsumer,
  countered,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
  representation,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';

const site = siteForFile();
const t = translator('fr');

/** A dossier played so far, and its pages as one of its people finds them. */
async function played(scenario: Scenario) {
  const play = await openPlay(site.suite, scenario);
  const { people } = site.suite;
  type Place = 'consumer' | 'friend' | 'clerk' | 'otherClerk' | 'respondent' | 'mediator';
  const address = (page: string) => `/dossiers/${play.dossierId}${page}`;
  const page = async (place: Place, at: string) => seen((await site.pages.get(people[place].userId, address(at))).html);
  /** A page's form as it is now, to be sent with these fields, whatever happens until then. */
  const form = async (place: Place, at: string, field: string): Promise<(more: Fields) => Promise<Answer>> => {
    const { html } = await site.pages.get(people[place].userId, address(at));
    const hidden = site.pages.hidden(html, field);
    return (more) => site.pages.post(people[place].userId, address(at), { ...hidden, ...more });
  };
  const last = async (play: Play) => (await play.state()).proposals.at(-1)!.id;
  return { play, page, form, last: () => last(play) };
}

type Fields = Record<string, string | string[]>;

/** What is on a page, without what its scripts are given, as a reader reads it. */
const seen = (html: string): string => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

/** The sentence that the next page shows, by its key. */
const announced = ({ headers }: Answer): string => headers.getSetCookie().map(decodeURIComponent).join();

const reasons = { reason: 'plus_interet', justification: 'Je préfère m’adresser au tribunal.', confirmed: 'yes' };
const handedBack: Scenario = [...inMediation, { by: 'mediator', act: 'recuse' }];

describe('accepting', () => {
  test('F-117 A-12 in mediation nobody reads that accepting concludes by itself', async () => {
    const { page, last } = await played(mediatorProposed);
    const html = await page('consumer', `/propositions/${await last()}/accepter`);
    expect(html).toContain('sera conclue si les deux parties acceptent cette même version');
    expect(html).toContain(t('proposals:acceptPage.untilBoth'));
    expect(html).toContain(t('proposals:acceptPage.follows.titleBoth'));
    expect(html).not.toContain('En acceptant, vous concluez');
    const negotiated = await played(inNegotiation);
    const alone = await negotiated.page('clerk', `/propositions/${await negotiated.last()}/accepter`);
    expect(alone).toContain('En acceptant, vous concluez une entente');
    expect(alone).not.toContain(t('proposals:acceptPage.untilBoth'));
  });

  test('A-13 A-11 a version that the mediator changed meanwhile is said to be changed by the mediator', async () => {
    const { play, form, last } = await played(mediatorProposed);
    const accept = await form('consumer', `/propositions/${await last()}/accepter`, 'read');
    await play.step({ by: 'mediator', act: 'editProposal' });
    const { status, html } = await accept({ read: 'yes' });
    expect(status).toBe(409);
    const [said = ''] = /[^>]*a modifié sa proposition pendant/.exec(seen(html)) ?? [];
    expect(said).not.toContain('Meubles');
    expect(said).toContain('a modifié');
  });

  test('A-13 whoever countered from another page reads that the first proposal waits no more, and not that it is their own', async () => {
    const { play, page, form, last } = await played(inNegotiation);
    const address = `/propositions/${await last()}/accepter`;
    const accept = await form('clerk', address, 'read');
    await play.step({ by: 'clerk', act: 'propose' });
    for (const html of [await page('clerk', address), seen((await accept({ read: 'yes' })).html)]) {
      expect(html).toContain(t('errors:proposal.not_open'));
      expect(html).not.toContain(t('errors:proposal.own'));
      expect(html).not.toContain(t('errors:proposal.answered'));
    }
  });

  test('F-119 the form of an acceptance sent again after the mediation failed announces no agreement', async () => {
    const { play, form, last } = await played(mediatorProposed);
    const address = `/propositions/${await last()}/accepter`;
    const accept = await form('clerk', address, 'read');
    const again = await form('clerk', address, 'read');
    expect(announced(await accept({ read: 'yes' }))).toContain('acceptPage.done.awaited');
    await play.run([
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
      { by: 'mediator', act: 'closeMediation' },
    ]);
    const answer = await again({ read: 'yes' });
    expect(answer.status).not.toBe(303);
    expect(announced(answer)).not.toContain('acceptPage.done.agreement');
    expect(seen(answer.html)).toContain(t('errors:dossier.closed'));
  });
});

describe('a mediation that nobody leads', () => {
  test('A-08 A-36 who leaves is told what is attested, and who learns of it: the mediator, the Office, or the other party alone', async () => {
    for (const [scenario, told] of [
      [inMediation, 'mediator'],
      [mediatorNamed, 'nobodyElse'],
      [handedBack, 'office'],
    ] as const) {
      const { page, form } = await played(scenario);
      const address = '/mediation/retrait';
      const led = told === 'mediator';
      const html = await page('consumer', address);
      expect(html.includes('toute personne qui mènera la médiation lisent cette justification')).toBe(!led);
      expect(html.includes('la médiatrice ou le médiateur lisent cette justification')).toBe(led);
      // no attestation is promised of a mediation that nobody has led.
      const mediated = scenario !== mediatorNamed;
      expect(html.includes(t('dossier:leave.intro'))).toBe(mediated);
      expect(html.includes(t('dossier:leave.introBefore'))).toBe(!mediated);
      const answer = await (await form('consumer', address, 'reason'))(reasons);
      expect([answer.status, told, announced(answer).includes(`leave.done.${told}`)]).toEqual([303, told, true]);
      const summary = await page('clerk', '');
      expect(summary.includes('La médiatrice ou le médiateur ferme le dossier. Sinon')).toBe(told !== 'office');
      expect(summary.includes('Personne ne mène la médiation pour le moment.')).toBe(told === 'office');
    }
  });

  test('F-115 who says that a proposal does not do is not told that somebody learns of it at once', async () => {
    const { play, page, form, last } = await played([...mediatorProposed, { by: 'mediator', act: 'recuse' }]);
    const address = `/propositions/${await last()}/autre-version`;
    const html = await page('consumer', address);
    expect(html).toContain('la personne qui la mènera l’apprendra en lisant le dossier');
    expect(html).toContain(t('proposals:revision.whyUnled'));
    expect(html).not.toContain('l’apprend aussitôt');
    await play.step({ by: 'clerk', act: 'withdrawFromMediation' });
    expect(await page('consumer', address)).toContain(t('proposals:revision.closesAnyway'));
    const answer = await (await form('consumer', address, 'version'))({});
    expect(announced(answer)).toContain('revision.doneUnled');
  });
});

test('A-08 who accepts after leaving the mediation reads that their own side has left, before and after', async () => {
  const { play, page, form, last } = await played(mediatorProposed);
  await play.step({ by: 'consumer', act: 'withdrawFromMediation' });
  const address = `/propositions/${await last()}/accepter`;
  expect(await page('consumer', address)).toContain(t('proposals:acceptPage.left.own'));
  expect(await page('clerk', address)).toContain(t('proposals:acceptPage.left.other'));
  const answer = await (await form('consumer', address, 'read'))({ read: 'yes' });
  expect(announced(answer)).toContain('acceptPage.done.awaitedAfterLeaving');
});

describe('messages', () => {
  test('A-17 F-071 a consumer whose representative came meanwhile is told so, and not that the conversation is closed', async () => {
    const { play, form } = await played(inNegotiation);
    const post = await form('consumer', '/messages', 'body');
    await play.run(representation);
    const html = seen((await post({ intent: 'send', body: 'Bonjour.' })).html);
    expect(html).toContain(t('errors:actor.represented'));
    expect(html).not.toContain(t('errors:message.closed'));
    expect(html).toContain('Bonjour.');
  });

  test('F-096 F-111 nobody is told to make a proposal where none can be made', async () => {
    const { page } = await played(inMediation);
    for (const place of ['consumer', 'clerk'] as const) {
      const html = await page(place, '/messages?fil=negotiation');
      expect(html).toContain(t('messages:formaliseMediation'));
      expect(html).not.toContain(t('messages:formalise'));
    }
    const over = await played(closedByConsumer);
    const html = await over.page('consumer', '/propositions');
    expect(html).toContain(t('proposals:introOver'));
    expect(html).not.toContain(t('proposals:formalise'));
  });
});

describe('what else is said', () => {
  test('F-105 who asked for mediation, or cannot, does not read that it cannot be asked for yet', async () => {
    const asked = await (await played(mediationRequested)).page('clerk', '/mediation');
    expect(asked).toContain(t('dossier:mediation.cannot'));
    expect(asked).not.toContain(t('dossier:mediation.notYet'));
    expect(asked).not.toContain(t('dossier:mediation.meanwhile'));
    const early = await (await played(inNegotiation)).page('clerk', '/mediation');
    expect(early).toContain(t('dossier:mediation.notYet'));
    expect(early).toContain(t('dossier:mediation.meanwhile'));
  });

  test('B-03 the form of a counter-proposal says that it takes up the other’s only where it does', async () => {
    const { page, form } = await played(inNegotiation);
    const address = '/propositions/nouvelle';
    expect(await page('clerk', address)).toContain('Le formulaire reprend la proposition');
    const write = await form('clerk', address, 'remedy[]');
    await write({ intent: 'save', 'remedy[]': ['excuses'], terms: 'Par écrit.' });
    const html = await page('clerk', address);
    expect(html).toContain('Par écrit.');
    expect(html).not.toContain('Le formulaire reprend la proposition');
  });

  test('A-19 F-142 an invitation called back is not a representative removed; nobody takes charge of what is over', async () => {
    const { play, page } = await played(countered);
    await play.run([
      { by: 'consumer', act: 'nameRepresentative' },
      { by: 'consumer', act: 'removeRepresentative' },
    ]);
    const html = await page('consumer', '');
    expect(html).toContain(t('dossier:events.invitationRevoked'));
    expect(html).not.toContain(t('dossier:events.representativeRemoved'));
    const over = await played([
      { by: 'consumer', act: 'createDossier' },
      { by: 'consumer', act: 'submitDossier' },
      { by: 'consumer', act: 'closeDossier' },
    ]);
    const closed = await over.page('consumer', '');
    expect(closed).toContain(t('dossier:summary.neverInCharge'));
    expect(closed).not.toContain(t('dossier:summary.nobodyInCharge'));
    expect(await over.page('otherClerk', '/messages')).toContain(t('messages:noneOver'));
  });

  test('A-21 F-111 who takes over in mediation reads what they will be able to do there', async () => {
    const { page } = await played(inMediation);
    const html = await page('otherClerk', '/prise-en-charge');
    expect(html).toContain(t('dossier:takeCharge.canMediation'));
    expect(html).not.toContain('contre-proposition');
    expect(html).toContain('et la personne répondante recevront un courriel');
    expect(await page('respondent', '/prise-en-charge')).not.toContain('la personne répondante');
  });
});
