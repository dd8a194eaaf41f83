import { publishedJustification } from '#db/content/justifications.ts';
import { deadlines, type Mediation } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { named, type Named } from '../open-dossier/party-names.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** A side that leaves the mediation, until the dossier is closed: who, why, and when it closes by itself. */
export type Leaving = Pick<NonNullable<Mediation['withdrawal']>, 'at' | 'reason'> & {
  who: Named;
  justification: string | null;
  closesAt: string | null;
  /** Nobody leads the mediation, who could close it before. */
  unled: boolean;
};

/** Null while nobody leaves, and for those who are not in the mediation. */
export async function leavingOf({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<Leaving | null> {
  const { state } = opened;
  const withdrawal = state.mediation?.withdrawal;
  if (!withdrawal || state.closing || !opened.can('mediationRoom')) return null;
  const { side, at, reason, justificationId: id } = withdrawal;
  return {
    who: named(opened, side),
    at,
    reason,
    justification: await publishedJustification(db, { dossierId: opened.summaryRow.id, id }),
    closesAt: deadlines(state).find(({ kind, at: due }) => kind === 'withdrawalClose' && due >= opened.now)?.at ?? null,
    unled: state.mediation?.mediatorId === null,
  };
}
