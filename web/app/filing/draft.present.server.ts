import type { AppLoadContext } from '@remix-run/node';
import { categories, subcategories } from '#content/lists/categories.ts';
import type { Reader } from '#content/reader.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { typeset } from '#content/texts/typography.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { presentFilingPreview } from './agreement-preview.present.server.ts';
import type { DraftLists } from './types.ts';

/** A draft, as codes and instants. */
export type DraftFacts = ReturnType<AppLoadContext['services']['filing']['facts']>;

/** A draft as its screens show it. */
export type DraftView = ReturnType<typeof presentDraft>;

/** A draft in its reader's words: labels, choices, what is left to do, the agreement as it would be. */
export function presentDraft(reader: Reader, { agreement, ...draft }: DraftFacts) {
  const catalogue = remedyCatalogue(reader.language);
  return {
    ...draft,
    merchant: { ...draft.merchant, phone: reader.phone(draft.merchant.phone ?? '') },
    expiresAt: reader.dateTime(draft.expiresAt),
    savedAt: draft.savedAt ? reader.time(draft.savedAt) : null,
    documents: draft.documents.map(({ id, title, kind, fileName, byteSize, mediaType, canChange, scan, canOpen }) => ({
      id,
      title,
      kind,
      kindLabel: reader.label('documentKinds', kind),
      fileName,
      size: reader.bytes(byteSize),
      picture: mediaType.startsWith('image/'),
      download: canOpen ? href(pages.dossier.document, { dossierId: draft.id, documentId: id }) : null,
      /** Where the scanner stands; null once it has found nothing. */
      scan: scan === 'clean' ? null : reader.t(`dossier:documents.scan.${scan}`),
      canChange,
    })),
    remaining: draft.remaining.map((each) => {
      const name = each.field.split('.').at(-1) ?? '';
      const field = catalogue.find(({ code }) => code === each.remedy)?.fields.find((one) => one.name === name);
      return {
        ...each,
        fieldLabel: field?.label ?? reader.t(`filing:fields.${name}.label`, { defaultValue: '' }),
      };
    }),
    catalogue,
    incompatible: draft.incompatible.map(([a, b]) => ({
      remedy: reader.label('remedies', a),
      other: reader.label('remedies', b),
    })),
    agreementPreview: presentFilingPreview(reader, { agreement, documents: draft.documents }),
    lists: listsFor(reader),
  };
}

function listsFor(reader: Reader): DraftLists {
  const text = (item: { fr: string; en: string }) => (reader.language === 'fr' ? typeset(item.fr) : item.en);
  return {
    categories: categories.map((category) => ({
      code: category.code,
      label: text(category),
      kinds: subcategories
        .filter(({ parent }) => parent === category.code)
        .map((kind) => ({ code: `${category.code}.${kind.code}`, label: text(kind) })),
    })),
    conditions: reader.choices('conditions'),
    contractPlaces: reader.choices('contractPlaces'),
    paymentMethods: reader.choices('paymentMethods'),
    problemNature: reader.choices('problemNature'),
    priorStepMeans: reader.choices('priorStepMeans'),
    documentKinds: reader.choices('documentKinds'),
  };
}
