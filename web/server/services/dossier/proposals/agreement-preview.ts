import { buildAgreement } from '#domain/agreement/model.ts';
import type { AgreementModel, ProposalContent } from '#domain/agreement/types.ts';
import { isRepresented, type Author } from '#domain/dossier/index.ts';
import { named, type Named } from '../open-dossier/party-names.ts';
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
  const { summaryRow, state } = opened;
  const { content, author, number, version } = proposal;
  const represented = isRepresented(state) ? (summaryRow.representative?.name ?? null) : null;
  return {
    agreement: buildAgreement({
      dossierNumber: summaryRow.number,
      proposalVersion: version,
      author,
      consumer: { ...summaryRow.consumer, actedBy: represented },
      merchant: { ...summaryRow.merchant, actedBy: summaryRow.handler?.name ?? null },
      mediator: author === 'mediator' ? ((summaryRow.mediated ?? summaryRow.mediator)?.name ?? null) : null,
      problemTitle: summaryRow.title,
      content,
    }),
    problemKind: summaryRow.problemKind,
    source: { number, version, author: named(opened, author) },
  };
}
