import type { Locator } from 'playwright-core';
import { href, pages } from '#contracts/pages/index.ts';
import { lead, type Actor } from './actor.ts';
import type { At } from '../steps/at.ts';
import type { Stage } from '../stage/stage.ts';

/** The ways that people go: by what the page in front of them shows, by the links of their mails, never by an address that nobody gave them. */
type Tab = 'summary' | 'documents' | 'proposals' | 'messages';

/** Where a person stands in a dossier: enough to go on from there. */
type There = Pick<At, 'dossierId' | 'who'>;

/** Clicks what leads to another page, and waits for that page. */
export async function go({ page }: Actor, link: Locator): Promise<void> {
  await lead(page, link);
}

/** By a link of the header. */
export async function fromHeader(who: Actor, words: string): Promise<void> {
  await who.followInHeader(words);
}

/** From « Mes dossiers », with its filter of closed ones where it has one, to this dossier: its summary, or its steps while it is a draft. */
export async function fromList({ who, dossierId }: There): Promise<void> {
  await fromHeader(who, who.t('layout:myDossiers'));
  const row = who.page.locator(`main table a[href*="${dossierId}"]`).first();
  if ((await row.count()) === 0) await who.follow(who.t('dossier:list.view.closed'));
  await go(who, row);
}

/** One of the four tabs, by its name; from the list where another page is open. */
export async function openTab(at: There, tab: Tab): Promise<void> {
  const { who, dossierId } = at;
  const name = who.t(`dossier:shell.${tab}`);
  const address = href(pages.dossier[tab], { dossierId });
  const link = who.page
    .getByRole('navigation', { name: who.t('dossier:shell.tabs') })
    .getByRole('link', { name })
    .and(who.page.locator(`[href="${address}"]`));
  const elsewhere = (await link.count()) === 0;
  if (elsewhere) await fromList(at);
  if (!elsewhere || tab !== 'summary') await go(who, link);
  await who.check();
}

/** An act that « À qui le tour » offers, first or among the others, by its words: from the page of the dossier that is open, or from its summary. */
export async function choose(at: There, act: string | ((panel: Locator) => Locator)): Promise<void> {
  const { who, dossierId } = at;
  const panel = who.page.getByRole('region', { name: who.t('turn:title'), exact: true });
  const link = typeof act === 'string' ? panel.locator('a', { hasText: act }).first() : act(panel);
  const here = new URL(who.page.url()).pathname.startsWith(`/dossiers/${dossierId}`);
  if (!here || (await link.count()) === 0) await openTab(at, 'summary');
  if (!(await link.isVisible())) await panel.locator('summary', { hasText: who.t('turn:otherActions') }).click();
  await go(who, link);
  await who.check();
}

/** From the Office's desk, one of its lists, and what these words lead to there. */
export async function fromDesk(officer: Actor, list: string, words: string): Promise<void> {
  await fromHeader(officer, officer.t('layout:office'));
  await officer.follow(officer.t(`office:desk.queues.${list}.title`));
  await officer.check();
  await officer.follow(words);
  await officer.check();
}

/** Follows the link of a mail to the person. @returns the mail's text. */
export async function fromMail(
  stage: Stage,
  who: Actor,
  { to, subject = /./, leads = /\// }: { to: string; subject?: RegExp; leads?: RegExp },
): Promise<string> {
  const linkOf = (text: string) => text.match(/https?:\/\/[^\s>]+/g)?.find((link) => leads.test(link));
  const mail = await stage.product.servers.mail.waitForMail(
    to,
    (each) => subject.test(each.subject) && linkOf(each.text) !== undefined,
  );
  await who.page.goto(linkOf(mail.text) ?? '');
  await who.check();
  return mail.text;
}
