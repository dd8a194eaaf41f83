import { href, pages } from '#contracts/pages/index.ts';
import type { Story } from './story.ts';

const email = 'anne.castonguay@mediation.example';
const password = 'tramway érable lanterne 42';

/** A mediator's first visit, by the link that the Office sends. */
export const invited: Story = {
  role: 'mediator-new',
  async tell({ inbox, enter, show }) {
    const officer = await enter('officer');
    await officer.goTo(href(pages.office.openMediator));
    await officer.fill({
      firstName: 'Anne',
      lastName: 'Castonguay',
      email,
      accreditation: 'Médiatrice accréditée, n° 4410',
    });
    await officer.fill({ language: 'fr' });
    await officer.press('directory:openMediator.submit');
    const who = await enter(null);
    const link = await inbox.find(email, /\/activation\/[\w-]+/);
    await who.goTo(link);
    await show(who, 'activation');
    await who.fill({ password });
    await who.press('account:activation.submit');
    await show(who, 'profil-premiere-visite');
    await who.fill({ jobTitle: 'Médiatrice', phone: '418 555-0177' });
    await who.press('account:profile.submit');
    await show(who);
    await who.fill({ terms: true, confidentiality: true });
    await who.press('account:undertaking.submit');
    await show(who, 'dossiers-aucun');
    const again = await enter(null);
    await again.goTo(link);
    await show(again, 'activation-deja-active');
  },
};
