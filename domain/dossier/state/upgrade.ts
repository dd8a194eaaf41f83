import { morningAfter } from '../../calendar/durations.ts';
import type { Dossier, Instant, Mediation, MediationReport } from '../types.ts';

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
    sideSilentAt: state.sideSilentAt === undefined ? sideSilentBefore(state) : state.sideSilentAt,
    draftSince: state.draftSince ?? state.createdAt,
    documents: state.documents ?? [],
    contentReaders: state.contentReaders ?? [],
    proposals: state.proposals.map((each) => ({ ...each, revisionsAsked: each.revisionsAsked ?? [] })),
  };
  const { mediation } = upgraded;
  if (!mediation) return upgraded;
  const { lastReport, ...kept } = mediation as Mediation & { lastReport?: MediationReport | null };
  const { targetSince, lastWordAt, lastActAt, closingAnnouncedAt, mediatorId, assignedAt } = kept;
  const { openedCaucuses, recused, openReports } = kept;
  // A mediator of before the declaration was asked for is at work already (ADR 31).
  const declaredAt = mediation.declaredAt === undefined ? assignedAt : mediation.declaredAt;
  return {
    ...upgraded,
    mediation: {
      ...kept,
      targetSince: targetSince ?? null,
      lastWordAt: lastWordAt ?? null,
      // Of what a mediator did before it was noted, what they wrote to both sides is known.
      lastActAt: lastActAt === undefined ? (lastWordAt ?? null) : lastActAt,
      // A mediator of before announces the closing as any other, when they come to it (ADR 49).
      closingAnnouncedAt: closingAnnouncedAt ?? null,
      declaredAt,
      // Of those who mediated before it was noted, the present one alone is known.
      ledBy: kept.ledBy ?? (declaredAt && mediatorId ? [mediatorId] : []),
      recused: recused ?? [],
      openedCaucuses: openedCaucuses ?? [],
      // Before each report was answered by itself the last one alone was kept, and not whether it was answered: the Office reads it once more.
      openReports: openReports ?? (lastReport ? [lastReport] : []),
    },
  };
}

/** Of a state written before it was noted: at the end of the ladder the Office had been told, whatever is answered meanwhile. */
function sideSilentBefore({ passed, awaiting, policy }: Dossier): Instant | null {
  if (!awaiting || !passed.includes('turnAlert')) return null;
  return morningAfter(awaiting.since, policy.turnAlert);
}
