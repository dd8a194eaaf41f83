import { href, pages } from '#contracts/pages/index.ts';
import type { Translate } from '#content/texts/index.ts';
import { actionFor, actions, openProposal, type ActionView, type CommandType } from '#domain/dossier/index.ts';
import type { Opened } from './reader.ts';

/** An act that this person can do now, as a link to its page. */
export type ActionLink = { type: string; label: string; to: string };

/** What this person may do now, in the order in which it is offered. */
export function linksOf(opened: Opened, t: Translate): ActionLink[] {
  const views = actions(opened.state, opened.actor, opened.now).filter((view) => view.allowed);
  const allowed = (type: CommandType): ActionView | undefined => views.find((view) => view.type === type);
  const { id } = opened.head;
  const links: ActionLink[] = [];
  const offer = (type: CommandType, label: string, to: string) => {
    if (allowed(type)) links.push({ type, label, to });
  };
  const target = allowed('acceptProposal')?.proposalId ?? allowed('editProposal')?.proposalId ?? '';
  const handler = opened.head.handler?.name;
  offer(
    'takeCharge',
    handler ? t('turn:actions.takeChargeInstead', { name: handler }) : t('turn:actions.takeCharge'),
    href(pages.dossier.takeCharge, { dossierId: id }),
  );
  offer('refuseToNegotiate', t('turn:actions.refuseToNegotiate'), href(pages.dossier.refuse, { dossierId: id }));
  offer(
    'acceptProposal',
    t('turn:actions.acceptProposal'),
    href(pages.dossier.acceptProposal, { dossierId: id, proposalId: target }),
  );
  // Proposing is not offered to the mediator here: the mediator's desk has its own form.
  if (opened.viewer !== 'mediator') {
    offer(
      'propose',
      t(openProposal(opened.state) ? 'turn:actions.counter' : 'turn:actions.propose'),
      href(pages.dossier.propose, { dossierId: id }),
    );
    offer(
      'editProposal',
      t('turn:actions.editProposal'),
      href(pages.dossier.editProposal, { dossierId: id, proposalId: target }),
    );
  }
  if (views.some((view) => view.type === 'postMessage')) {
    links.push({
      type: 'postMessage',
      label: t('turn:actions.postMessage'),
      to: href(pages.dossier.messages, { dossierId: id }),
    });
  }
  offer('addDocument', t('turn:actions.addDocument'), `${href(pages.dossier.documents, { dossierId: id })}#ajouter`);
  offer('requestMediation', t('turn:actions.requestMediation'), href(pages.dossier.mediation, { dossierId: id }));
  offer('closeDossier', t('turn:actions.closeDossier'), href(pages.dossier.close, { dossierId: id }));
  return links;
}

/** Why mediation cannot be asked for yet, and from when; null when it can, or when that is not a question now. */
export function mediationWait(opened: Opened): { from: string | null } | null {
  if (opened.state.status !== 'negotiation') return null;
  const view = actionFor(opened.state, opened.actor, opened.now, 'requestMediation');
  return view.why === 'mediation.too_soon' ? { from: view.from } : null;
}
