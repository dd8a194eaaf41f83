import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { translator, type Language } from '#content/texts/index.ts';
import { setBlocks } from './set-blocks.ts';

export type Block =
  | { heading: string }
  /** Under a heading: 2 is numbered, 3 is not. */
  | { subheading: string; level?: 2 | 3 }
  | { text: string }
  | { item: string; level?: 0 | 1 }
  /** A label in bold and what stands for it. */
  | { line: { label: string; value: string } }
  /** Who says what follows; stays on the same page with it. */
  | { lead: string }
  /** What a person wrote, word for word. */
  | { quote: string };

/** What one document says, in order. */
export type DocumentModel = { title: string; number: string; language: Language; blocks: Block[] };

const font = 'Open Sans';
const rule = { style: 'single', size: 12, space: 10, color: '8893A2' } as const;

/**
 * A letter-size DOCX with real headings, language, title, and the dossier's number and page number on each page (look: Documents). What people wrote
 * keeps its line breaks, except that several empty lines in a row become one; control characters, which XML 1.0 forbids, are left out. Time and
 * memory grow with the lines, twenty microseconds and three kilobytes each: only threads call it.
 */
export function renderDocx(document: DocumentModel): Promise<Buffer> {
  return docxOf({ ...document, blocks: setBlocks(document.blocks) });
}

/** The document of blocks that are set already (set-blocks.ts). */
export async function docxOf({ title, number, language, blocks }: DocumentModel): Promise<Buffer> {
  const t = translator(language);
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${t('documents:dossier', { number })}, ${t('documents:page')} `, size: 18 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  });
  const document = new Document({
    title: `${title} ${number}`,
    creator: t('common:productName'),
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: language === 'fr' ? 'fr-CA' : 'en-CA' } } },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { font, size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 100 } } },
        heading3: { run: { font, size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 80 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } },
        footers: { default: footer },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          new Paragraph({ spacing: { after: 200 }, children: [new TextRun(t('documents:dossier', { number }))] }),
          ...blocks.map((block) => paragraph(block, language)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function heading(level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string): Paragraph {
  return new Paragraph({ heading: level, keepNext: true, children: [new TextRun(text)] });
}

function paragraph(block: Block, language: Language): Paragraph {
  if ('heading' in block) return heading(HeadingLevel.HEADING_1, block.heading);
  if ('subheading' in block) {
    return heading(block.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2, block.subheading);
  }
  if ('item' in block) {
    const level = block.level ?? 0;
    return new Paragraph({ bullet: { level }, spacing: { after: 40 }, children: lines(block.item) });
  }
  if ('line' in block) {
    const { label, value } = block.line;
    const name = new TextRun({ text: `${label}${language === 'fr' ? '\u00a0: ' : ': '}`, bold: true });
    return new Paragraph({ spacing: { after: 60 }, children: [name, ...lines(value)] });
  }
  if ('lead' in block) {
    return new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children: lines(block.lead, true) });
  }
  if ('quote' in block) {
    return new Paragraph({
      indent: { left: 300 },
      border: { left: rule },
      spacing: { after: 160 },
      children: lines(block.quote),
    });
  }
  return new Paragraph({ spacing: { after: 120 }, children: lines(block.text) });
}

function lines(text: string, bold = false): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, bold, ...(index > 0 ? { break: 1 } : {}) }));
}
