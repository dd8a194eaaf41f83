import { dossierPaths } from '#contracts/dossier-paths.ts';
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
    dossierPaths.takeCharge(id),
  );
  offer('refuseToNegotiate', t('turn:actions.refuseToNegotiate'), dossierPaths.refuse(id));
  offer('acceptProposal', t('turn:actions.acceptProposal'), dossierPaths.acceptProposal(id, target));
  // Proposing is not offered to the mediator here: the mediator's desk has its own form.
  if (opened.viewer !== 'mediator') {
    offer(
      'propose',
      t(openProposal(opened.state) ? 'turn:actions.counter' : 'turn:actions.propose'),
      dossierPaths.propose(id),
    );
    offer('editProposal', t('turn:actions.editProposal'), dossierPaths.editProposal(id, target));
  }
  if (views.some((view) => view.type === 'postMessage')) {
    links.push({ type: 'postMessage', label: t('turn:actions.postMessage'), to: dossierPaths.messages(id) });
  }
  offer('addDocument', t('turn:actions.addDocument'), `${dossierPaths.documents(id)}#ajouter`);
  offer('requestMediation', t('turn:actions.requestMediation'), dossierPaths.mediation(id));
  offer('closeDossier', t('turn:actions.closeDossier'), dossierPaths.close(id));
  return links;
}

/** Why mediation cannot be asked for yet, and from when; null when it can, or when that is not a question now. */
export function mediationWait(opened: Opened): { from: string | null } | null {
  if (opened.state.status !== 'negotiation') return null;
  const view = actionFor(opened.state, opened.actor, opened.now, 'requestMediation');
  return view.why === 'mediation.too_soon' ? { from: view.from } : null;
}
