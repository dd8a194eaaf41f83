import { href, pages } from '#contracts/pages/index.ts';
import type { Person } from '../person.ts';
import { assign, declare, write } from '../stories/acts.ts';
import { dayFrom, dossierIn } from '../stories/story.ts';
import type { Picture, Scene } from './scene.ts';

/** A page of the only dossier of a person's list, or of the one whose title says these words. */
const inDossier = (path: string, words?: RegExp) => async (person: Person) => {
  await person.goTo((await dossierIn(person, words)) + path);
};
/** A page that the dossier's own pages lead to by a link that ends so. */
const through = (path: string, link: string, words?: RegExp) => async (person: Person) => {
  await inDossier(path, words)(person);
  const address = await person.page.locator(`main a[href$="${link}"]`).first().getAttribute('href');
  await person.goTo(address ?? link);
};
/** A page of the draft of a person. */
const inDraft = (path: string) => async (person: Person) => {
  const address = await dossierIn(person, person.language === 'fr' ? /Thermopompe/i : undefined);
  await person.goTo(`${address}/creation${path}`);
};
const at = (address: string) => (person: Person) => person.goTo(address);

/** What the tabs of a dossier stand above. */
const tabs = '.pc-tabs';
/** A conversation, with who reads it. */
const thread = ['#discussion'];
const refrigerator = /Réfrigérateur/i;
const newDossier = /Table de cuisine/i;

const officer = (name: string, go: Picture['at'], more: Partial<Picture> = {}): Picture => ({
  ...{ guide: 'officer', name, of: 'officer', at: go },
  ...more,
});

/** The dossier that waits for a mediator, from the list of the desk. */
async function waiting(person: Person): Promise<string> {
  await person.goTo(href(pages.office.queue, { queue: 'mediations' }));
  const address = await person.page.locator('main table a[href*="/office/dossiers/"]').first().getAttribute('href');
  return `/dossiers/${/[0-9a-f-]{36}/.exec(address ?? '')?.[0] ?? ''}`;
}

/** Sends the form of a proposal as it stands. */
async function sendProposal({ page }: Person): Promise<void> {
  const answered = page.waitForURL('**/propositions');
  await page.locator('main [name=intent][value=send]').click();
  await answered;
}

const reply = {
  fr: { title: 'Accueil', body: 'Bonjour, je lis votre dossier et je vous réponds dans les deux jours.' },
  en: { title: 'Welcome', body: 'Hello, I am reading your file and will answer you within two days.' },
};

/** Keeps a reply for the company's messages, in the language of the person. */
async function keepReply(person: Person): Promise<void> {
  await person.goTo(href(pages.queue.replies));
  await person.fill(reply[person.language]);
  await person.press('queue:replies.submit');
}

/** The pictures of the guides, and what happens between them: each shows the demonstration as it stands then. */
export const scenes: readonly Scene[] = [
  { guide: 'consumer', name: 'home', of: null, at: at('/'), tall: 1000 },
  { guide: 'consumer', name: 'codes', of: { fr: 'claire', en: 'emily' }, at: at(href(pages.filing.start)) },
  { guide: 'consumer', name: 'steps', of: { fr: 'claire', en: 'thomas' }, at: inDraft('') },
  { guide: 'consumer', name: 'solutions', of: { fr: 'claire', en: 'thomas' }, at: inDraft('/solutions') },
  { guide: 'consumer', name: 'represented', of: 'gerard', at: inDossier(''), tall: 760 },
  { guide: 'merchant', name: 'participation', of: null, at: at(href(pages.participation.form)) },
  { guide: 'merchant', name: 'new', of: 'boreal.repondant', at: inDossier('', newDossier), tall: 1000 },
  { guide: 'merchant', name: 'take-charge', of: 'boreal.repondant', at: through('', '/prise-en-charge', newDossier) },
  { guide: 'merchant', name: 'team', of: 'boreal.repondant', at: at(href(pages.participation.team)) },
  { guide: 'merchant', name: 'queue', of: { fr: 'tilleul.rep', en: 'nordet.rep2' }, at: at(href(pages.queue.list)) },
  { guide: 'merchant', name: 'absences', of: 'tilleul.repondant', at: at(href(pages.queue.absences)) },

  ...(['tilleul.rep', 'nordet.rep2'] as const).map((does) => ({ does, act: keepReply })),

  officer('desk', at(href(pages.office.home))),
  officer('codes', at(href(pages.office.issueCodes)), { tall: 1100 }),
  officer('participation', async (person) => {
    await person.goTo(href(pages.office.queue, { queue: 'participations' }));
    await person.follow('table a[href*="/office/participations/"]');
  }),
  officer(
    'dossier',
    async ({ page }) => {
      await page.goto(href(pages.office.dossiers));
      const row = page.locator('main tr', { hasText: 'Auto Saint-Laurent' }).first();
      await page.goto((await row.locator('a').first().getAttribute('href')) ?? '');
    },
    { tall: 1000 },
  ),
  officer('follow-up', async (person) => person.goTo(`/office${await waiting(person)}/suivi`), { tall: 1100 }),
  officer('reading', async (person) => person.goTo(`/office${await waiting(person)}/acces-exceptionnel`), {
    tall: 1200,
  }),
  officer('assign', async (person) => person.goTo(`/office${await waiting(person)}/mediation`), { tall: 1080 }),
  officer('merchant', async (person) => {
    await person.goTo(href(pages.office.merchants));
    await person.page.locator('main a', { hasText: 'Ameublement Boréal' }).first().click();
    await person.page.waitForLoadState('load');
  }),
  officer('figures', at(href(pages.office.figures)), { tall: 1000 }),
  officer('policy', at(href(pages.office.policy)), { tall: 1000 }),
  {
    does: 'officer',
    act: async (person) => assign(person, { dossier: await waiting(person), mediator: 'Margaret Sinclair' }),
  },

  { guide: 'mediator', name: 'declaration', of: 'mediator3', at: inDossier('') },
  { does: 'mediator3', act: async (person) => declare(person, await dossierIn(person)) },
  {
    does: 'mediator3',
    act: async (person) => {
      const hello =
        'Hello. I am Margaret Sinclair, your mediator. I have read the description of the problem, your documents and your proposals. What matters most to each of you?';
      await write(person, `${await dossierIn(person)}/propositions`, hello);
    },
  },
  {
    does: 'priya',
    act: async (person) => {
      const answer = 'Thank you. Money back matters more to us than a voucher: we do not plan to travel this year.';
      await write(person, `${await dossierIn(person)}/propositions`, answer);
    },
  },
  { guide: 'mediator', name: 'list', of: { fr: 'mediator', en: 'mediator3' }, at: at(href(pages.dossier.list)) },
  {
    ...{ guide: 'mediator', name: 'room', of: { fr: 'mediator', en: 'mediator3' }, show: thread },
    at: inDossier('/propositions'),
  },
  {
    ...{ guide: 'mediator', name: 'private', of: { fr: 'mediator', en: 'mediator3' }, show: thread },
    at: inDossier('/messages'),
  },
  {
    ...{ guide: 'mediator', name: 'proposal', of: { fr: 'mediator', en: 'mediator3' }, tall: 1100 },
    at: async (person) => {
      await inDossier('/propositions')(person);
      await person.follow('a[href$="/modifier"]:visible, main a[href$="/nouvelle"]:visible');
    },
  },
  {
    does: 'mediator3',
    act: async (person) => {
      await person.goTo(`${await dossierIn(person)}/propositions/nouvelle`);
      await person.fill({ 'remedy[]': ['reduction'] });
      await person.fill({
        'reduction.amount': '1450',
        'reduction.method': 'original',
        'reduction.date': dayFrom(30),
        terms:
          'The agency pays this amount by bank transfer, to the account that Ms. Raman names in the message centre.',
      });
      await sendProposal(person);
    },
  },
  {
    ...{ guide: 'mediator', name: 'table', of: { fr: 'mediator', en: 'mediator3' } },
    at: inDossier('/propositions/tableau'),
  },
  {
    ...{ guide: 'mediator', name: 'report', of: { fr: 'mediator', en: 'mediator3' } },
    at: inDossier('/mediation/suivi'),
  },
  {
    ...{ guide: 'mediator', name: 'close', of: { fr: 'mediator', en: 'mediator3' }, tall: 1100 },
    at: inDossier('/mediation/fermeture'),
  },
  { guide: 'mediator', name: 'absences', of: 'mediator3', at: at(href(pages.absences.list)) },
  {
    ...{ guide: 'consumer', name: 'room', of: { fr: 'fatou', en: 'priya' }, show: thread },
    at: inDossier('/propositions'),
  },
  {
    ...{
      guide: 'merchant',
      name: 'mediation',
      of: { fr: 'saintlaurent.rep', en: 'grandlarge.rep' },
      under: tabs,
      tall: 1000,
    },
    at: inDossier('/propositions'),
  },

  {
    ...{ guide: 'consumer', name: 'dossier', of: { fr: 'isabelle', en: 'emily' }, tall: 900 },
    at: inDossier(''),
  },
  {
    guide: 'consumer',
    name: 'proposals',
    of: { fr: 'isabelle', en: 'emily' },
    under: tabs,
    at: inDossier('/propositions'),
  },
  {
    guide: 'consumer',
    name: 'messages',
    of: { fr: 'isabelle', en: 'emily' },
    show: thread,
    at: inDossier('/messages'),
    phone: true,
  },
  {
    ...{ guide: 'consumer', name: 'accept', of: { fr: 'isabelle', en: 'emily' }, tall: 1000, end: true },
    at: through('/propositions', '/accepter'),
  },
  {
    does: 'emily',
    act: async (person) => {
      await inDossier('/propositions/nouvelle')(person);
      await sendProposal(person);
    },
  },
  { guide: 'merchant', name: 'turn', of: { fr: 'tilleul.rep', en: 'nordet.rep2' }, at: inDossier(''), tall: 900 },
  {
    ...{ guide: 'merchant', name: 'counter', of: { fr: 'tilleul.rep', en: 'nordet.rep2' }, tall: 1100 },
    at: inDossier('/propositions/nouvelle'),
  },
  {
    guide: 'merchant',
    name: 'messages',
    of: { fr: 'tilleul.rep', en: 'nordet.rep2' },
    show: thread,
    at: inDossier('/messages'),
  },
  {
    does: 'nordet.rep2',
    act: async (person) => {
      await through('/propositions', '/accepter')(person);
      await person.fill({ read: true });
      await person.press('proposals:acceptPage.button');
      await person.page.locator('main a[href$="/certificat"]').or(person.page.locator('main')).first().waitFor();
    },
  },
  {
    ...{ guide: 'consumer', name: 'agreement', of: { fr: 'claire', en: 'emily' }, under: tabs, tall: 1000 },
    at: async (person) => {
      const address = await dossierIn(person, person.language === 'fr' ? refrigerator : undefined);
      await person.goTo(`${address}/documents`);
      // The document is made a moment after the agreement.
      for (
        let tries = 0;
        tries < 20 && (await person.page.locator('main a[href$="/certificat"]').count()) === 0;
        tries++
      ) {
        await person.page.waitForTimeout(1_000);
        await person.page.reload({ waitUntil: 'load' });
      }
    },
  },
];
