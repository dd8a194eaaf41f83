import { publishedJustification } from '#db/content/justifications.ts';
import { deadlines, type Closing } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { officialDocuments } from '../documents/documents.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, type Named } from '../open-dossier/party-names.ts';

/** How a dossier ended, with the reason and justification that everyone on it reads (F-104, F-132). */
export type DossierEnding = Pick<Closing, 'outcome' | 'at' | 'by' | 'reason'> & {
  justification: string | null;
  /** The agreement was concluded, and its document is not there yet. */
  preparing: boolean;
  /** Who left the mediation, where the dossier then closed by itself. */
  left: Named | null;
  /** The reader receives the kit on other remedies. */
  kit: boolean;
  /** Until when messages between the parties stay open, for the parties. */
  messagesUntil: string | null;
  /** When the content is erased. */
  erasedAt: string | null;
};

/** Null while it has not ended, and for those who may not know how. */
export async function endingOf({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<DossierEnding | null> {
  const { state, side, phase } = opened;
  const { closing } = state;
  if (!closing || !opened.can('closing')) return null;
  const { outcome, at, by, reason, justificationId: id } = closing;
  const withdrawal = state.mediation?.withdrawal;
  const official = outcome === 'agreement' ? await officialDocuments({ db }, opened) : null;
  const justification = id && (await publishedJustification(db, { dossierId: opened.summaryRow.id, id }));
  return {
    outcome,
    at,
    by,
    reason,
    justification,
    preparing: official?.preparing === 'agreement',
    left: by === 'system' && withdrawal ? named(opened, withdrawal.side) : null,
    kit: outcome !== 'agreement' && side === 'consumer',
    messagesUntil: phase === 'afterAgreement' && side ? state.messagesOpenUntil : null,
    erasedAt: deadlines(state).find((deadline) => deadline.kind === 'purge')?.at ?? null,
  };
}
