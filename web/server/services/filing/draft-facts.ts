import { incompatiblePairs } from '#domain/agreement/remedies.ts';
import { advised } from '#domain/problem/missing-fields.ts';
import { agreementPreview } from '../dossier/proposals/agreement-preview.ts';
import { canChange } from './draft-documents.ts';
import type { Draft } from './load-draft.ts';
import { remainingFields } from './remaining-fields.ts';

/** A draft as its pages ask for it: answers, what is left to do, the parties of the agreement to come. Codes and instants, no words. */
export function draftFacts(draft: Draft) {
  const { opened, parties, problem, remedies, terms } = draft;
  const { summaryRow, state } = opened;
  const consumer = { ...summaryRow.consumer, ...confirmed(parties) };
  return {
    id: summaryRow.id,
    number: summaryRow.number,
    title: summaryRow.title,
    expired: state.status === 'expired' || opened.now > state.draftExpiresAt,
    expiresAt: state.draftExpiresAt,
    savedAt: draft.savedAt,
    writable: draft.writable,
    canAddDocuments: draft.canAddDocuments,
    /** Who writes, when it is not the reader. */
    representedBy: opened.readerRole === 'representedConsumer' ? (summaryRow.representative?.name ?? '') : null,
    actsForConsumer: opened.readerRole === 'consumerRepresentative',
    parties,
    problem,
    remedies,
    terms,
    consumer,
    merchant: summaryRow.merchant,
    representative: summaryRow.representative
      ? { name: summaryRow.representative.name, status: state.representative?.status ?? 'invited' }
      : null,
    documents: draft.documents.map(({ id, title, kind, fileName, byteSize, mediaType, published, ownerId, scan }) => ({
      id,
      title,
      kind,
      fileName,
      byteSize,
      mediaType,
      canChange: !published && canChange(draft, ownerId),
      scan,
      canOpen: scan === 'clean' || (scan === 'quarantined' && ownerId === opened.user.id),
    })),
    steps: draft.steps,
    remaining: remainingFields(draft, draft.missing),
    advice: advised({ parties, problem, proposal: { remedies, terms }, documents: draft.documents }),
    /** Remedies that were chosen and cannot go together. */
    incompatible: incompatiblePairs.filter((pair) =>
      pair.every((code) => remedies.some((remedy) => remedy.code === code)),
    ),
    /** The agreement as it would read if the merchant accepted this draft (F-094), with the details confirmed for this dossier. */
    agreement: agreementPreview(
      { ...opened, summaryRow: { ...summaryRow, consumer } },
      { content: { remedies, terms }, author: 'consumer', number: 1, version: 1 },
    ),
  };
}

/** The consumer's confirmed details are those of this dossier, and do not follow later changes of the profile. */
function confirmed(parties: Draft['parties']) {
  const { phone, addressLine, city, province, postalCode } = parties;
  const details = { phone, addressLine, city, province, postalCode };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof typeof details, string>
  >;
}
