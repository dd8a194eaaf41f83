import { dossierIn, type Story } from './story.ts';

/** What the Office reads by exception, and the banner that says so; what it may not read even then, and the certificate of an agreement. */
export const reading: Story = {
  role: 'officer-reading',
  async tell({ enter, show }) {
    const merchant = await enter('boreal.rep');
    const dossier = await dossierIn(merchant);
    const consumer = await enter('claire');
    const concluded = await dossierIn(consumer, /frigo|réfrig/i);
    const officer = await enter('officer2');
    await officer.goTo(`/office${dossier}/acces-exceptionnel`);
    await officer.fill({ reason: 'plainte', justification: 'Plainte écrite reçue ce matin.', confirmed: true });
    await officer.page.locator('main form button[type=submit]').last().click();
    await officer.page.waitForURL(`**${dossier}`);
    await show(officer, 'resume');
    for (const tab of ['documents', 'propositions', 'messages']) {
      await officer.goTo(`${dossier}/${tab}`);
      await show(officer, tab);
    }
    await officer.goTo('/office/acces-exceptionnels');
    await show(officer, 'journal');
    await officer.goTo(dossier);
    await officer.press('reading:banner.end');
    await officer.goTo(`${concluded}/entente/certificat`);
    await show(officer, 'certificat');
  },
};
