import { href, pages } from '#contracts/pages/index.ts';
import { personOf } from '#scripts/demo/people.ts';
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

/** A respondent who asks the Office for an access (F-019), and someone who acts for two companies. */
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
    await officer.goTo(href(pages.office.merchants));
    await officer.page.locator('main a', { hasText: 'Piscines Azur' }).first().click();
    await officer.page.waitForLoadState('load');
    await officer.follow('a[href$="/membres/nouveau"]');
    const { firstName, lastName, email } = personOf('nordet.rep3');
    await officer.fill({ firstName, lastName, email, role: 'representative', language: 'fr' });
    await officer.press('directory:add.submit');
    const both = await enter('nordet.rep3');
    await both.goTo(href(pages.participation.team));
    await show(both, 'equipe-deux-entreprises');
  },
};

/** What the people of a company share: a saved reply, an absence, dossiers taken and given (F-081, B-09). */
export const sharing: Story = {
  role: 'company-queue',
  async tell({ enter, show }) {
    const respondent = await enter('trouvaille.repondant');
    await respondent.goTo(href(pages.queue.replies));
    await respondent.fill({
      title: 'Bienvenue',
      body: 'Bonjour, je m’appelle Valérie et je lis votre dossier aujourd’hui.',
    });
    await respondent.press('queue:replies.submit');
    await show(respondent, 'reponses');
    await respondent.follow('table a[href*="/reponses/"]');
    await show(respondent, 'reponse');
    await respondent.goTo(href(pages.queue.absences));
    await respondent.page.locator('main select[name=absent]').selectOption({ index: 1 });
    await respondent.page.locator('main select[name=substitute]').selectOption({ index: 2 });
    await respondent.fill({ firstDay: dayFrom(3), lastDay: dayFrom(10) });
    await respondent.press('queue:absences.submit');
    await show(respondent, 'absences');
    for (const [act, name] of [
      ['prendre', 'prise-en-charge'],
      ['confier', 'confier'],
    ] as const) {
      await respondent.goTo(href(pages.queue.list));
      await respondent.page.locator('main input[name=d]').first().check();
      await respondent.page.locator(`main button[name=acte][value=${act}]`).click();
      await respondent.page.waitForURL(({ pathname }) => pathname === href(pages.queue.charge));
      await show(respondent, name);
    }
  },
};
