import type { Dossier } from '../types.ts';

/** Version of the shape that this code writes. */
const stateVersion = 1;

/**
 * A state read back from the journal, from continue-as-new or from a query, in today's shape. Every version ever released is accepted; an
 * added field gets here the value that means « nothing happened yet ».
 *
 * @throws Error when the state was written by newer code: a worker must not guess at what it does not know.
 */
export function upgradeState(stored: unknown): Dossier {
  const state = stored as Dossier;
  if (state?.v !== stateVersion) throw new Error(`unknown version of a dossier's state: ${String(state?.v)}`);
  const upgraded = {
    ...state,
    draftSince: state.draftSince ?? state.createdAt,
    documents: state.documents ?? [],
    contentReaders: state.contentReaders ?? [],
    proposals: state.proposals.map((each) => ({ ...each, revisionsAsked: each.revisionsAsked ?? [] })),
  };
  const { mediation } = upgraded;
  if (!mediation) return upgraded;
  const { targetSince, lastWordAt, closingAnnouncedAt, mediatorId, assignedAt, openedCaucuses, recused } = mediation;
  // A mediator of before the declaration was asked for is at work already (ADR 31).
  const declaredAt = mediation.declaredAt === undefined ? assignedAt : mediation.declaredAt;
  // Of those who mediated before it was noted, the last one alone is known.
  const mediatedBy = mediation.mediatedBy === undefined ? declaredAt && mediatorId : mediation.mediatedBy;
  return {
    ...upgraded,
    mediation: {
      ...mediation,
      targetSince: targetSince ?? null,
      lastWordAt: lastWordAt ?? null,
      // A mediator of before announces the closing as any other, when they come to it (ADR 49).
      closingAnnouncedAt: closingAnnouncedAt ?? null,
      declaredAt,
      mediatedBy,
      ledBy: mediation.ledBy ?? (mediatedBy === null ? [] : [mediatedBy]),
      recused: recused ?? [],
      openedCaucuses: openedCaucuses ?? [],
    },
  };
}
