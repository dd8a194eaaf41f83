import type { Block } from './render-docx.ts';

/** Lines of one paragraph: a longer text goes on in another one, so that a document can be cut between them. */
const linesOfParagraph = 500;

/**
 * Blocks as they are set: texts without what XML forbids, several empty lines made one, the very long ones in paragraphs, headings numbered.
 *
 * @param headings how many headings stand before these blocks.
 */
export function setBlocks(blocks: Block[], headings = 0): Block[] {
  return numbered(blocks.flatMap(paragraphs), headings);
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

function numbered(blocks: Block[], before: number): Block[] {
  let headings = before;
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
