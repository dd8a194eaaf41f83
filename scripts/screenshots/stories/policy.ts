import { href, pages } from '#contracts/pages/index.ts';
import { dayFrom, type Story } from './story.ts';

/** The next version of the durations, compared with those in force; nothing is confirmed (T-08). */
export const policy: Story = {
  role: 'officer-policy',
  async tell({ enter, show }) {
    const officer = await enter('officer2');
    await officer.goTo(href(pages.office.nextPolicy));
    await officer.fill({ mediationWait: '60', day: dayFrom(30) });
    await officer.press('policy:edit.submit');
    await show(officer, 'delais-confirmer');
  },
};

/** An account that an officer looks for by its address. */
export const account: Story = {
  role: 'officer-account',
  async tell({ enter, show }) {
    const officer = await enter('officer2');
    await officer.goTo(href(pages.office.accounts));
    await officer.fill({ email: 'claire.roy@courriel.example' });
    await officer.press('factors:office.find');
    await show(officer, 'compte');
  },
};
