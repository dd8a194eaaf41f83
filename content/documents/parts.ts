import { translator } from '#content/texts/index.ts';
import { cutInParts, partLimits } from './cut-in-parts.ts';
import { docxOf, type Block, type DocumentModel } from './render-docx.ts';
import { setBlocks } from './set-blocks.ts';

export type DocumentPart = { bytes: Uint8Array; parts: number };

/**
 * One part of a document, counted from 1, and how many it has. A document in several parts says in each which one it is and where the next is
 * fetched: `document.address` followed by its number.
 *
 * @returns null when there is no such part.
 */
export async function partBytes(
  document: DocumentModel & { address: string },
  part: number,
  limits: { characters: number; lines: number } = partLimits,
): Promise<DocumentPart | null> {
  const parts = cutInParts(setBlocks(document.blocks), limits);
  const blocks = parts[part - 1];
  if (!blocks) return null;
  const bytes = await docxOf({
    ...document,
    blocks: parts.length === 1 ? blocks : withPartNumber(document, blocks, { part, parts: parts.length }),
  });
  return { bytes, parts: parts.length };
}

function withPartNumber(
  { language, address }: DocumentModel & { address: string },
  blocks: Block[],
  { part, parts }: { part: number; parts: number },
): Block[] {
  const t = translator(language);
  const next =
    part < parts ? [{ text: t('documents:parts.next', { part: part + 1, address: `${address}${part + 1}` }) }] : [];
  return [{ text: t('documents:parts.which', { part, parts }) }, ...next, ...blocks, ...next];
}
