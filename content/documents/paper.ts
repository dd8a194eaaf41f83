import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { translator, type Language } from '#content/texts/index.ts';

export type Block = { heading: string } | { text: string } | { item: string };

/** What one document says, in order. */
export type Paper = { title: string; number: string; language: Language; blocks: Block[] };

const font = 'Open Sans';

/**
 * A letter-size DOCX with real headings, language, title, and the dossier's number and page on each sheet (look: Documents). What
 * people wrote keeps its line breaks; control characters, which XML 1.0 forbids, are left out.
 */
export async function paperBytes({ title, number, language, blocks }: Paper): Promise<Buffer> {
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
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } },
        footers: { default: footer },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          new Paragraph({ spacing: { after: 200 }, children: [new TextRun(t('documents:dossier', { number }))] }),
          ...numbered(blocks),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function numbered(blocks: Block[]): Paragraph[] {
  let headings = 0;
  return blocks.map((block) => {
    if ('heading' in block) {
      headings += 1;
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun(`${headings}. ${clean(block.heading)}`)],
      });
    }
    if ('item' in block) return new Paragraph({ bullet: { level: 0 }, children: lines(block.item) });
    return new Paragraph({ spacing: { after: 120 }, children: lines(block.text) });
  });
}

function lines(text: string): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function clean(text: string): string {
   
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
