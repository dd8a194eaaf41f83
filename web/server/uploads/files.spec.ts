import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import sharp from 'sharp';
import { prepareFile, type PreparedFile, type RefusedFile } from './prepare-file.ts';

const jpeg = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c2b59b' } })
    .withExif({
      IFD0: { Make: 'TelephoneDeTest', Orientation: '6' },
      IFD3: { GPSLatitude: '45/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
const png = () =>
  sharp({ create: { width: 20, height: 10, channels: 4, background: '#ffffff00' } })
    .png()
    .toBuffer();
const gif = () =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: '#000' } })
    .gif()
    .toBuffer();
const word = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Contrat de vente')] }] }));
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF\n');
const mail = 'From: Claire <claire@exemple.ca>\r\nSubject: Facture\r\n\r\nBonjour.\r\n';

async function prepare(
  name: string,
  bytes: Buffer | string,
): Promise<{ result: PreparedFile | RefusedFile; kept: Buffer | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    const size = (await stat(path)).size;
    const result = await prepareFile({ field: 'files', name, path, size, tooLarge: false }, 'une personne');
    return { result, kept: 'code' in result ? null : await readFile(result.path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('A-27 files that are taken', () => {
  test.each([
    { fileName: 'facture.pdf', make: () => pdf, mediaType: 'application/pdf' },
    { fileName: 'photo.jpg', make: jpeg, mediaType: 'image/jpeg' },
    { fileName: 'photo.png', make: png, mediaType: 'image/png' },
    { fileName: 'image.gif', make: gif, mediaType: 'image/gif' },
    {
      fileName: 'contrat.docx',
      make: word,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    { fileName: 'note.txt', make: () => 'Le réfrigérateur ne refroidit plus.', mediaType: 'text/plain; charset=utf-8' },
    { fileName: 'courriel.eml', make: () => mail, mediaType: 'message/rfc822' },
  ])('F-067 $fileName is saved under its real type', async ({ fileName, make, mediaType }) => {
    const { result } = await prepare(fileName, await make());
    expect(result).toMatchObject({ mediaType, fileName });
  });

  test('F-052 a HEIC photo becomes a JPEG', async () => {
    const heic = await readFile(new URL('../../../tests/fixtures/refrigerateur.heic', import.meta.url));
    const { result, kept } = await prepare('IMG_0042.HEIC', heic);
    expect(result).toMatchObject({ mediaType: 'image/jpeg', fileName: 'IMG_0042.jpg' });
    expect((await sharp(kept ?? undefined).metadata()).format).toBe('jpeg');
  });

  test('a photo is turned upright and loses its place and telephone', async () => {
    const before = await jpeg();
    expect(before.includes('TelephoneDeTest')).toBe(true);
    const { kept } = await prepare('photo.jpg', before);
    const { width, height, exif, orientation } = await sharp(kept ?? undefined).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 40,
      height: 60,
      exif: undefined,
      orientation: undefined,
    });
  });

  test('a picture larger than 4,000 pixels a side is reduced', async () => {
    const large = await sharp({ create: { width: 5000, height: 100, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    const { kept } = await prepare('large.png', large);
    expect((await sharp(kept ?? undefined).metadata()).width).toBe(4000);
  });

  test('an old text in Windows-1252 is rewritten as UTF-8', async () => {
    const { kept } = await prepare('note.txt', Buffer.from('Réparé', 'latin1'));
    expect(kept?.toString('utf8')).toBe('Réparé');
  });

  test('a picture under another picture’s name takes its real extension', async () => {
    expect((await prepare('photo.png', await jpeg())).result).toMatchObject({ fileName: 'photo.jpg' });
  });

  test('a name loses its folders, controls and direction marks', async () => {
    const { result } = await prepare('C:\\docs\\..\\fac\u202Etu\u0000re "<b>".pdf', pdf);
    expect(result).toMatchObject({ fileName: 'facture b.pdf' });
  });
});

describe('files that are refused, each with its own code', () => {
  test.each([
    ['vide.pdf', () => '', 'file.empty'],
    ['espaces.txt', () => ' \n\t\n', 'file.empty'],
    ['programme.exe', () => Buffer.from('MZ\u0090\u0000', 'latin1'), 'file.type_refused'],
    ['page.html', () => '<script>alert(1)</script>', 'file.type_refused'],
    ['dessin.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file.type_refused'],
    ['photo.jpg', () => Buffer.from('MZ\u0090\u0000programme', 'latin1'), 'file.mismatch'],
    ['facture.pdf', () => '<script>alert(1)</script>', 'file.mismatch'],
    ['contrat.docx', () => 'Contrat', 'file.mismatch'],
    ['note.txt', () => Buffer.from([0x41, 0, 0x42, 1, 2, 3]), 'file.mismatch'],
    ['courriel.eml', () => 'Bonjour, ceci est un message.', 'file.mismatch'],
    ['archive.zip', word, 'file.type_refused'],
    ['contrat.docx', () => zip([{ name: 'a.txt', body: Buffer.from('a') }]), 'file.mismatch'],
    ['contrat.docx', async () => (await word()).subarray(0, 900), 'file.damaged'],
    ['coupe.pdf', () => pdf.subarray(0, 30), 'file.damaged'],
    ['coupe.jpg', async () => (await jpeg()).subarray(0, 200), 'file.damaged'],
    [
      'coupe.heic',
      () => Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'),
      'file.damaged',
    ],
  ])('%s: %#', async (name, make, code) => {
    expect((await prepare(name, await make())).result).toMatchObject({ code });
  });

  test('a Word document with macros', async () => {
    const bytes = zip([...wordParts, { name: 'word/vbaProject.bin', body: Buffer.from('macro') }]);
    expect((await prepare('contrat.docx', bytes)).result).toMatchObject({ code: 'file.unsafe' });
  });

  test('a zip bomb that says its size', async () => {
    const bytes = zip([...wordParts, { name: 'word/media/image1.png', body: Buffer.alloc(30_000_000) }]);
    expect(bytes.length).toBeLessThan(100_000);
    expect((await prepare('contrat.docx', bytes)).result).toMatchObject({ code: 'file.unsafe' });
  });

  test('a zip bomb that hides its size', async () => {
    const bytes = zip([...wordParts, { name: 'word/media/image1.png', body: Buffer.alloc(30_000_000), claims: 10 }]);
    expect((await prepare('contrat.docx', bytes)).result).toMatchObject({ code: 'file.damaged' });
  });

  test('an archive of many thousand entries', async () => {
    const many = Array.from({ length: 2_001 }, (_, n) => ({ name: `word/${n}.xml`, body: Buffer.from('x') }));
    expect((await prepare('contrat.docx', zip([...wordParts, ...many]))).result).toMatchObject({ code: 'file.unsafe' });
  });

  test('a picture of more pixels than may be decoded', async () => {
    const huge = await sharp({ create: { width: 20_000, height: 10_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect((await prepare('grand.png', huge)).result).toMatchObject({ code: 'file.damaged' });
  });
});

type Entry = { name: string; body: Buffer; claims?: number };

const wordParts: Entry[] = [
  { name: '[Content_Types].xml', body: Buffer.from('<Types/>') },
  { name: 'word/document.xml', body: Buffer.from('<w:document/>') },
];

/** A zip archive written by hand, so that it can lie. */
function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claims } of entries) {
    const packed = deflateRawSync(body);
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc32(body), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(claims ?? body.length, 22);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30, 'latin1');
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    header.copy(central, 8, 6, 28);
    central.writeUInt16LE(8, 10);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    central.write(name, 46, 'latin1');
    parts.push(header, packed);
    directory.push(central);
    offset += header.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
