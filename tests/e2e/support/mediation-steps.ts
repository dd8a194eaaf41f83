import { href, pages } from '#contracts/pages/index.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import { arrive, open, words, type Offered } from './at.ts';

/** The steps of a mediation, each on its page. */
export const mediationSteps: Offered = {
  async requestMediation({ dossierId, who }) {
    await open(who, href(pages.dossier.mediation, { dossierId }));
    await who.press(who.t('dossier:mediation.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  /** From the Office's list of what waits for it. */
  async assignMediator({ dossierId, who }, { mediator }) {
    const { firstName, lastName } = personOf(mediator as PersonKey);
    await open(who, `${href(pages.office.dossiers)}?vue=office`);
    await who.page.locator(`main a[href$="${dossierId}"]`).click();
    await who.page.waitForURL(`**${dossierId}`);
    await who.page.locator('main a[href$="/mediation"]').click();
    await arrive(who, href(pages.office.assignMediator, { dossierId }));
    await who.page.getByLabel(`${firstName} ${lastName}`).check();
    await who.press(who.t('mediation:assign.button'));
    await arrive(who, href(pages.office.dossier, { dossierId }));
  },
  async withdrawFromMediation({ dossierId, who }, { reason = 'autre', justification = words }) {
    await open(who, href(pages.dossier.leaveMediation, { dossierId }));
    await who.fill({ reason, justification, confirmed: true });
    await who.press(who.t('dossier:leave.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async closeMediation({ dossierId, who }, { reason = 'inconciliables', justification = words, nature = words }) {
    await open(who, href(pages.dossier.closeMediation, { dossierId }));
    await who.fill({ reason, nature, justification, confirmed: true });
    await who.press(who.t('mediation:close.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
  async recuse({ dossierId, who }, { reason = 'conflit_interets' }) {
    await open(who, href(pages.dossier.handBack, { dossierId }));
    await who.fill({ reason, confirmed: true });
    await who.press(who.t('mediation:handBack.button'));
    await arrive(who, href(pages.dossier.list));
  },
  async reportToOffice({ dossierId, who }, { kind = 'imminent', side = null, newTarget = null }) {
    await open(who, href(pages.dossier.report, { dossierId }));
    await who.fill({ kind, ...(side ? { side } : {}), ...(newTarget ? { newTarget: newTarget.slice(0, 10) } : {}) });
    await who.press(who.t('mediation:report.button'));
    await arrive(who, href(pages.dossier.summary, { dossierId }));
  },
};
