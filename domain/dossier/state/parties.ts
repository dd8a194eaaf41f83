import type { Actor, Author, Dossier, Side } from '../types.ts';

/** Account of an actor; null for the system. */
export function userIdOf(actor: Actor): string | null {
  return actor.role === 'system' ? null : actor.userId;
}

export { isRepresented } from '../../access/access-view.ts';

/** Side of a role: whom a person speaks for. Null for the mediator, the Office and the system. */
export function sideOf(actor: Actor): Side | null {
  switch (actor.role) {
    case 'consumer':
    case 'consumerRepresentative':
      return 'consumer';
    case 'respondent':
    case 'merchantRepresentative':
      return 'merchant';
    case 'mediator':
    case 'officer':
    case 'system':
      return null;
  }
}

/** As {@link sideOf}, with the mediator as an author. */
export function authorOf(actor: Actor): Author | null {
  return actor.role === 'mediator' ? 'mediator' : sideOf(actor);
}

export function otherSide(side: Side): Side {
  return side === 'consumer' ? 'merchant' : 'consumer';
}

/** In what quality an account acted for an author: a consumer for themself, everyone else for the party whom they represent (F-071). */
export function qualityOf(state: Dossier, author: Author, userId: string): 'mediator' | 'consumer' | 'represents' {
  if (author === 'mediator') return 'mediator';
  return author === 'consumer' && userId === state.consumerId ? 'consumer' : 'represents';
}

/** Whether the Office may name that account to mediate: somebody else than now, who has no other place here and never handed this dossier back (ADR 49). */
export function mayBeNamed(state: Dossier, userId: string): boolean {
  const { mediatorId = null, recused = [] } = state.mediation ?? {};
  return userId !== mediatorId && !recused.includes(userId) && !isPartyElsewhere(state, userId, 'mediator');
}

/** Whether that account already has another place in the dossier: nobody is on two sides. */
export function isPartyElsewhere(state: Dossier, userId: string, seat: Author): boolean {
  return (
    (seat !== 'consumer' && (state.consumerId === userId || state.representative?.userId === userId)) ||
    (seat !== 'merchant' && state.handlerId === userId) ||
    (seat !== 'mediator' && state.mediation?.mediatorId === userId)
  );
}
