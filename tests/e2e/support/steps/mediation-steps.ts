import { href, pages } from '#contracts/pages/index.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import { arrive, words, type Offered } from './at.ts';
import { choose, fromHeader, fromList, go, openTab } from '../browser/links.ts';

/** The steps of a mediation, each on its page. */
export const mediationSteps: Offered = {
  async requestMediation({ dossierId, who }) {
    await choose({ dossierId, who }, who.t('turn:actions.requestMediation'));
    await who.press(who.t('dossier:mediation.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  /** From the Office's list of mediations that nobody leads. */
  async assignMediator({ dossierId, who }, { mediator }) {
    const { firstName, lastName } = personOf(mediator as PersonKey);
    await fromHeader(who, who.t('layout:office'));
    await who.follow(who.t('office:desk.queues.assign.title'));
    await go(who, who.page.locator(`main tbody a[href*="${dossierId}"]`));
    await arrive(who, href(pages.office.assignMediator, { dossierId }));
    await who.page.getByLabel(`${firstName} ${lastName}`).check();
    await who.press(who.t('mediation:assign.button'));
    await arrive(who, href(pages.office.dossier, { dossierId }));
  },
  /** On the page to which everything of the dossier leads until then. */
  async declareNoConflict({ dossierId, who }) {
    await fromList({ dossierId, who });
    await arrive(who, href(pages.dossier.declareNoConflict, { dossierId }));
    await who.fill({ declaration: 'none' });
    await who.press(who.t('mediation:declare.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async askForRevision({ dossierId, who }) {
    await openTab({ dossierId, who }, 'proposals');
    await who.follow(who.t('proposals:revision.link'));
    await who.check();
    await who.press(who.t('proposals:revision.button'));
    await who.page.waitForURL('**/propositions#discussion');
    await who.check();
  },
  /** The first that is offered, as many as are asked for. */
  async shareMessages({ dossierId, who }, { count = 1 }) {
    await choose({ dossierId, who }, who.t('turn:actions.shareMessages'));
    for (const box of (await who.page.locator('[name="messages[]"]:enabled').all()).slice(0, count)) await box.check();
    await who.press(who.t('messages:sharing.button'));
    await arrive(who, href(pages.dossier.sharedMessages, { dossierId }));
  },
  async openCaucus({ dossierId, who }) {
    await openTab({ dossierId, who }, 'messages');
    await who.follow(who.t('mediation:open.choose'));
    await who.check();
    await who.press(who.t('mediation:open.button'));
    await arrive(who, href(pages.dossier.messages, { dossierId }));
  },
  async withdrawFromMediation({ dossierId, who }, { reason = 'autre', justification = words }) {
    await choose({ dossierId, who }, who.t('turn:actions.leaveMediation'));
    await who.fill({ reason, justification, confirmed: true });
    await who.press(who.t('dossier:leave.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async closeMediation({ dossierId, who }, { reason = 'inconciliables', justification = words, nature = words }) {
    await choose({ dossierId, who }, who.t('turn:actions.closeDossier'));
    await who.fill({ reason, nature, justification, confirmed: true });
    await who.press(who.t('mediation:close.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async recuse({ dossierId, who }, { reason = 'conflit_interets', tellParties }) {
    await choose({ dossierId, who }, who.t('turn:actions.handBack'));
    await who.fill({ reason, parties: tellParties ? 'told' : 'not_told', confirmed: true });
    await who.press(who.t('mediation:handBack.button'));
    await arrive(who, href(pages.dossier.list));
  },
  async reportToOffice({ dossierId, who }, { kind = 'imminent', side = null, newTarget = null }) {
    await choose({ dossierId, who }, who.t('turn:actions.report'));
    await who.fill({ kind, ...(side ? { side } : {}), ...(newTarget ? { newTarget: todayInQuebec(newTarget) } : {}) });
    await who.press(who.t('mediation:report.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
};
