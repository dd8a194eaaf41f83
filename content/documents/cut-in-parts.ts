import type { Block } from './render-docx.ts';

/** What one document may hold; a longer one is made in parts. Some 300 pages, and a second of work. */
export const partLimits = { characters: 1_000_000, lines: 20_000 } as const;

/** The blocks of each part, in order; one part for nearly every document. What announces a text stays with it. */
export function cutInParts(blocks: Block[], limits: { characters: number; lines: number } = partLimits): Block[][] {
  const parts: Block[][] = [];
  let part: Block[] = [];
  let characters = 0;
  let lines = 0;
  for (const block of blocks) {
    const weight = weightOf(block);
    if (
      part.length > 0 &&
      (characters + weight.characters > limits.characters || lines + weight.lines > limits.lines)
    ) {
      const announced = part.splice(lastSaid(part) + 1);
      if (part.length > 0) parts.push(part);
      part = announced;
      characters = 0;
      lines = 0;
    }
    part.push(block);
    characters += weight.characters;
    lines += weight.lines;
  }
  if (part.length > 0 || parts.length === 0) parts.push(part);
  return parts;
}

/** Position of the last block that does not merely announce the next. */
function lastSaid(part: Block[]): number {
  return part.findLastIndex((block) => !('heading' in block) && !('subheading' in block) && !('lead' in block));
}

function weightOf(block: Block): { characters: number; lines: number } {
  const text = textOf(block);
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return { characters: text.length, lines };
}

function textOf(block: Block): string {
  if ('line' in block) return `${block.line.label}${block.line.value}`;
  return Object.values(block).find((value) => typeof value === 'string') ?? '';
}
