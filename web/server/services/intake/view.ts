import { categories, subcategories } from '#content/lists/categories.ts';
import { choices, label } from '#content/lists/index.ts';
import { formatBytes, formatDateTime, formatTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { typeset } from '#content/texts/typography.ts';
import { incompatiblePairs } from '#domain/agreement/remedies.ts';
import { advised } from '#domain/problem/missing.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { downloadAddress } from '../dossier/documents.ts';
import { presentAgreementPreview } from '#content/agreement-preview.ts';
import { readerOf } from '#content/reader.ts';
import { agreementPreview } from '../dossier/agreement-preview.ts';
import { mayChange } from './documents.ts';
import type { Draft } from './draft.ts';
import { leftToDo } from './left.ts';

/** A draft as its pages show it, in the reader's language: answers, choices, what is left, the parties of the agreement to come. */
export function presentDraft(draft: Draft, language: Language, t: Translate) {
  const { opened, parties, problem, remedies, terms } = draft;
  const { head, state } = opened;
  const catalogue = remedyCatalogue(language);
  const left = leftToDo(draft, draft.missing).map((each) => {
    const name = each.field.split('.').at(-1) ?? '';
    const field = catalogue.find(({ code }) => code === each.remedy)?.fields.find((one) => one.name === name);
    return { ...each, fieldLabel: field?.label ?? t(`intake:fields.${name}.label`, { defaultValue: '' }) };
  });
  return {
    id: head.id,
    number: head.number,
    title: head.title,
    expired: state.status === 'expired' || opened.now > state.draftExpiresAt,
    expiresAt: formatDateTime(language, state.draftExpiresAt),
    savedAt: draft.savedAt ? formatTime(language, draft.savedAt) : null,
    writable: draft.writable,
    mayAddDocuments: draft.mayAddDocuments,
    /** Who writes, when it is not the reader. */
    representedBy: opened.viewer === 'representedConsumer' ? (head.representative?.name ?? '') : null,
    actsForConsumer: opened.viewer === 'consumerRepresentative',
    parties,
    problem,
    remedies,
    terms,
    consumer: { ...head.consumer, ...confirmed(parties) },
    merchant: head.merchant,
    representative: head.representative
      ? { name: head.representative.name, status: state.representative?.status ?? 'invited' }
      : null,
    documents: draft.documents.map((document) => ({
      id: document.id,
      title: document.title,
      kind: document.kind,
      kindLabel: label('documentKinds', document.kind, language),
      fileName: document.fileName,
      size: formatBytes(language, document.byteSize),
      picture: document.mediaType.startsWith('image/'),
      download: downloadAddress(head.id, document.id),
      mayChange: !document.published && mayChange(draft, document.ownerId),
    })),
    steps: draft.steps,
    left,
    advice: advised({ parties, problem, proposal: { remedies, terms }, documents: draft.documents }),
    catalogue,
    incompatible: incompatiblePairs
      .filter(([a, b]) => [a, b].every((code) => remedies.some((remedy) => remedy.code === code)))
      .map(([a, b]) => ({ remedy: label('remedies', a, language), other: label('remedies', b, language) })),
    sheet: draftSheet(draft, language, t),
    lists: listsIn(language),
  };
}

/** The agreement as it would read if the merchant accepted this draft (F-094), with the details confirmed for this dossier. */
function draftSheet(draft: Draft, language: Language, t: Translate) {
  const { opened, remedies, terms } = draft;
  const { head } = opened;
  const here = { ...opened, head: { ...head, consumer: { ...head.consumer, ...confirmed(draft.parties) } } };
  const words = {
    yes: t('intake:yes'),
    no: t('intake:no'),
    documents: Object.fromEntries(draft.documents.map(({ id, title }) => [id, title])),
  };
  const first = { content: { remedies, terms }, author: 'consumer', number: 1, version: 1 } as const;
  return presentAgreementPreview(readerOf(language), agreementPreview(here, first), words);
}

/** The consumer's confirmed details are those of this dossier, and stay so whatever the profile becomes. */
function confirmed(parties: Draft['parties']) {
  const { phone, addressLine, city, province, postalCode } = parties;
  const given = { phone, addressLine, city, province, postalCode };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof typeof given, string>
  >;
}

function listsIn(language: Language) {
  const text = (item: { fr: string; en: string }) => (language === 'fr' ? typeset(item.fr) : item.en);
  return {
    /** Both levels in one field: `meubles.matelas`, or `funeraire` alone. */
    categories: categories.map((category) => ({
      code: category.code,
      label: text(category),
      kinds: subcategories
        .filter(({ parent }) => parent === category.code)
        .map((kind) => ({ code: `${category.code}.${kind.code}`, label: text(kind) })),
    })),
    conditions: choices('conditions', language),
    contractPlaces: choices('contractPlaces', language),
    paymentMethods: choices('paymentMethods', language),
    problemNature: choices('problemNature', language),
    priorStepMeans: choices('priorStepMeans', language),
    documentKinds: choices('documentKinds', language),
  };
}
