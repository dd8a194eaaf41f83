import { translator } from '#content/texts/index.ts';
import { cutInParts, partLimits, setBlocks } from './blocks.ts';
import { sheets, type Block, type Paper } from './paper.ts';

export type PaperPart = { bytes: Uint8Array; parts: number };

/**
 * One part of a paper, counted from 1, and how many it has. A paper in several parts says in each which one it is and where the next is
 * fetched: `paper.address` followed by its number.
 *
 * @returns null when there is no such part.
 */
export async function partBytes(
  paper: Paper & { address: string },
  part: number,
  limits: { characters: number; lines: number } = partLimits,
): Promise<PaperPart | null> {
  const parts = cutInParts(setBlocks(paper.blocks), limits);
  const blocks = parts[part - 1];
  if (!blocks) return null;
  const bytes = await sheets({
    ...paper,
    blocks: parts.length === 1 ? blocks : told(paper, blocks, part, parts.length),
  });
  return { bytes, parts: parts.length };
}

function told(
  { language, address }: Paper & { address: string },
  blocks: Block[],
  part: number,
  parts: number,
): Block[] {
  const t = translator(language);
  const next =
    part < parts ? [{ text: t('documents:parts.next', { part: part + 1, address: `${address}${part + 1}` }) }] : [];
  return [{ text: t('documents:parts.which', { part, parts }) }, ...next, ...blocks, ...next];
}
