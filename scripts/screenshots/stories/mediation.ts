import { href, pages } from '#contracts/pages/index.ts';
import type { Person } from '../person.ts';
import { dossierIn, type Story } from './story.ts';

/**
 * A mediation from the Office's choice to a change of hands: the declaration, the room, what is shown to the mediator, and what a party opens to the one who
 * takes over (F-121, A-02, A-03, B-10).
 */
export const mediation: Story = {
  role: 'mediation',
  async tell(stage) {
    const { enter, show } = stage;
    const consumer = await enter('priya');
    const dossier = await dossierIn(consumer);
    const officer = await enter('officer');
    await assign(officer, { dossier, mediator: 'Margaret Sinclair', before: () => show(officer, 'office-designer') });
    const first = await enter('mediator3');
    await first.goTo('/dossiers');
    await show(first, 'dossiers-declaration');
    await declare(first, dossier, () => show(first, 'declaration'));
    await write(
      first,
      `${dossier}/propositions`,
      'Hello, I am Margaret Sinclair, your mediator. What matters most to each of you?',
    );
    await show(first, 'espace-de-discussion');
    await consumer.goTo(`${dossier}/messages/communiquer`);
    await consumer.page.locator('[name="messages[]"]:enabled').first().check();
    await consumer.press('messages:sharing.button');
    await show(consumer, 'messages-montres');
    await write(consumer, `${dossier}/messages?fil=consumerCaucus`, 'Between us: four hundred dollars would do.');
    await show(consumer, 'fil-prive');

    await first.goTo(`${dossier}/mediation/remise`);
    await first.fill({ reason: 'absence', parties: 'told', confirmed: true });
    await first.press('mediation:handBack.button');
    await assign(officer, { dossier, mediator: 'Karim Benali', before: () => show(officer, 'office-reassigner') });
    await declare(await enter('mediator2'), dossier);
    await consumer.goTo(`${dossier}/messages`);
    await consumer.follow('a[href$="/mediation/ouverture"]');
    await show(consumer, 'ouverture');

    await officer.goTo(href(pages.office.mediators));
    await officer.page.locator('main a', { hasText: 'Benali' }).first().click();
    await officer.page.waitForLoadState('load');
    await officer.follow('main a[href$="/dossiers"]');
    await officer.press('office:handOver.button');
    await show(officer, 'office-remise');
  },
};

/** What the Office reads by exception, and the banner that says so. */
export const reading: Story = {
  role: 'officer-reading',
  async tell({ enter, show }) {
    const merchant = await enter('boreal.rep');
    const dossier = await dossierIn(merchant);
    const officer = await enter('officer2');
    await officer.goTo(`/office${dossier}/acces-exceptionnel`);
    await officer.fill({ reason: 'plainte', justification: 'Plainte écrite reçue ce matin.', confirmed: true });
    await officer.page.locator('main form button[type=submit]').last().click();
    await officer.page.waitForURL(`**${dossier}`);
    await show(officer, 'resume');
    await officer.goTo(`${dossier}/documents`);
    await show(officer, 'documents');
    await officer.goTo('/office/acces-exceptionnels');
    await show(officer, 'journal');
    await officer.goTo(dossier);
    await officer.press('reading:banner.end');
  },
};

type Choice = { dossier: string; mediator: string; before?: () => Promise<void> };

/** An officer names a mediator. */
export async function assign(officer: Person, { dossier, mediator, before }: Choice): Promise<void> {
  await officer.goTo(`/office${dossier}/mediation`);
  await before?.();
  await officer.page.getByLabel(mediator).check();
  await officer.press('mediation:assign.button');
}

/** A mediator declares no conflict of interest. */
export async function declare(mediator: Person, dossier: string, before?: () => Promise<void>): Promise<void> {
  await mediator.goTo(dossier);
  await before?.();
  await mediator.fill({ declaration: 'none' });
  await mediator.press('mediation:declare.button');
}

/** Writes in the room or the thread of a page. */
export async function write(person: Person, address: string, body: string): Promise<void> {
  await person.goTo(address);
  await person.fill({ body });
  await person.press('messages:send');
}
