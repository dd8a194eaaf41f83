import type { Block } from '#content/documents/render-docx.ts';
import { setBlocks } from '#content/documents/set-blocks.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';

/** Headings of an agreement before its promises, and theirs. */
export const headings = { before: 2, promises: 2 } as const;

/** {@link promiseBlocks} as a page shows them, numbered as in the document. In the browser too: no texts but those that it is given. */
export function setPromises(...said: Parameters<typeof promiseBlocks>): Block[] {
  return setBlocks(promiseBlocks(...said), headings.before);
}

/** What the parties promise, as an agreement says it: the clauses that change while a proposal is typed. Terms are verbatim (F-065). */
export function promiseBlocks(
  { language, t }: { language: Language; t: Translate },
  { remedies, terms }: { remedies: RemedyLines[]; terms: string },
): Block[] {
  const promised = remedies.flatMap(({ label, lines }): Block[] => [
    { lead: label },
    ...lines.map((line) => ({
      item: language === 'fr' ? `${line.label}\u00a0: ${line.value}` : `${line.label}: ${line.value}`,
    })),
  ]);
  return [
    { heading: t('proposals:agreementPreview.solutions') },
    ...(promised.length > 0 ? promised : [{ text: t('proposals:agreementPreview.noSolutions') }]),
    { heading: t('proposals:agreementPreview.terms') },
    { text: terms.trim() ? terms : t('proposals:agreementPreview.noTerms') },
  ];
}
