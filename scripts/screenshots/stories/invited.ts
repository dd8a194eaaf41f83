import { href, pages } from '#contracts/pages/index.ts';
import type { Typed } from '../fill.ts';
import type { Person } from '../person.ts';
import type { Reader } from '../readers.ts';
import { toMerchant } from './company.ts';
import type { Stage, Story } from './story.ts';

const password = 'tramway érable lanterne 42';

type Invited = { firstName: string; lastName: string; email: string; language: string };

/** A first visit, by the link that the Office sends: a mediator's, a respondent's, a representative's; and an officer's (ADR 53). */
export const invited: Story = {
  role: 'first-visit',
  async tell(stage) {
    const { enter, show } = stage;
    const officer = await enter('officer');
    const mediator = { ...named('Anne', 'Castonguay'), email: 'anne.castonguay@mediation.example' };
    await officer.goTo(href(pages.office.openMediator));
    await officer.fill({ ...mediator, accreditation: 'Médiatrice accréditée, n° 4410' });
    await officer.press('directory:openMediator.submit');
    const link = await firstVisit(stage, 'mediator', mediator);
    const again = await enter(null);
    await again.goTo(link);
    await show(again, 'activation-deja-active');
    for (const [person, role, reader] of [
      [named('Odile', 'Marceau'), 'respondent', 'respondent'],
      [named('Hugo', 'Perreault'), 'representative', 'colleague'],
    ] as const) {
      const { email, ...name } = person;
      await toMerchant(officer, 'Studio Vigueur');
      await officer.follow('a[href$="/membres/nouveau"]');
      await officer.fill({ ...name, email, role });
      await officer.press('directory:add.submit');
      await firstVisit(stage, reader, person);
    }
    const { firstName, lastName, email } = named('Léa', 'Morin');
    await visit(stage, 'officer', await stage.letInOfficer(email, `${firstName} ${lastName}`));
  },
};

function named(firstName: string, lastName: string): Invited {
  return {
    firstName,
    lastName,
    email: `${firstName}.${lastName}@vigueur.example`.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''),
    language: 'fr',
  };
}

/** @returns the link that opened it. */
async function firstVisit(stage: Stage, reader: Reader, { email }: Invited): Promise<string> {
  const link = await stage.inbox.find(email, /\/activation\/[\w-]+/);
  await visit(stage, reader, link);
  return link;
}

/** From the link to the first page: profile, texts to accept. */
async function visit({ enter, show }: Stage, reader: Reader, link: string): Promise<void> {
  const who = await enter(null);
  await who.goTo(link);
  await show(who, `activation-${reader}`);
  await sendIn(who, { password }, 'account:activation.submit');
  who.reader = reader;
  await show(who, `profil-premiere-visite-${reader}`);
  await sendIn(who, { jobTitle: 'Service', phone: '418 555-0177' }, 'account:profile.submit');
  await show(who, `engagement-${reader}`);
  await sendIn(who, { terms: true, confidentiality: true }, 'account:undertaking.submit');
  await show(who, `premiere-page-${reader}`);
}

async function sendIn(who: Person, values: Typed, button: string): Promise<void> {
  await who.fill(values);
  await who.press(button);
}
