import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';

/** A document in words already, numbered, cut into lines: nothing is left but to hand it to `docx`. */
export type Prepared = {
  title: string;
  dossier: string;
  footer: string;
  creator: string;
  paragraphs: { kind: 'heading' | 'lead' | 'text' | 'item'; lines: string[] }[];
};

/** The agreement by `docx` alone, with the same styles. */
export async function bareAgreement({ title, dossier, footer, creator, paragraphs }: Prepared): Promise<Buffer> {
  const font = 'Open Sans';
  const sheet = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ text: footer, size: 18 }),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 }),
    ],
  });
  const document = new Document({
    title,
    creator,
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: 'fr-CA' } } },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } },
        footers: { default: new Footer({ children: [sheet] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          new Paragraph({ spacing: { after: 200 }, children: [new TextRun(dossier)] }),
          ...paragraphs.map(({ kind, lines }) => {
            const children = lines.map(
              (text, index) => new TextRun({ text, bold: kind === 'lead', ...(index > 0 ? { break: 1 } : {}) }),
            );
            if (kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children });
            if (kind === 'lead')
              return new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children });
            if (kind === 'item') return new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children });
            return new Paragraph({ spacing: { after: 120 }, children });
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
