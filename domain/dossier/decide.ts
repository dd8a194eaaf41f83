import type { Command } from './commands.ts';
import { breakGlass, endBreakGlass } from './decide/break-glass.ts';
import { closeDossier, closeMediation, refuseToNegotiate } from './decide/closing.ts';
import { passDeadline } from './decide/deadlines.ts';
import { createDossier, extendDraft, submitDossier } from './decide/draft.ts';
import { addDocument, withdrawDocument } from './decide/documents.ts';
import { giveCharge, takeCharge } from './decide/parties/take-charge.ts';
import { askForRevision } from './decide/mediation/revision.ts';
import {
  assignMediator,
  declareNoConflict,
  openCaucus,
  recuse,
  releaseMediator,
  reportToOffice,
  requestMediation,
  withdrawFromMediation,
} from './decide/mediation/mediation.ts';
import { postMessage, shareMessages } from './decide/messages.ts';
import { acceptProposal, editProposal, propose, withdrawAcceptance } from './decide/negotiation.ts';
import { contactSide, nudge } from './decide/nudge.ts';
import { answerReport } from './decide/mediation/reports.ts';
import { acceptInvitation, nameRepresentative, removeRepresentative } from './decide/parties/representation.ts';
import { DomainError } from './errors.ts';
import type { DossierEvent, EventBody } from './events.ts';
import { authorize } from './guards.ts';
import { requireRoom } from './room.ts';
import type { Dossier, Instant } from './types.ts';

/**
 * What follows from a command: the rules of requirements C to I, as a pure function.
 *
 * @param state the dossier, or null when it does not exist yet.
 * @param now when the command is judged; the events carry it.
 * @returns at least one event, in the order in which `evolve` must apply them.
 * @throws DomainError with the code of the rule that refuses.
 */
export function decide(state: Dossier | null, command: Command, now: Instant): DossierEvent[] {
  const events = bodies(state, command, now);
  // Last: a person is told first what the dossier itself refuses.
  if (state) requireRoom(state, command);
  return events.map((body) => ({ ...body, by: command.by, at: now }));
}

function bodies(state: Dossier | null, command: Command, now: Instant): EventBody[] {
  if (!state) {
    if (command.type !== 'createDossier') throw new DomainError('dossier.unknown');
    return createDossier(command);
  }
  if (command.type === 'createDossier') throw new DomainError('dossier.exists');
  if (state.status === 'purged') throw new DomainError('dossier.purged');
  authorize(state, command);
  switch (command.type) {
    case 'submitDossier':
      return submitDossier(state, command, now);
    case 'extendDraft':
      return extendDraft(state, command, now);
    case 'nameRepresentative':
      return nameRepresentative(state, command, now);
    case 'acceptInvitation':
      return acceptInvitation(state, command, now);
    case 'removeRepresentative':
      return removeRepresentative(state, command);
    case 'takeCharge':
      return takeCharge(state, command, now);
    case 'giveCharge':
      return giveCharge(state, command, now);
    case 'refuseToNegotiate':
      return refuseToNegotiate(state, command);
    case 'propose':
      return propose(state, command);
    case 'editProposal':
      return editProposal(state, command);
    case 'acceptProposal':
      return acceptProposal(state, command);
    case 'withdrawAcceptance':
      return withdrawAcceptance(state, command);
    case 'askForRevision':
      return askForRevision(state, command);
    case 'postMessage':
      return postMessage(state, command, now);
    case 'shareMessages':
      return shareMessages(state, command);
    case 'openCaucus':
      return openCaucus(state, command);
    case 'addDocument':
      return addDocument(state, command, now);
    case 'withdrawDocument':
      return withdrawDocument(state, command, now);
    case 'closeDossier':
      return closeDossier(state, command);
    case 'requestMediation':
      return requestMediation(state, command, now);
    case 'assignMediator':
      return assignMediator(state, command, now);
    case 'declareNoConflict':
      return declareNoConflict(state);
    case 'recuse':
      return recuse(state, command);
    case 'releaseMediator':
      return releaseMediator(state, command);
    case 'withdrawFromMediation':
      return withdrawFromMediation(state, command);
    case 'reportToOffice':
      return reportToOffice(state, command, now);
    case 'closeMediation':
      return closeMediation(state, command);
    case 'nudge':
      return nudge(state, command);
    case 'contactSide':
      return contactSide(state, command);
    case 'answerReport':
      return answerReport(state, command);
    case 'breakGlass':
      return breakGlass(state, command, now);
    case 'endBreakGlass':
      return endBreakGlass(state, command, now);
    case 'passDeadline':
      return passDeadline(state, command, now);
  }
}
