import { actionFor, actions, openProposal, type ActionView, type CommandType } from '#domain/dossier/index.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** Something that this person can do now. `answer`, `read`, `discuss` and `notes` are pages to go to; the others are acts of the rules. */
export type OfferedAction =
  /** `insteadOf`: who has charge now. */
  | { type: 'takeCharge'; insteadOf: string | null }
  | { type: 'acceptProposal' | 'editProposal' | 'askForRevision'; proposalId: string }
  /** Whether it would answer a proposal, or be the mediator's first. */
  | { type: 'propose'; as: 'proposal' | 'counter' | 'initial' }
  | { type: 'giveCharge' | 'refuseToNegotiate' | 'postMessage' | 'addDocument' | 'requestMediation' | 'closeDossier' }
  | { type: 'withdrawFromMediation' | 'reportToOffice' | 'recuse' | 'assignMediator' }
  /** Whether the parties were told already; else that comes first (F-131). */
  | { type: 'closeMediation'; announced: boolean }
  | { type: 'shareMessages' }
  | { type: 'answer' | 'read' | 'discuss' | 'notes' };

/** What this person may do now, in the order in which it is offered. */
export function offeredActions(opened: OpenDossier): OfferedAction[] {
  const views = actions(opened.state, opened.actor, opened.now).filter(isOffered);
  const allowed = (type: CommandType): ActionView | undefined => views.find((view) => view.type === type);
  const target = allowed('acceptProposal')?.proposalId ?? allowed('editProposal')?.proposalId ?? '';
  const as = opened.readerRole === 'mediator' ? 'initial' : openProposal(opened.state) ? 'counter' : 'proposal';
  const offered: (OfferedAction & { type: CommandType })[] = [
    { type: 'takeCharge', insteadOf: opened.summaryRow.handler?.name ?? null },
    { type: 'refuseToNegotiate' },
    { type: 'acceptProposal', proposalId: target },
    { type: 'askForRevision', proposalId: allowed('askForRevision')?.proposalId ?? '' },
    { type: 'propose', as },
    { type: 'editProposal', proposalId: target },
    { type: 'postMessage' },
    { type: 'addDocument' },
    { type: 'shareMessages' },
    { type: 'requestMediation' },
    { type: 'closeDossier' },
    { type: 'withdrawFromMediation' },
    { type: 'giveCharge' },
    { type: 'reportToOffice' },
    { type: 'closeMediation', announced: opened.state.mediation?.closingAnnouncedAt != null },
    { type: 'recuse' },
    { type: 'assignMediator' },
  ];
  const notes: OfferedAction[] = opened.readerRole === 'mediator' ? [{ type: 'notes' }] : [];
  return [...offered.filter(({ type }) => allowed(type)), ...notes];
}

/** What its own page says how to make possible is offered as well: the parties are told before a mediation is closed (F-131). */
function isOffered({ allowed, why }: ActionView): boolean {
  return allowed || why === 'mediation.parties_not_told';
}

/** True while mediation cannot be asked for yet; false when it can, or when that is not a question now. */
export function isTooSoonForMediation(opened: OpenDossier): boolean {
  if (opened.state.status !== 'negotiation') return false;
  return actionFor(opened.state, opened, 'requestMediation').why === 'mediation.too_soon';
}
