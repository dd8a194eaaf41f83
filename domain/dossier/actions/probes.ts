import { threadNames, type CommandBody, type CommandType } from '../commands.ts';
import { authorOf } from '../state/parties.ts';
import { standardPolicy } from '../policy.ts';
import { currentVersion, openProposal } from '../state/proposals.ts';
import type { Actor, Dossier, Instant } from '../types.ts';

/** The nil UUID (RFC 9562): stands for the id of a row that the person has yet to write, and is the id of none. */
const newId = '00000000-0000-0000-0000-000000000000';

/** Stands for a code that the person has yet to choose; rules only ask that there is one. */
const someReason = 'other';

/** For whom and when a command is tried. */
type Circumstances = { state: Dossier | null; actor: Actor; now: Instant };

/**
 * The commands that stand for a type when nobody has filled it in yet: as well formed as they can be in this state. One per thread for
 * `postMessage`, none for what no person gives.
 */
export function wellFormedCommands(type: CommandType, { state, actor, now }: Circumstances): CommandBody[] {
  const open = state && openProposal(state);
  const proposalId = open?.id ?? newId;
  const version = open ? currentVersion(open).version : 1;
  const written = { reason: someReason, justificationId: newId };
  switch (type) {
    case 'createDossier':
      return [{ type, dossierId: newId, merchantId: newId, policy: state?.policy ?? standardPolicy }];
    case 'submitDossier':
      return [{ type, proposalId: newId, contentId: newId }];
    case 'extendDraft':
      return [{ type, until: later(state && state.draftExpiresAt > now ? state.draftExpiresAt : now) }];
    case 'nameRepresentative':
      return [{ type, invitationId: newId }];
    case 'acceptInvitation':
      return [{ type, invitationId: state?.representative?.invitationId ?? newId }];
    case 'takeCharge':
      return [{ type, replaces: state?.handlerId ?? null }];
    case 'giveCharge':
      return [{ type, to: newId, replaces: state?.handlerId ?? null }];
    case 'propose':
      return [{ type, proposalId: newId, contentId: newId, answers: open?.id ?? null }];
    case 'editProposal':
      return [{ type, proposalId, version, contentId: newId }];
    case 'acceptProposal':
      return [{ type, proposalId, version, read: true }];
    case 'withdrawAcceptance':
      return [{ type, proposalId }];
    case 'askForRevision':
      return [{ type, proposalId, version }];
    case 'postMessage':
      return threadNames.map((thread) => ({ type, thread, messageId: newId }));
    case 'shareMessages':
      return [{ type, shareId: newId, count: 1 }];
    case 'addDocument':
      return [{ type, documentId: newId }];
    case 'withdrawDocument':
      return [{ type, documentId: ownDocument(state, actor) ?? newId, justificationId: newId }];
    case 'assignMediator':
      return [
        {
          ...{ type, mediatorId: newId, replaces: state?.mediation?.mediatorId ?? null },
          ...{ mustDeclare: true, unlessRecused: true },
        },
      ];
    case 'reportToOffice':
      return [{ type, kind: 'imminent', side: null, newTarget: null }];
    case 'releaseMediator':
      return [{ type, mediatorId: state?.mediation?.mediatorId ?? newId }];
    case 'recuse':
      return [{ type, reason: someReason }];
    case 'refuseToNegotiate':
    case 'closeDossier':
    case 'withdrawFromMediation':
    case 'breakGlass':
      return [{ type, ...written }];
    case 'closeMediation':
      return [{ type, ...written, natureId: newId, mustAnnounce: true }];
    case 'nudge':
      return [{ type, side: 'merchant' }];
    case 'contactSide':
      return [{ type, side: 'merchant', way: 'reached' }];
    case 'answerReport': {
      const open = state?.mediation?.openReports[0];
      return [{ type, report: open?.at ?? now, answer: open?.kind === 'nudge' ? 'unreachable' : 'seen' }];
    }
    case 'removeRepresentative':
    case 'requestMediation':
    case 'declareNoConflict':
    case 'openCaucus':
    case 'endBreakGlass':
      return [{ type }];
    case 'passDeadline':
      return [];
  }
}

function ownDocument(state: Dossier | null, actor: Actor): string | null {
  const side = authorOf(actor);
  return state?.documents.find((document) => document.side === side && !document.withdrawnAt)?.id ?? null;
}

function later(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1000).toISOString();
}
