import { beforeAll, describe, expect, test } from '@jest/globals';
import { helpAddress, helpSlugs, type HelpTheme } from '#contracts/pages/index.ts';
import { label } from '#content/lists/index.ts';
import { remedyCodes } from '#domain/agreement/types.ts';
import { keysOf } from '#domain/known-values.ts';
import { agreed, closedByConsumer, mediatorProposed } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { addressOf } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { castForPages, type PagesCast } from './cast.ts';

const site = siteForFile();
let cast: PagesCast;
beforeAll(async () => {
  cast = await castForPages(site.suite);
});

type Language = 'fr' | 'en';

/** The words of a page between its `main`, no-break spaces as spaces. */
const wordsOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replaceAll(/&#x27;|&quot;|&amp;/g, (entity) => ({ '&#x27;': "'", '&quot;': '"', '&amp;': '&' })[entity] ?? '')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');

async function help(theme: HelpTheme, language: Language = 'fr'): Promise<string> {
  const { status, html } = await site.pages.get(null, helpAddress(theme), language);
  expect(status).toBe(200);
  return html;
}

/** A page of the cast, as this account where one is named. */
async function page(route: string, by?: string | null): Promise<string> {
  const example = cast.examples[route]!;
  const { status, html } = await site.pages.get(by ?? example.by, addressOf(route, example.params ?? {}));
  expect([route, status]).toEqual([route, 200]);
  return html;
}

const leadsTo = (address: string) => expect.stringContaining(`href="${address}"`);

test('every page of help is open to all, dated, with a contents that leads to each section, in the language asked for', async () => {
  for (const theme of keysOf(helpSlugs)) {
    for (const [language, dated, tag] of [
      ['fr', 'À jour au ', 'fr-CA'],
      ['en', 'Up to date as of ', 'en-CA'],
    ] as const) {
      const html = await help(theme, language);
      expect(html).toContain(`lang="${tag}"`);
      expect(wordsOf(html)).toContain(dated);
      const anchors = [...html.matchAll(/<h2 id="([^"]+)" tabindex/gi)].map(([, id]) => id!);
      expect(anchors.length).toBeGreaterThan(2);
      for (const id of anchors) expect(html).toContain(`href="#${id}"`);
    }
  }
  expect((await site.pages.get(null, '/aide/rien')).status).toBe(404);
});

test('what /aide held is found again from its former anchors', async () => {
  const html = await page('/aide');
  for (const anchor of [
    'before',
    'codes',
    'representative',
    'solutions',
    'negotiation',
    'caseLaw',
    'mediation',
    'after',
    'contact',
  ])
    expect(html).toContain(`id="${anchor}"`);
  for (const theme of keysOf(helpSlugs)) expect(html).toEqual(leadsTo(helpAddress(theme)));
});

describe.each(['fr', 'en'] as const)('what the help says (%s)', (language) => {
  const said = (theme: HelpTheme) => help(theme, language).then(wordsOf);
  const fr = language === 'fr';

  test('F-001 that the platform is free, neutral, private and secure', async () => {
    const words = await said('process');
    for (const word of fr ? ['gratuit', 'neutre', 'privé', 'sécurisé'] : ['free', 'neutral', 'private', 'secure'])
      expect(words).toContain(word);
  });

  test('F-004 that formal notice and small claims stay open, up to which amount', async () => {
    const words = await said('remedies');
    for (const word of fr
      ? ['mise en demeure', 'Division des petites créances', '15 000 $']
      : ['formal notice', 'Small Claims Division', '$15,000'])
      expect(words).toContain(word);
  });

  test('F-146 each remedy by the name that it has in a proposal, damages and punitive damages with their sections of the Act', async () => {
    const words = await said('solutions');
    for (const code of remedyCodes)
      expect(words).toContain(label('remedies', code, language).replaceAll('\u00a0', ' '));
    for (const word of fr
      ? ['article 272', 'article 271', 'Dommages-intérêts', 'dommages punitifs']
      : ['section 272', 'Section 271', 'Damages', 'Punitive damages'])
      expect(words).toContain(word);
  });

  test('F-147 the two tools of case law by name, with their addresses', async () => {
    const html = await help('caseLaw', language);
    const tools = [...html.matchAll(/<a href="(https:[^"]+)"[^>]*>([^<]+)<\/a>/g)].map(([, to, name]) => [name, to]);
    expect(tools).toEqual([
      ['Exemples de jugements concernant les garanties légales', 'https://www.opc.gouv.qc.ca/'],
      ['Recherche de décisions', 'https://citoyens.soquij.qc.ca/'],
    ]);
  });

  test('F-148 how to reach the Office', async () => {
    const office = site.suite.servers.env['OFFICE_EMAIL'] ?? /mailto:([^"]+)/.exec(await help('contact'))?.[1];
    expect(await help('contact', language)).toEqual(leadsTo(`mailto:${office}`));
  });

  test('F-096 F-097 F-098 to listen, ask, offer, mind time, nudge, and write what is agreed as a proposal', async () => {
    const words = await said('negotiation');
    for (const word of fr
      ? ['Écouter', 'Demander', 'Offrir', 'délai raisonnable', 'relancez-la', 'Faites-en toujours une proposition']
      : ['Listen', 'Ask', 'Offer', 'reasonable time', 'nudge them', 'Always make it a proposal'])
      expect(words).toContain(word);
  });

  test('F-110 what a mediator does and does not do, for each of the three', async () => {
    const html = await help('mediation', language);
    const words = wordsOf(html);
    expect(words).toContain(
      fr ? 'Elle ne tranche pas le différend, n’impose rien' : 'They do not decide the dispute, impose nothing',
    );
    for (const id of ['consommateurs', 'commercants', 'mediatrices-et-mediateurs'])
      expect(html).toContain(`id="${id}"`);
  });
});

describe('each page of help is one click away from where it is of use', () => {
  test('the landing page leads to the course of a dossier, to the solutions and to who sees what', async () => {
    const html = await page('/');
    for (const address of [
      helpAddress('process'),
      helpAddress('solutions'),
      helpAddress('merchants'),
      '/qui-voit-quoi',
    ])
      expect(html).toEqual(leadsTo(address));
  });

  test('F-050 who begins a dossier is told to speak to the merchant first, and where it is explained', async () => {
    const html = await page('/dossiers/nouveau');
    expect(html).toEqual(leadsTo(helpAddress('participants')));
    expect(wordsOf(await help('participants'))).toContain('peut refuser de négocier et fermer le dossier');
  });

  test('F-066 the screens of a proposal lead to the solutions and to the tools that help to negotiate', async () => {
    const { by, params } = cast.examples['/dossiers/:dossierId/creation/:screen']!;
    const screens = ['solutions', 'details', 'modalites'];
    const addresses = [];
    for (const screen of Object.values((await import('#contracts/schemas/filing-screens.ts')).screenSlugs)) {
      const { html } = await site.pages.get(
        by,
        addressOf('/dossiers/:dossierId/creation/:screen', { ...params, screen }),
      );
      if (html.includes(helpAddress('negotiation'))) addresses.push(screen);
      if (html.includes(helpAddress('negotiation'))) expect(html).toEqual(leadsTo(helpAddress('solutions')));
    }
    expect(addresses).toHaveLength(screens.length);
    const form = await page('/dossiers/:dossierId/propositions/nouvelle');
    for (const address of [helpAddress('solutions'), helpAddress('solutions', 'dommages'), helpAddress('negotiation')])
      expect(form).toEqual(leadsTo(address));
  });

  test('F-096 F-098 the messages lead to why an agreement is written, and to how to nudge', async () => {
    const html = await page('/dossiers/:dossierId/messages');
    expect(html).toEqual(leadsTo(helpAddress('negotiation', 'convenir')));
    expect(html).toEqual(leadsTo(helpAddress('negotiation', 'temps')));
  });

  test('F-100 before accepting one reads that an agreement is recorded before it is performed', async () => {
    const html = await page('/dossiers/:dossierId/propositions/:proposalId/accepter');
    expect(wordsOf(html)).toContain('L’entente s’enregistre avant d’être réalisée');
    expect(html).toEqual(leadsTo(helpAddress('process', 'entente')));
  });

  test('F-147 the page and the form of proposals lead to the two tools of case law, in negotiation and in mediation', async () => {
    for (const route of ['/dossiers/:dossierId/propositions', '/dossiers/:dossierId/propositions/nouvelle'])
      expect(await page(route)).toEqual(leadsTo(helpAddress('caseLaw')));
    const { mediator } = site.suite.people;
    const play = await openPlay(site.suite, mediatorProposed);
    for (const by of [site.suite.people.consumer, mediator]) {
      const { html } = await site.pages.get(by.userId, `/dossiers/${play.dossierId}/propositions`);
      expect(html).toEqual(leadsTo(helpAddress('caseLaw')));
    }
  });

  test('F-004 F-140 a dossier closed without agreement leads to the other remedies, and one that ended well does not', async () => {
    const { consumer, clerk } = site.suite.people;
    const closed = await openPlay(site.suite, closedByConsumer);
    for (const { userId } of [consumer, clerk])
      expect((await site.pages.get(userId, `/dossiers/${closed.dossierId}`)).html).toEqual(
        leadsTo(helpAddress('remedies')),
      );
    const well = await openPlay(site.suite, agreed);
    const { html } = await site.pages.get(consumer.userId, `/dossiers/${well.dossierId}`);
    expect(html).not.toEqual(leadsTo(helpAddress('remedies')));
  });

  test('F-148 every page leads to the questions and to how to reach the Office', async () => {
    for (const route of [
      '/',
      '/dossiers',
      '/dossiers/:dossierId/messages',
      '/dossiers/:dossierId/propositions/nouvelle',
    ]) {
      const html = await page(route);
      for (const theme of ['questions', 'contact'] as const) expect(html).toEqual(leadsTo(helpAddress(theme)));
    }
  });

  test('F-110 who asks for mediation is led to how it goes', async () => {
    expect(await page('/dossiers/:dossierId/mediation')).toEqual(leadsTo(helpAddress('mediation')));
  });
});

describe('what merchants are advised is on their own pages', () => {
  const introduce = 'Présentez-vous dans le centre de messagerie';
  const regularly = 'Connectez-vous régulièrement';
  const counter = 'faites une contre-proposition';

  test('F-088 at the first take-over, before the first message, and while a dossier waits for them', async () => {
    const takeOver = wordsOf(await page('/dossiers/:dossierId/prise-en-charge'));
    for (const advice of [introduce, 'Répondez vite, en mots simples', counter, regularly])
      expect(takeOver).toContain(advice);
    const { clerk } = site.suite.people;
    expect(wordsOf(await page('/dossiers/:dossierId/messages', clerk.userId))).toContain(introduce);
    const waiting = wordsOf(await page('/dossiers/:dossierId', clerk.userId));
    for (const advice of [counter, regularly]) expect(waiting).toContain(advice);
  });

  test('F-145 to read the mails of the platform and the messages of the Office, on their list too', async () => {
    const { clerk } = site.suite.people;
    const watch = 'lisez les courriels de la plateforme et les messages de l’Office';
    expect(wordsOf(await page('/dossiers', clerk.userId))).toContain(watch);
    expect(wordsOf(await page('/dossiers/:dossierId', clerk.userId))).toContain(watch);
  });

  test('and on nobody else’s', async () => {
    for (const route of ['/dossiers', '/dossiers/:dossierId', '/dossiers/:dossierId/messages'])
      expect(wordsOf(await page(route))).not.toContain(regularly);
  });
});
