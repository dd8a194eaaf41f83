import { href, pages } from '#contracts/pages/index.ts';
import { demoPassword, type PersonKey } from '#scripts/demo/people.ts';
import type { Story } from './story.ts';

const people: readonly PersonKey[] = ['sylvie', 'isabelle', 'vigueur.repondant', 'vigueur.rep', 'mediator', 'officer2'];

/** Both codes that another address takes, asked of everyone who has an account (ADR 53). */
export const addresses: Story = {
  role: 'another-address',
  async tell({ enter, show }) {
    for (const key of people) {
      const who = await enter(key);
      await who.goTo(href(pages.accounts.email));
      await who.fill({ email: `${key.replace('.', '-')}@nouvelle.example`, current: demoPassword });
      await who.press('factors:email.submit');
      await show(who, `courriel-code-${who.reader}`);
    }
  },
};
