import { buildAgreement } from '#domain/agreement/model.ts';
import type { AgreementModel, ProposalContent } from '#domain/agreement/types.ts';
import { isRepresented, type Author } from '#domain/dossier/index.ts';
import { named, type Named } from '../open-dossier/names.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** The agreement that a proposal would make (F-094, A-14), and the proposal: its number in the dossier, its version, its author. */
export type AgreementPreview = {
  agreement: AgreementModel;
  problemKind: string;
  source: { number: number; version: number; author: Named };
};

export function agreementPreview(
  opened: OpenDossier,
  proposal: { content: ProposalContent; author: Author; number: number; version: number },
): AgreementPreview {
  const { head, state } = opened;
  const { content, author, number, version } = proposal;
  const represented = isRepresented(state) ? (head.representative?.name ?? null) : null;
  return {
    agreement: buildAgreement({
      dossierNumber: head.number,
      proposalVersion: version,
      author,
      consumer: { ...head.consumer, actedBy: represented },
      merchant: { ...head.merchant, actedBy: head.handler?.name ?? null },
      mediator: author === 'mediator' ? (head.mediator?.name ?? null) : null,
      problemTitle: head.title,
      content,
    }),
    problemKind: head.problemKind,
    source: { number, version, author: named(opened, author) },
  };
}
