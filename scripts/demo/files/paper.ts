import PDFDocument from 'pdfkit';

/** A person or business as a letterhead names it. */
export type Letterhead = { name: string; lines: string[] };

/** One line of an invoice or quote; `unitPrice` in cents, before taxes. */
type PaperLine = { label: string; quantity?: number; unitPrice: number };

/** What a paper says; amounts in cents, dates `YYYY-MM-DD`. */
export type Paper = {
  kind: 'invoice' | 'quote' | 'contract' | 'letter';
  language: 'fr' | 'en';
  from: Letterhead;
  to: Letterhead;
  date: string;
  number?: string;
  subject?: string;
  lines?: PaperLine[];
  /** Taxes are added to `lines`, except on what is sold between individuals. */
  taxes?: boolean;
  clauses?: { title: string; text: string }[];
  paragraphs?: string[];
  signature?: string;
};

const words = {
  fr: {
    invoice: 'FACTURE',
    quote: 'SOUMISSION',
    contract: 'CONTRAT',
    letter: '',
    number: 'Numéro',
    date: 'Date',
    client: 'Client',
    item: 'Description',
    quantity: 'Qté',
    price: 'Prix',
    subtotal: 'Sous-total',
    gst: 'TPS (5 %)',
    qst: 'TVQ (9,975 %)',
    total: 'Total',
    subject: 'Objet',
    signed: 'Signature',
  },
  en: {
    invoice: 'INVOICE',
    quote: 'QUOTE',
    contract: 'CONTRACT',
    letter: '',
    number: 'Number',
    date: 'Date',
    client: 'Customer',
    item: 'Description',
    quantity: 'Qty',
    price: 'Price',
    subtotal: 'Subtotal',
    gst: 'GST (5%)',
    qst: 'QST (9.975%)',
    total: 'Total',
    subject: 'Re',
    signed: 'Signature',
  },
};

const left = 60;
const right = 552;

/** Draws a letter-size PDF. Same input, same look; the bytes carry the moment they were made. */
export function drawPaper(paper: Paper): Promise<Buffer> {
  const w = words[paper.language];
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: 60, bottom: 60, left, right: 60 },
    lang: paper.language === 'fr' ? 'fr-CA' : 'en-CA',
    displayTitle: true,
    info: { Title: [w[paper.kind], paper.number, paper.subject].filter(Boolean).join(' '), Author: paper.from.name },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  head(doc, paper);
  if (paper.lines) table(doc, paper, paper.lines);
  for (const clause of paper.clauses ?? []) {
    doc
      .moveDown(0.8)
      .font('Helvetica-Bold')
      .fontSize(11)
      .text(clause.title, left, doc.y, { width: right - left });
    doc
      .moveDown(0.2)
      .font('Helvetica')
      .fontSize(10)
      .text(clause.text, { width: right - left, align: 'left' });
  }
  for (const paragraph of paper.paragraphs ?? []) {
    doc
      .moveDown(0.8)
      .font('Helvetica')
      .fontSize(10.5)
      .text(paragraph, left, doc.y, { width: right - left, lineGap: 2 });
  }
  if (paper.signature) sign(doc, paper.signature, w.signed);
  doc.end();
  return done;
}

function head(doc: PDFKit.PDFDocument, paper: Paper): void {
  const w = words[paper.language];
  doc.font('Helvetica-Bold').fontSize(15).fillColor('#223654').text(paper.from.name, left, 60, { width: 300 });
  doc.font('Helvetica').fontSize(9).fillColor('#4b5a6a').text(paper.from.lines.join('\n'), { width: 300 });
  const bottom = doc.y;
  if (w[paper.kind])
    doc
      .font('Helvetica-Bold')
      .fontSize(18)
      .fillColor('#223654')
      .text(w[paper.kind], 352, 60, { width: 200, align: 'right' });
  doc.font('Helvetica').fontSize(10).fillColor('#000');
  const facts = [paper.number ? `${w.number} : ${paper.number}` : '', `${w.date} : ${paper.date}`].filter(Boolean);
  doc.text(facts.join('\n'), 352, 84, { width: 200, align: 'right' });
  doc.y = Math.max(bottom, doc.y) + 10;
  doc.moveTo(left, doc.y).lineTo(right, doc.y).lineWidth(1).strokeColor('#c5cad2').stroke();
  doc
    .moveDown(0.8)
    .font('Helvetica-Bold')
    .text(paper.kind === 'letter' ? '' : w.client, left, doc.y);
  doc.font('Helvetica').text([paper.to.name, ...paper.to.lines].join('\n'), { width: 300 });
  if (paper.subject)
    doc
      .moveDown(0.8)
      .font('Helvetica-Bold')
      .text(`${w.subject} : ${paper.subject}`, { width: right - left });
  doc.font('Helvetica');
}

function table(doc: PDFKit.PDFDocument, paper: Paper, lines: PaperLine[]): void {
  const w = words[paper.language];
  doc.moveDown(1);
  row(doc, [w.item, w.quantity, w.price], true);
  for (const line of lines) {
    row(doc, [line.label, String(line.quantity ?? 1), money(paper.language, line.unitPrice * (line.quantity ?? 1))]);
  }
  const subtotal = lines.reduce((sum, line) => sum + line.unitPrice * (line.quantity ?? 1), 0);
  const gst = paper.taxes === false ? 0 : Math.round(subtotal * 0.05);
  const qst = paper.taxes === false ? 0 : Math.round(subtotal * 0.09975);
  doc.moveDown(0.4);
  if (gst) {
    row(doc, ['', w.subtotal, money(paper.language, subtotal)]);
    row(doc, ['', w.gst, money(paper.language, gst)]);
    row(doc, ['', w.qst, money(paper.language, qst)]);
  }
  row(doc, ['', w.total, money(paper.language, subtotal + gst + qst)], true);
}

function row(doc: PDFKit.PDFDocument, cells: [string, string, string], bold = false): void {
  const top = doc.y;
  doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(10);
  doc.text(cells[1], 360, top, { width: 90, align: 'right' });
  doc.text(cells[2], 455, top, { width: right - 455, align: 'right' });
  doc.text(cells[0] || ' ', left, top, { width: 290 });
  doc
    .moveTo(left, doc.y + 3)
    .lineTo(right, doc.y + 3)
    .lineWidth(0.5)
    .strokeColor('#dae6f0')
    .stroke();
  doc.y += 8;
}

/** A name set in italics above a line stands for the signature. */
function sign(doc: PDFKit.PDFDocument, name: string, label: string): void {
  doc.moveDown(2.5).font('Times-Italic').fontSize(18).fillColor('#1b3d7a').text(name, left, doc.y);
  doc
    .moveTo(left, doc.y + 2)
    .lineTo(left + 220, doc.y + 2)
    .lineWidth(0.8)
    .strokeColor('#000')
    .stroke();
  doc.y += 6;
  doc.font('Helvetica').fontSize(9).fillColor('#4b5a6a').text(label, left);
}

/** The standard PDF fonts have no narrow no-break space: an ordinary one is used. */
function money(language: 'fr' | 'en', cents: number): string {
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' })
    .format(cents / 100)
    .replace(/[\u00a0\u202f]/g, ' ');
}
