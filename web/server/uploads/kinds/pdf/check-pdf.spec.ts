import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import PdfDocument from 'pdfkit';
import { prepare } from '#tests/kit/files/prepare.ts';
import { checkPdf } from './check-pdf.ts';

const fixture = (name: string) => readFile(new URL(`../../../../../tests/fixtures/pdf/${name}.pdf`, import.meta.url));

async function codeOf(bytes: Buffer): Promise<string> {
  const { result } = await prepare('facture.pdf', bytes);
  return 'code' in result ? result.code : 'taken';
}

function made(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PdfDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.text('Facture 1024');
  document.end();
  return whole;
}

const plain = (objects: string) =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
  );

describe('PDF files that open everywhere are taken', () => {
  test.each(['entete', 'objets-groupes', 'pour-le-web'])('%s', async (name) => {
    expect(await codeOf(await fixture(name))).toBe('taken');
  });

  test.each(['restreint-r3', 'restreint-r4', 'restreint-r6'])(
    'one that only restricts printing or changes opens without a password: %s',
    async (name) => {
      expect(await codeOf(await fixture(name))).toBe('taken');
    },
  );

  test.each(['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const)('restrictions of PDF %s', async (pdfVersion) => {
    expect(await codeOf(await made({ pdfVersion, ownerPassword: 'secret', permissions: { copying: false } }))).toBe(
      'taken',
    );
  });

  test('up to 1,024 bytes before its first line, and not more', async () => {
    const file = await fixture('objets-groupes');
    expect(await codeOf(Buffer.concat([Buffer.alloc(1_000, 32), file]))).toBe('taken');
    expect(await codeOf(Buffer.concat([Buffer.alloc(1_100, 32), file]))).toBe('file.mismatch');
  });

  test('words of programs in a text or a link are words', async () => {
    const text = '2 0 obj\n<< /A << /S /URI /URI (https://exemple.ca/JavaScript) >> /T (/Launch \\(/XFA\\)) >>\nendobj';
    expect(await codeOf(plain(text))).toBe('taken');
  });
});

describe('PDF files that need a password are refused with that word', () => {
  test.each(['mot-de-passe-r4', 'mot-de-passe-r6'])('%s', async (name) => {
    expect(await codeOf(await fixture(name))).toBe('file.password');
  });

  test.each(['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const)('PDF %s', async (pdfVersion) => {
    expect(await codeOf(await made({ pdfVersion, userPassword: 'secret', ownerPassword: 'autre' }))).toBe(
      'file.password',
    );
  });

  test('one that a certificate opens', async () => {
    const file = plain('2 0 obj\n<< /Filter /Adobe.PubSec /V 4 >>\nendobj\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>');
    expect(await codeOf(file)).toBe('file.password');
  });
});

describe('PDF files that were cut are told so', () => {
  test('one whose end is missing', async () => {
    const file = await made({});
    expect(await codeOf(file.subarray(0, file.length - 200))).toBe('file.incomplete');
  });

  test('one arranged for the Web, whose table comes first', async () => {
    const file = await fixture('pour-le-web');
    expect(await codeOf(file.subarray(0, file.length - 100))).toBe('file.incomplete');
  });
});

describe('ASVS 5.2.2 PDF files that act or carry others are refused', () => {
  test.each(['programme', 'programme-packed', 'programme-r3', 'programme-r4', 'programme-r6'])('%s', async (name) => {
    expect(await codeOf(await fixture(name))).toBe('file.active');
  });

  test.each([
    ['a command', '2 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'],
    ['a name written in another way', '2 0 obj\n<< /S /J#61va#53cript /JS (1) >>\nendobj'],
    ['a file inside', '2 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj'],
    ['a form that is a program', '2 0 obj\n<< /AcroForm << /XFA 3 0 R >> >>\nendobj'],
    ['a form that is sent', '2 0 obj\n<< /S /SubmitForm /F (http://x) >>\nendobj'],
    ['media with programs', '2 0 obj\n<< /Subtype /RichMedia >>\nendobj'],
    [
      'an object within a stream',
      '2 0 obj\n<< /Length 99 >>\nstream\n3 0 obj << /S /JavaScript >> endobj\nendstream\nendobj',
    ],
    ['a number with a comment in it', '2 %x\n0 obj\n<< /S /JavaScript >>\nendobj'],
    [
      'objects packed in an unusual way',
      '2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode >>\nstream\nx\nendstream\nendobj',
    ],
  ])('%s', async (_, objects) => {
    expect(await codeOf(plain(objects))).toBe('file.active');
  });
});

test('a file made to cost is given up', async () => {
  const nested = Buffer.from(`%PDF-1.4\n${'1 0 obj ('.repeat(1_000_000)}startxref`);
  expect(await codeOf(nested)).toBe('file.unsafe');
});

test('nothing but a refusal comes of bytes without sense', () => {
  for (let round = 0; round < 200; round += 1) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj << '), randomBytes(2_000), Buffer.from('startxref')]);
    try {
      checkPdf(bytes);
    } catch (error) {
      expect(error).toMatchObject({ name: 'AppError' });
    }
  }
});
