import { actionFor, actions, openProposal, type ActionView, type CommandType } from '#domain/dossier/index.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** Something that this person can do now. `answer`, `read` and `discuss` are pages to go to; the others are acts of the rules. */
export type OfferedAction =
  /** `insteadOf`: who has charge now. */
  | { type: 'takeCharge'; insteadOf: string | null }
  | { type: 'acceptProposal' | 'editProposal'; proposalId: string }
  /** `counter`: it would answer a proposal. */
  | { type: 'propose'; counter: boolean }
  | { type: 'refuseToNegotiate' | 'postMessage' | 'addDocument' | 'requestMediation' | 'closeDossier' }
  | { type: 'answer' | 'read' | 'discuss' };

/** What this person may do now, in the order in which it is offered. */
export function offeredActions(opened: OpenDossier): OfferedAction[] {
  const views = actions(opened.state, opened.actor, opened.now).filter((view) => view.allowed);
  const allowed = (type: CommandType): ActionView | undefined => views.find((view) => view.type === type);
  const target = allowed('acceptProposal')?.proposalId ?? allowed('editProposal')?.proposalId ?? '';
  // Proposing is not offered to the mediator here: the mediator's desk has its own form.
  const mediator = opened.readerRole === 'mediator';
  const offered: (OfferedAction & { type: CommandType })[] = [
    { type: 'takeCharge', insteadOf: opened.summaryRow.handler?.name ?? null },
    { type: 'refuseToNegotiate' },
    { type: 'acceptProposal', proposalId: target },
    ...(mediator
      ? []
      : ([
          { type: 'propose', counter: openProposal(opened.state) !== null },
          { type: 'editProposal', proposalId: target },
        ] as const)),
    { type: 'postMessage' },
    { type: 'addDocument' },
    { type: 'requestMediation' },
    { type: 'closeDossier' },
  ];
  return offered.filter(({ type }) => allowed(type));
}

/** True while mediation cannot be asked for yet; false when it can, or when that is not a question now. */
export function isTooSoonForMediation(opened: OpenDossier): boolean {
  if (opened.state.status !== 'negotiation') return false;
  return actionFor(opened.state, opened, 'requestMediation').why === 'mediation.too_soon';
}
