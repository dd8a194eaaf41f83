import { agreementPaper } from '#content/documents/agreement.ts';
import { attestationPaper } from '#content/documents/attestation.ts';
import type { Paper } from '#content/documents/paper.ts';
import { label } from '#content/lists/index.ts';
import { translator, type Language } from '#content/texts/index.ts';
import { remedyLines, type RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { dossierDocuments, proposalContents } from '#db/queries/dossier-content.ts';
import { justifications, namesOf, type DossierHead } from '#db/queries/dossier-page.ts';
import type { Db } from '#db/queries/sql.ts';
import { buildAgreement } from '#domain/agreement/model.ts';
import { remedyFields } from '#domain/agreement/remedies.ts';
import { remedyCodes } from '#domain/agreement/types.ts';

/** The agreement that a closed dossier concluded, from the very version that was accepted. */
export async function agreementOf(db: Db, head: DossierHead, certificate: string, language: Language): Promise<Paper> {
  const t = translator(language);
  const { state } = head;
  const concluded = state.closing?.agreement;
  const proposal = state.proposals.find(({ id }) => id === concluded?.proposalId);
  const version = proposal?.versions.find((each) => each.version === concluded?.version);
  if (!state.closing || !proposal || !version) throw new Error('no agreement was concluded');
  const content = (await proposalContents(db, head.id)).find(({ id }) => id === version.contentId);
  if (!content) throw new Error('the accepted version is not there');
  const names = await namesOf(
    db,
    proposal.acceptances.map(({ by }) => by),
  );
  const documents = await dossierDocuments(db, head.id, state.consumerId);
  const acceptances = proposal.acceptances.map(({ side, by, at }) => ({
    side,
    name: names.get(by) ?? '',
    role: t(`documents:roles.${side}`),
    at,
  }));
  const model = buildAgreement({
    dossierNumber: head.number,
    proposalVersion: version.version,
    author: proposal.author,
    consumer: { ...head.consumer, actedBy: representedBy(head) },
    merchant: { ...head.merchant, actedBy: head.handler?.name ?? null },
    mediator: proposal.author === 'mediator' ? (head.mediator?.name ?? null) : null,
    problemTitle: head.title || label('problemKinds', head.problemKind, language),
    content: { remedies: content.remedies, terms: content.terms },
    acceptances,
    concludedAt: state.closing.at,
  });
  const words = {
    yes: t('documents:yes'),
    no: t('documents:no'),
    documents: Object.fromEntries(documents.map(({ id, title }) => [id, title])),
  };
  return agreementPaper(
    model,
    remedyLines(model.remedies, catalogue(language), words, language),
    certificate,
    language,
  );
}

/** The attestation of a mediation that failed; of what was said, only the mediator's summary of the problem's nature (F-134). */
export async function attestationOf(db: Db, head: DossierHead, officeName: string, language: Language): Promise<Paper> {
  const { closing, mediation } = head.state;
  if (!closing || !mediation) throw new Error('no mediation has ended');
  const [nature] = await justifications(db, head.id, closing.natureId ? [closing.natureId] : []);
  const parties = buildAgreement({
    dossierNumber: head.number,
    proposalVersion: 0,
    author: 'mediator',
    consumer: { ...head.consumer, actedBy: representedBy(head) },
    merchant: { ...head.merchant, actedBy: head.handler?.name ?? null },
    problemTitle: head.title,
    content: { remedies: [], terms: '' },
  });
  const facts = {
    number: head.number,
    officeName,
    consumer: parties.consumer,
    merchant: parties.merchant,
    mediator: head.mediator ?? { name: '', accreditation: '' },
    began: mediation.startedAt ?? mediation.requestedAt,
    ended: closing.at,
    nature: nature?.body ?? '',
  };
  return attestationPaper(facts, language);
}

function representedBy({ state, representative }: DossierHead): string | null {
  return state.representative?.status === 'active' ? (representative?.name ?? null) : null;
}

function catalogue(language: Language): RemedyCatalogue {
  return remedyCodes.map((code) => ({
    code,
    label: label('remedies', code, language),
    hint: '',
    fields: remedyFields[code].map(({ choices, ...field }) => ({
      ...field,
      label: label('remedyFields', `${code}.${field.name}`, language),
      ...(choices
        ? {
            choices: choices.map((each) => ({
              code: each,
              label: label('remedyChoices', `${field.name}.${each}`, language),
            })),
          }
        : {}),
    })),
  }));
}
