import type { Block } from './render-docx.ts';

/** Lines of one paragraph: a longer text goes on in another one, so that a document can be cut between them. */
const linesOfParagraph = 500;

/** What one document may hold; a longer one is made in parts. Some 300 pages, and a second of work. */
export const partLimits = { characters: 1_000_000, lines: 20_000 } as const;

/** Blocks as they are set: texts without what XML forbids, several empty lines made one, the very long ones in paragraphs, headings numbered. */
export function setBlocks(blocks: Block[]): Block[] {
  return numbered(blocks.flatMap(paragraphs));
}

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

function paragraphs(block: Block): Block[] {
  if ('text' in block) return chunks(block.text).map((text) => ({ text }));
  if ('quote' in block) return chunks(block.quote).map((quote) => ({ quote }));
  if ('item' in block) return [{ ...block, item: tidy(block.item) }];
  if ('lead' in block) return [{ lead: tidy(block.lead) }];
  if ('line' in block) return [{ line: { label: clean(block.line.label), value: tidy(block.line.value) } }];
  if ('heading' in block) return [{ heading: clean(block.heading) }];
  return [{ ...block, subheading: clean(block.subheading) }];
}

function chunks(text: string): string[] {
  const lines = tidyLines(text);
  const made: string[] = [];
  for (let from = 0; from < lines.length; from += linesOfParagraph) {
    made.push(lines.slice(from, from + linesOfParagraph).join('\n'));
  }
  return made;
}

function tidy(text: string): string {
  return tidyLines(text).join('\n');
}

/** Lines of a text, several empty ones in a row made one. */
function tidyLines(text: string): string[] {
  const lines = clean(text).split('\n');
  return lines.filter((line, index) => index === 0 || line.trim() !== '' || lines[index - 1]?.trim() !== '');
}

/** A text without the characters that XML 1.0 forbids, its line ends as `\n`. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}

function numbered(blocks: Block[]): Block[] {
  let headings = 0;
  let subheadings = 0;
  return blocks.map((block) => {
    if ('heading' in block) {
      headings += 1;
      subheadings = 0;
      return { heading: `${headings}. ${block.heading}` };
    }
    if ('subheading' in block && block.level !== 3) {
      subheadings += 1;
      return { subheading: `${headings}.${subheadings}. ${block.subheading}` };
    }
    return block;
  });
}
