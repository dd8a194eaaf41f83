import { agreementDocument } from '#content/agreement/agreement-document.ts';
import { attestationDocument } from '#content/documents/attestation.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { label } from '#content/lists/index.ts';
import { translator, type Language } from '#content/texts/index.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { remedyLines } from '#content/texts/remedy-lines.ts';
import { dossierDocuments } from '#db/content/documents.ts';
import { proposalContents } from '#db/content/proposals.ts';
import { publishedJustification } from '#db/content/justifications.ts';
import type { Database } from '#db/database.ts';
import type { SummaryRow } from '#db/dossiers/summary-row.ts';
import type { ClosingIdentity } from '#db/dossiers/identity.ts';
import { buildAgreement, buildParties, documentNames, type PartySources } from '#domain/agreement/model.ts';
import { isRepresented, qualityOf, type Author } from '#domain/dossier/index.ts';

/** A closed dossier, its people as they were then, and the language of its documents. */
type Closed = { summaryRow: SummaryRow; who: ClosingIdentity; language: Language };

/** D-02: the agreement that a closed dossier concluded, from the very version that was accepted. */
export async function agreementOf(
  db: Database,
  { summaryRow, who, language }: Closed,
  certificate: string,
): Promise<DocumentModel> {
  const t = translator(language);
  const { state } = summaryRow;
  const concluded = state.closing?.agreement;
  const proposal = state.proposals.find(({ id }) => id === concluded?.proposalId);
  const version = proposal?.versions.find((each) => each.version === concluded?.version);
  if (!state.closing || !proposal || !version) throw new Error('no agreement was concluded');
  const content = (await proposalContents(db, summaryRow.id)).find(({ id }) => id === version.contentId);
  if (!content) throw new Error('the accepted version is not there');
  // What both parties could read: nobody's documents that wait to be deposited.
  const documents = (await dossierDocuments(db, summaryRow.id, state.consumerId)).filter(
    ({ publishedAt }) => publishedAt,
  );
  const acted = (author: Author, { by, at }: { by: string; at: string }) => ({
    name: who.names[by] ?? '',
    role: roleOf({ summaryRow, who, language }, author, by),
    at,
  });
  const acceptances = proposal.acceptances.map((each) => ({ side: each.side, ...acted(each.side, each) }));
  const model = buildAgreement({
    dossierNumber: summaryRow.number,
    proposalVersion: version.version,
    author: proposal.author,
    ...partiesOf(summaryRow, who),
    mediator: proposal.author === 'mediator' ? ((who.mediated ?? who.mediator)?.name ?? null) : null,
    problemTitle: who.title || label('problemKinds', summaryRow.problemKind, language),
    content: { remedies: content.remedies, terms: content.terms },
    proposedBy: acted(proposal.author, version),
    acceptances,
    concludedAt: state.closing.at,
  });
  const words = {
    yes: t('documents:yes'),
    no: t('documents:no'),
    documents: documentNames(documents),
  };
  return agreementDocument(model, {
    remedies: remedyLines(model.remedies, { catalogue: remedyCatalogue(language), words, language }),
    certificate,
    language,
  });
}

/** The attestation of a mediation that failed; of what was said, only the mediator's summary of the problem's nature (F-134). */
export async function attestationOf(
  db: Database,
  { summaryRow, who, language }: Closed,
  officeName: string,
): Promise<DocumentModel> {
  const { closing, mediation } = summaryRow.state;
  if (closing?.outcome !== 'mediationFailed' || !mediation) throw new Error('no mediation has failed');
  const mediator = who.mediated ?? who.mediator;
  if (!mediator) throw new Error('nobody has mediated');
  const nature =
    closing.natureId && (await publishedJustification(db, { dossierId: summaryRow.id, id: closing.natureId }));
  const model = {
    number: summaryRow.number,
    officeName,
    ...buildParties(partiesOf(summaryRow, who)),
    mediator,
    began: mediation.startedAt ?? mediation.requestedAt,
    ended: closing.at,
    nature: nature ?? '',
  };
  return attestationDocument(model, language);
}

/** In what quality a person acted, in words. */
function roleOf({ summaryRow, who, language }: Closed, author: Author, by: string): string {
  const party = author === 'mediator' ? '' : who[author].name.trim();
  return translator(language)(`documents:roles.${qualityOf(summaryRow.state, author, by)}`, { party });
}

/** The parties, each with the name of who acted for it when the dossier was closed. */
function partiesOf(summaryRow: SummaryRow, who: ClosingIdentity): PartySources {
  return {
    consumer: { ...who.consumer, actedBy: representedBy(summaryRow, who) },
    merchant: { ...who.merchant, actedBy: who.handler?.name ?? null },
  };
}

function representedBy({ state }: SummaryRow, { representative }: ClosingIdentity): string | null {
  return isRepresented(state) ? (representative?.name ?? null) : null;
}
