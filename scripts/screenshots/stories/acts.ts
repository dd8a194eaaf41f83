import type { Person } from '../person.ts';
import { dayFrom } from './story.ts';

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

/** Sends the form of a proposal as it stands. */
export async function sendProposal({ page }: Person): Promise<void> {
  const answered = page.waitForURL('**/propositions');
  await page.locator('main [name=intent][value=send]').click();
  await answered;
}

/** A mediator's proposal, or another version of the one that stands: a reduction. */
export async function mediate(mediator: Person, dossier: string, amount: string): Promise<void> {
  await mediator.goTo(`${dossier}/propositions`);
  await mediator.follow('a[href$="/modifier"]:visible, main a[href$="/nouvelle"]:visible');
  await mediator.fill({ 'remedy[]': ['reduction'] });
  await mediator.fill({
    'reduction.amount': amount,
    'reduction.method': 'original',
    'reduction.date': dayFrom(30),
    terms: 'Le montant est versé par virement. Chaque partie garde ce qu’elle a.',
  });
  await sendProposal(mediator);
}

/** Accepts the proposal that waits for this person. */
export async function accept(person: Person, dossier: string): Promise<void> {
  await openFrom(person, `${dossier}/propositions`, '/accepter');
  await person.fill({ read: true });
  await person.press('proposals:acceptPage.button');
}

/** Opens a page, then the first one below it whose address ends so. */
export async function openFrom(person: Person, address: string, end: string): Promise<void> {
  await person.goTo(address);
  const found = person.page.locator(`main a[href$="${end}"]:visible`).first();
  await person.goTo((await found.getAttribute('href')) ?? '');
}

/** Adds a document, and opens the page that withdraws it. */
export async function addAndWithdraw(person: Person, dossier: string): Promise<void> {
  const { page } = person;
  await person.goTo(`${dossier}/documents`);
  const buffer = Buffer.from('Bon de livraison n° 4471, remis en main propre le 12 mai.\n');
  await page
    .locator('input[type=file][name=files]')
    .setInputFiles([{ name: 'Bon de livraison.txt', mimeType: 'text/plain', buffer }]);
  await page.locator('main form:has(input[type=file]) button[type=submit]').click();
  await page.getByRole('heading', { name: 'Bon de livraison' }).waitFor();
  await openFrom(person, `${dossier}/documents`, '/retrait');
}
