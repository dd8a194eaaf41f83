import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { requireStatus, requireTimeLeft, requireValue } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import { authorOf } from '../state/parties.ts';
import { activeStatuses } from '../state/statuses.ts';
import type { Actor, Author, Dossier, Instant } from '../types.ts';

/** F-033, F-072: a document is filed while the dossier is under way; the mediator's during mediation. */
export function addDocument(state: Dossier, command: CommandOf<'addDocument'>, now: Instant): EventBody[] {
  const side = requireFiling(state, command.by, now);
  const { documentId } = command;
  requireValue(documentId);
  if (state.documents.some((document) => document.id === documentId)) throw new DomainError('document.not_allowed');
  return [{ type: 'documentAdded', documentId, side }];
}

/** the side that filed a document withdraws it; a tombstone with its reason stays. */
export function withdrawDocument(state: Dossier, command: CommandOf<'withdrawDocument'>, now: Instant): EventBody[] {
  const side = requireFiling(state, command.by, now);
  const { documentId, justificationId } = command;
  requireValue(justificationId);
  const document = state.documents.find(({ id }) => id === documentId);
  if (document?.side !== side || document.withdrawnAt) throw new DomainError('document.not_allowed');
  return [{ type: 'documentWithdrawn', documentId, justificationId }];
}

function requireFiling(state: Dossier, actor: Actor, now: Instant): Author {
  const side = authorOf(actor);
  if (!side) throw new DomainError('document.not_allowed');
  if (side === 'mediator') requireStatus(state, 'mediation');
  else requireStatus(state, ...activeStatuses);
  requireTimeLeft(state, now);
  return side;
}
