import { expect } from '@jest/globals';
import { href, pages } from '#contracts/pages/index.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { readingMinutes } from '#domain/dossier/index.ts';
import type { CommandType } from '#domain/dossier/commands.ts';
import type { Step } from '#domain/testing/scenario/step.ts';
import { drawPaper } from '#scripts/demo/files/paper.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Actor } from '../browser/actor.ts';
import { arrive, open, words, type At, type BrowserStep, type Offer, type Offered } from './at.ts';
import { choose, fromList, go, openTab } from '../browser/links.ts';
import { mediationSteps } from './mediation-steps.ts';
import { sendFiles } from '../browser/send-files.ts';
import type { Stage } from '../stage/stage.ts';

/** A dossier on which people do the steps of a scenario on its pages, each in their own browser. */
export type OnPages = {
  /** What a page offers; it is looked at as axe does on the way. @throws Error for what no page offers yet. */
  step<A extends CommandType>(step: BrowserStep<A>): Promise<void>;
  run(steps: readonly Step<string, Offer>[]): Promise<void>;
};

/** @param browsers the browser of each name that the steps are by; anyone else of the demonstration comes in when they act. */
export function onPages(stage: Stage, dossierId: string, browsers: Record<string, Actor> = {}): OnPages {
  const entered = new Map(Object.entries(browsers));
  const browserOf = async (name: string): Promise<Actor> => {
    const known = entered.get(name) ?? (await stage.enter(name));
    entered.set(name, known);
    return known;
  };
  async function step<A extends CommandType>(step: BrowserStep<A>): Promise<void> {
    const does = offered[step.act] as ((at: At, step: BrowserStep<A>) => Promise<void>) | undefined;
    if (!does)
      throw new Error(`No page offers ${step.act} yet: play it through the services (stage.bring) or the engine.`);
    await does({ stage, dossierId, who: await browserOf(step.by) }, step);
  }
  return {
    step,
    async run(steps) {
      for (const each of steps) await step(each);
    },
  };
}

const offer: Required<Offer> = {
  remedies: ['remboursement_partiel'],
  values: { 'remboursement_partiel.amount': '120', 'remboursement_partiel.deadline': dayFromToday(30) },
  terms: 'Cent vingt dollars, par virement.',
};

/** What the pages offer today. A step that is not here is no page's. */
const offered: Offered = {
  ...mediationSteps,
  async submitDossier({ dossierId, who }) {
    await fromList({ dossierId, who });
    await who.follow(who.t('filing:tasks.review'));
    await who.check();
    await who.press(who.t('filing:review.submit'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async extendDraft({ dossierId, who }, { until }) {
    await open(who, href(pages.office.dossier, { dossierId }));
    await who.fill({ until: todayInQuebec(until) });
    await who.press(who.t('office:dossier.extend.submit'));
  },
  async nudge({ dossierId, who }, { side }) {
    await open(who, href(pages.office.dossier, { dossierId }));
    await who.press(who.t(`office:dossier.nudge.${side}`));
  },
  async contactSide({ dossierId, who }, { side, way = 'reached' }) {
    await open(who, href(pages.office.followUp, { dossierId }));
    await who.fill({ kind: way, side });
    await who.press(who.t('office:followUp.noteIt'));
  },
  async answerReport({ dossierId, who }, { answer = 'seen' }) {
    await open(who, href(pages.office.followUp, { dossierId }));
    await who.page
      .getByRole('button', { name: who.t(`office:followUp.answers.${answer}`), exact: true })
      .first()
      .click();
    await who.page.getByText(who.t('office:followUp.answered')).waitFor();
  },
  async breakGlass({ dossierId, who }, { reason = 'plainte', justification = words }) {
    await open(who, href(pages.office.reading, { dossierId }));
    await who.fill({ reason, justification, confirmed: true });
    await who.press(who.t('reading:form.submit', { minutes: readingMinutes }));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async endBreakGlass({ dossierId, who }) {
    await open(who, href(pages.dossier.summary, { dossierId }));
    await who.press(who.t('reading:banner.end'));
    await arrive(who, href(pages.office.dossier, { dossierId }));
  },
  async nameRepresentative({ dossierId, who }, { person = 'isabelle', relationship = 'enfant' }) {
    await toRepresentation({ dossierId, who });
    const { firstName, lastName, email } = personOf(person);
    await who.fill({ firstName, lastName, email, relationship, adult: true, consent: true });
    await who.press(who.t('filing:representation.submit'));
    await who.check();
  },
  async acceptInvitation({ stage, dossierId, who }, { by }) {
    const { number, validationKey } = await invitationOf(stage, by);
    await open(who, href(pages.representation.invitation));
    await who.fill({ number, validationKey, adult: true, notLawyer: true, terms: true, confidentiality: true });
    await who.press(who.t('filing:invitation.submit'));
    await who.page.waitForURL(`**/dossiers/${dossierId}**`);
  },
  async removeRepresentative({ dossierId, who }) {
    await toRepresentation({ dossierId, who });
    const [remove, leave] = [who.t('filing:representation.remove'), who.t('filing:representation.leave')];
    const yours = await who.page.getByRole('button', { name: leave, exact: true }).count();
    await who.press(yours > 0 ? leave : remove);
  },
  async takeCharge({ dossierId, who }) {
    // Its words name whom one replaces.
    await choose({ dossierId, who }, (panel) => panel.locator('a[href$="/prise-en-charge"]'));
    await who.press(await who.page.locator('main form button[type=submit]').first().innerText());
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async refuseToNegotiate({ dossierId, who }, { reason = 'autre', justification = words }) {
    await choose({ dossierId, who }, who.t('turn:actions.refuseToNegotiate'));
    await who.fill({ reason, justification, confirmed: true });
    await who.press(who.t('dossier:refuse.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async closeDossier({ dossierId, who }, { reason = 'autre', justification = words }) {
    await choose({ dossierId, who }, who.t('turn:actions.closeDossier'));
    await who.fill({ reason, justification, confirmed: true });
    await who.press(who.t('dossier:close.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async propose({ dossierId, who }, { proposal = offer }) {
    await openTab({ dossierId, who }, 'proposals');
    await go(who, who.page.locator('main a[href$="/propositions/nouvelle"]:visible').first());
    await who.check();
    await sendOffer(who, proposal);
  },
  async editProposal({ dossierId, who }, { proposal = offer }) {
    await openTab({ dossierId, who }, 'proposals');
    await who.page.locator('main a[href$="/modifier"]:visible').first().click();
    await who.page.waitForURL('**/modifier');
    await who.check();
    await sendOffer(who, proposal);
  },
  async acceptProposal({ dossierId, who }, { read = true }) {
    const { page } = who;
    await openTab({ dossierId, who }, 'proposals');
    await page.locator('main a[href$="/accepter"]:visible').first().click();
    await page.waitForURL('**/accepter');
    await who.check();
    if (read) await who.fill({ read });
    await who.press(who.t('proposals:acceptPage.button'));
    if (!read) return;
    // What was refused, if it was, reads better than a wait without end.
    if (page.url().endsWith('/accepter')) throw new Error(await page.locator('main').innerText());
    await page.waitForURL(`**/dossiers/${dossierId}/documents`);
  },
  async postMessage({ dossierId, who }, { thread, body = 'Bonjour.', announcesClosing }) {
    if (announcesClosing) {
      await choose({ dossierId, who }, who.t('turn:actions.announceClosing'));
      await who.fill({ body });
      await who.press(who.t('mediation:close.announce'));
      await who.page.getByText(who.t('mediation:close.announceDone')).waitFor();
      await who.check();
      return;
    }
    const room = thread === 'mediationRoom';
    await openTab({ dossierId, who }, room ? 'proposals' : 'messages');
    // Where there is one conversation, it is open.
    const others = who.page.getByRole('navigation', { name: who.t('messages:threads') });
    const link = others.locator(`a[href$="fil=${thread}"]`);
    if (thread && !room && (await link.count()) > 0) await go(who, link);
    await who.fill({ body });
    await who.press(who.t('messages:send'));
    expect(await who.page.locator('main').innerText()).toContain(body);
  },
  async addDocument({ dossierId, who }, { title = 'Facture' }) {
    await openTab({ dossierId, who }, 'documents');
    const shop = { name: 'Électro Nordet', lines: [] };
    const lines = [{ label: title, unitPrice: 112_999 }];
    const buffer = await drawPaper({
      kind: 'invoice',
      language: who.language,
      from: shop,
      to: shop,
      date: dayFromToday(0),
      lines,
    });
    const file = { name: `${title}.pdf`, mimeType: 'application/pdf', buffer };
    await who.page.locator('input[type=file][name=files]').setInputFiles([file]);
    await sendFiles(who, who.t('dossier:documents.send'));
    await who.page.getByRole('heading', { name: title }).waitFor();
  },
  async withdrawDocument({ dossierId, who }, { justification = words }) {
    await openTab({ dossierId, who }, 'documents');
    await who.page.locator('main a[href$="/retrait"]').first().click();
    await who.page.waitForURL('**/retrait');
    await who.check();
    await who.fill({ justification });
    await who.press(who.t('dossier:documents.withdrawButton'));
    await arrive(who, href(pages.dossier.documents, { dossierId }));
  },
  async withdrawAcceptance({ dossierId, who }) {
    await openTab({ dossierId, who }, 'proposals');
    await who.press(who.t('proposals:withdrawAcceptance'));
  },
};

/** F-074: from the steps of a draft, or from the summary of a dossier that was sent. */
async function toRepresentation({ dossierId, who }: Pick<At, 'dossierId' | 'who'>): Promise<void> {
  await fromList({ dossierId, who });
  await go(who, who.page.locator(`main a[href="${href(pages.representation.manage, { dossierId })}"]`));
  await who.check();
}

/** F-090, F-091, F-093, F-095: the form of a proposal, filled and sent; without `remedies` the boxes stay as they are. */
async function sendOffer(who: Actor, { remedies, values = {}, terms }: Offer): Promise<void> {
  for (const box of remedies ? await who.page.locator('[name="remedy[]"]').all() : []) {
    await box.setChecked(remedies!.includes((await box.getAttribute('value')) ?? ''));
  }
  await who.fill({ ...values, terms });
  await who.press(await who.page.locator('main [name=intent][value=send]').innerText());
  await who.page.waitForURL('**/propositions');
  await who.check();
  expect(await who.page.locator('main').innerText()).toContain(terms);
}

/** What the e-mail of an invited person tells them: the dossier's number and the key. */
export async function invitationOf(
  stage: Stage,
  person: PersonKey,
): Promise<{ number: string; validationKey: string }> {
  const { email } = personOf(person);
  const { text } = await stage.product.servers.mail.waitForMail(email, (mail) => /20\d\d-\d{6}/.test(mail.text));
  return {
    number: text.match(/20\d\d-\d{6}/)?.[0] ?? '',
    validationKey: text.match(/\b[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\b/)?.[0] ?? '',
  };
}
