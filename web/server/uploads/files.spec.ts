import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import sharp from 'sharp';
import { prepare } from '#tests/kit/files/prepare.ts';
import { wordParts, zip } from '#tests/kit/files/zip.ts';

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

const noise = (format: 'jpeg' | 'png' | 'gif') =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .toFormat(format)
    .toBuffer();

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

  test.each([
    ['larger than 4,096 pixels a side is reduced', 5000, 4096],
    ['of a telephone keeps its 4,032', 4032, 4032],
  ])('a picture %s', async (_what, before, after) => {
    const large = await sharp({ create: { width: before, height: 100, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    const { kept } = await prepare('large.png', large);
    expect((await sharp(kept ?? undefined).metadata()).width).toBe(after);
  });

  test.each([
    [
      'a JPEG with bytes after its end',
      'photo.jpg',
      async () => Buffer.concat([await jpeg(), Buffer.alloc(5_000, 65)]),
    ],
    ['a JPEG without the mark of its end', 'photo.jpg', async () => (await noise('jpeg')).subarray(0, -2)],
    ['a JPEG that a telephone calls HEIC', 'IMG_1.HEIC', jpeg],
    ['a PNG with bytes after its end', 'photo.png', async () => Buffer.concat([await png(), Buffer.alloc(500, 65)])],
    [
      'a JPEG for printing (CMYK)',
      'photo.jpg',
      async () =>
        sharp(await jpeg())
          .toColourspace('cmyk')
          .jpeg()
          .toBuffer(),
    ],
    [
      'a PNG of 16 bits',
      'photo.png',
      async () =>
        sharp(await png())
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
    ],
  ])('%s', async (_, name, make) => {
    expect((await prepare(name, await make())).result).not.toHaveProperty('code');
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffRéparé', 'utf16le')],
    ['UTF-16 without', Buffer.from('Réparé', 'utf16le')],
    ['UTF-16, the other half first', Buffer.from('\ufeffRéparé', 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from('\ufeffRéparé')],
    ['DOS, with the mark of its end', Buffer.from('Réparé\u001a', 'latin1')],
  ])('a text in %s is rewritten as UTF-8', async (_, bytes) => {
    const { kept } = await prepare('note.txt', bytes);
    expect(kept?.toString('utf8')).toBe('Réparé');
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
    ['contrat.docx', async () => (await word()).subarray(0, 900), 'file.incomplete'],
    ['coupe.pdf', () => pdf.subarray(0, 30), 'file.incomplete'],
    ['coupe.jpg', async () => (await jpeg()).subarray(0, 600), 'file.incomplete'],
    ['coupe.png', async () => (await noise('png')).subarray(0, 20_000), 'file.incomplete'],
    ['coupe.gif', async () => (await noise('gif')).subarray(0, 20_000), 'file.incomplete'],
    ['coupe.jpg', async () => (await noise('jpeg')).subarray(0, 20_000), 'file.incomplete'],
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
