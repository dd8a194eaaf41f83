import { href, pages } from '#contracts/pages/index.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Person } from '../person.ts';
import { dayFrom, type Story } from './story.ts';

/** A company that asked to take part, and must correct its form (F-014). */
export const asking: Story = {
  role: 'company-asking',
  async tell({ inbox, enter, show }) {
    const officer = await enter('officer');
    await officer.goTo(href(pages.office.queue, { queue: 'participations' }));
    await officer.follow('table a[href*="/office/participations/"]');
    await show(officer, 'office-participation');
    const correction = officer.page.locator('main form').filter({ has: officer.page.locator('#correct-champ-answer') });
    await officer.page.locator('#correct-champ-answer').fill('Écrivez le numéro du local de l’atelier.');
    const answered = officer.page.waitForEvent('domcontentloaded');
    await correction.locator('button[type=submit]').click();
    await answered;
    const who = await enter(null);
    await who.goTo(await inbox.find('mireille.arsenault@velosducanal.example', /\/participation\/suite\/[\w-]+/));
    await show(who, 'participation-suite');
  },
};

/** A respondent who asks the Office for an access (F-019), and people who act for two companies. */
export const team: Story = {
  role: 'company-team',
  async tell({ enter, show }) {
    const respondent = await enter('nordet.repondant');
    await respondent.goTo(href(pages.participation.team));
    await respondent.fill({ firstName: 'Luc', lastName: 'Gagné', email: 'luc.gagne@nordet.example', language: 'fr' });
    await respondent.press('participation:team.addSubmit');
    await show(respondent, 'equipe-demande');
    const officer = await enter('officer');
    await officer.goTo(href(pages.office.queue, { queue: 'acces' }));
    await officer.follow('table a[href*="/office/acces/"]');
    await show(officer, 'office-acces');
    for (const [key, role] of [
      ['nordet.rep3', 'representative'],
      ['nordet.repondant', 'respondent'],
    ] as const) {
      const { firstName, lastName, email } = personOf(key);
      await toMerchant(officer, 'Piscines Azur');
      await officer.follow('a[href$="/membres/nouveau"]');
      await officer.fill({ firstName, lastName, email, role, language: 'fr' });
      await officer.press('directory:add.submit');
      const both = await enter(key);
      await both.goTo(href(pages.participation.team));
      await show(both, `equipe-deux-entreprises-${both.reader}`);
    }
  },
};

/** What the people of a company share: a saved reply, an absence, places, dossiers taken and given (F-041, F-081, B-09). */
export const sharing: Story = {
  role: 'company-queue',
  async tell({ enter, show }) {
    const officer = await enter('officer');
    await toMerchant(officer, 'Trouvaille');
    await officer.follow('a[href$="/modifier"]');
    await officer.fill({ establishments: 'Comptoir de Limoilou\nEntrepôt de Vanier' });
    await officer.page.locator('main form button[type=submit]').first().click();
    await officer.page.waitForURL(({ pathname }) => !pathname.endsWith('/modifier'));
    for (const [key, first] of [
      ['trouvaille.repondant', 3],
      ['trouvaille.rep', 20],
    ] as const) {
      const who = await enter(key);
      const shown = (name: string) => show(who, `${name}-${who.reader}`);
      const title = `Bienvenue, de ${personOf(key).firstName}`;
      await who.goTo(href(pages.queue.replies));
      await who.fill({ title, body: 'Bonjour, je lis votre dossier aujourd’hui et vous réponds d’ici vendredi.' });
      await who.press('queue:replies.submit');
      await shown('reponses');
      await who.follow('table a[href*="/reponses/"]');
      await shown('reponse');
      await who.goTo(href(pages.queue.absences));
      await choose(who, ['absent', 'substitute']);
      await who.fill({ firstDay: dayFrom(first), lastDay: dayFrom(first + 7) });
      await who.press('queue:absences.submit');
      await shown('absences');
      for (const [button, address, name] of [
        ['[name=acte][value=prendre]', href(pages.queue.charge), 'prise-en-charge'],
        ['[name=acte][value=confier]', href(pages.queue.charge), 'confier'],
        [`[formaction="${href(pages.queue.establishment)}"]`, href(pages.queue.establishment), 'etablissement'],
      ] as const) {
        await who.goTo(href(pages.queue.list));
        await who.page.locator('main input[name=d]').first().check();
        await who.page.locator(`main button${button}`).click();
        await who.page.waitForURL(({ pathname }) => pathname === address);
        await shown(name);
      }
    }
  },
};

/** Somebody else in each of these lists, where the page has it. */
async function choose({ page }: Person, names: readonly string[]): Promise<void> {
  const chosen = new Set<string>();
  for (const name of names) {
    const list = page.locator(`main select[name=${name}]`);
    if ((await list.count()) === 0) continue;
    const people = await list.locator('option:not([value=""])').allInnerTexts();
    const label = people.find((each) => !chosen.has(each));
    if (label === undefined) throw new Error(`nobody else for ${name}`);
    chosen.add(label);
    await list.selectOption({ label });
  }
}

/** An officer opens the page of a company. */
export async function toMerchant(officer: Person, name: string): Promise<void> {
  await officer.goTo(href(pages.office.merchants));
  await officer.page.locator('main a', { hasText: name }).first().click();
  await officer.page.waitForURL('**/office/commercants/*-*');
}
