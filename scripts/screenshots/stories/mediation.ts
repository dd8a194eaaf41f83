import { href, pages } from '#contracts/pages/index.ts';
import type { PersonKey } from '#scripts/demo/people.ts';
import type { Person } from '../person.ts';
import { accept, addAndWithdraw, assign, declare, mediate, openFrom, sendProposal, write } from './acts.ts';
import { dossierIn, type Stage, type Story } from './story.ts';

/**
 * A mediation from the Office's choice to a change of hands: the declaration, the room, what is shown to the mediator, an announced closing, and what a party
 * opens to the one who takes over (F-121, F-131, A-02, A-03, B-10); then the Office gives all of that mediator's on.
 */
export const mediation: Story = {
  role: 'mediation',
  async tell(stage) {
    const { enter, show } = stage;
    const consumer = await enter('priya');
    const merchant = await enter('grandlarge.rep');
    const dossier = await dossierIn(consumer);
    await openFrom(merchant, `${dossier}/propositions`, '/modifier');
    await show(merchant, 'modifier');
    await addAndWithdraw(merchant, dossier);
    await show(merchant, 'retrait-de-document');
    const officer = await enter('officer');
    const sides = [consumer, merchant];
    await lead(stage, { dossier, officer, sides, mediators: ['mediator3', 'mediator2'] });

    await officer.goTo(href(pages.office.mediators));
    await officer.page.locator('main table a', { hasText: 'Benali' }).first().click();
    await officer.page.waitForURL('**/office/mediateurs/*-*');
    await officer.follow('a[href$="/dossiers"]');
    await officer.press('office:handOver.button');
    await show(officer, 'office-remise');
  },
};

/** The same between a person who represents the consumer and the company's respondent, from their negotiation to the agreement (F-071, A-17, A-34). */
export const represented: Story = {
  role: 'mediation-represented',
  async tell(stage) {
    const { enter, show } = stage;
    const friend = await enter('isabelle');
    const respondent = await enter('boreal.repondant');
    const dossier = await dossierIn(friend, /Matelas/);
    await friend.goTo(`${dossier}/propositions/nouvelle`);
    await sendProposal(friend);
    await openFrom(friend, `${dossier}/propositions`, '/modifier');
    await show(friend, 'modifier');
    await respondent.goTo(`${dossier}/prise-en-charge`);
    await show(respondent, 'prendre-la-place');
    await respondent.page.locator('main form button[type=submit]').last().click();
    await respondent.page.waitForURL(`**${dossier}`);
    for (const [name, end] of [
      ['mediation', 'mediation'],
      ['fermeture', 'fermeture'],
      ['contre-proposition', 'propositions/nouvelle'],
    ] as const) {
      await respondent.goTo(`${dossier}/${end}`);
      await show(respondent, name);
    }
    await sendProposal(respondent);
    await openFrom(respondent, `${dossier}/propositions`, '/modifier');
    await show(respondent, 'modifier-du-repondant');
    await addAndWithdraw(respondent, dossier);
    await show(respondent, 'retrait-de-document');
    await friend.goTo(`${dossier}/mediation`);
    await friend.press('dossier:mediation.button');

    const officer = await enter('officer2');
    const sides = [friend, respondent];
    const last = await lead(stage, { dossier, officer, sides, mediators: ['mediator', 'mediator3'] });
    for (const side of sides) await accept(side, dossier);
    for (const who of [...sides, last]) {
      await who.goTo(`${dossier}/entente/certificat`);
      await show(who, `certificat-${who.reader}`);
    }
  },
};

type Mediation = {
  dossier: string;
  officer: Person;
  sides: readonly Person[];
  /** Who mediates first, and who takes over. */
  mediators: readonly [PersonKey, PersonKey];
};

const names: Record<PersonKey, string> = {
  mediator: 'Hélène Duval',
  mediator2: 'Karim Benali',
  mediator3: 'Margaret Sinclair',
};

/** @returns who mediates at the end, whose proposal waits for both. */
async function lead(stage: Stage, { dossier, officer, sides, mediators }: Mediation): Promise<Person> {
  const { enter, show } = stage;
  const [firstKey, lastKey] = mediators;
  const mediator = names[firstKey]!;
  await assign(officer, { dossier, mediator, before: () => show(officer, 'office-designer') });
  const first = await enter(firstKey);
  await first.goTo(href(pages.dossier.list));
  await show(first, 'dossiers-declaration');
  await declare(first, dossier, () => show(first, 'declaration'));
  await write(
    first,
    `${dossier}/propositions`,
    `Bonjour, je suis ${mediator}. Qu’est-ce qui compte le plus pour chacun de vous?`,
  );
  await show(first, 'espace-de-discussion');
  await first.goTo(`${dossier}/propositions/nouvelle`);
  await show(first, 'premiere-proposition');
  for (const side of sides) {
    await side.goTo(`${dossier}/messages/communiquer`);
    await show(side, `messages-a-montrer-${side.reader}`);
  }
  const [asking] = sides;
  if (!asking) throw new Error('nobody shows a message');
  await asking.page.locator('[name="messages[]"]:enabled').first().check();
  await asking.press('messages:sharing.button');
  for (const side of sides) {
    await side.goTo(`${dossier}/messages/communiques`);
    await show(side, `messages-montres-${side.reader}`);
    await write(side, `${dossier}/messages?fil=${caucusOf(side)}`, 'Entre nous : quatre cents dollars iraient.');
    await show(side, `fil-prive-${side.reader}`);
  }
  await first.goTo(`${dossier}/messages/communiques`);
  await show(first, 'messages-montres-a-la-mediation');
  await mediate(first, dossier, '450');
  for (const side of sides) {
    for (const end of ['/accepter', '/autre-version']) {
      await openFrom(side, `${dossier}/propositions`, end);
      await show(side, `mediation${end.replace('/', '-')}-${side.reader}`);
    }
    await side.goTo(`${dossier}/mediation/retrait`);
    await show(side, `retrait-de-la-mediation-${side.reader}`);
  }
  await announce(stage, first, { dossier, sides });
  await askOffice(stage, first, { dossier, officer });
  await handOver(stage, { dossier, officer, first, to: lastKey });
  const last = await enter(lastKey);
  await declare(last, dossier);
  await mediate(last, dossier, '475');
  for (const side of sides) {
    await side.goTo(`${dossier}/mediation/ouverture`);
    await show(side, `ouverture-${side.reader}`);
  }
  return last;
}

const caucusOf = ({ reader }: Person): string =>
  reader === 'consumer' || reader === 'representative' ? 'consumerCaucus' : 'merchantCaucus';

/** The mediator asks the Office to reach a party, which answers that it could not (F-130, F-136). */
async function askOffice(
  { show }: Stage,
  mediator: Person,
  { dossier, officer }: Pick<Mediation, 'dossier' | 'officer'>,
): Promise<void> {
  await mediator.goTo(`${dossier}/mediation/suivi`);
  await mediator.fill({ kind: 'nudge', side: 'merchant' });
  await mediator.press('mediation:report.button');
  await officer.goTo(href(pages.office.queue, { queue: 'nouvelles' }));
  await show(officer, 'office-nouvelles');
  await officer.goTo(`/office${dossier}/suivi`);
  await show(officer, 'office-demande-de-la-mediation');
  await officer.press('office:followUp.answers.unreachable');
  await mediator.goTo(`${dossier}/mediation/suivi`);
  await show(mediator, 'demande-repondue');
}

/** The mediator tells the end. */
async function announce(
  { show }: Stage,
  mediator: Person,
  { dossier, sides }: Pick<Mediation, 'dossier' | 'sides'>,
): Promise<void> {
  await mediator.goTo(`${dossier}/mediation/fermeture`);
  await mediator.fill({ body: 'Vos positions restent éloignées. Je fermerai le dossier vendredi, sauf proposition.' });
  await mediator.press('mediation:close.announce');
  await mediator.goTo(`${dossier}/mediation/fermeture`);
  await show(mediator, 'fermeture-annoncee');
  for (const side of sides) {
    await side.goTo(dossier);
    await show(side, `fermeture-annoncee-${side.reader}`);
  }
}

type Change = { dossier: string; officer: Person; first: Person; to: PersonKey };

async function handOver({ show }: Stage, { dossier, officer, first, to }: Change): Promise<void> {
  await first.goTo(`${dossier}/mediation/remise`);
  await first.fill({ reason: 'absence', parties: 'told', confirmed: true });
  await first.press('mediation:handBack.button');
  await assign(officer, { dossier, mediator: names[to]!, before: () => show(officer, 'office-reassigner') });
}
