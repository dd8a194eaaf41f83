import { describe, expect, test } from '@jest/globals';
import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { prepare } from '#tests/kit/files/prepare.ts';
import { zip } from '#tests/kit/files/zip.ts';

async function codeOf(bytes: Buffer): Promise<string> {
  const { result } = await prepare('contrat.docx', bytes);
  return 'code' in result ? result.code : 'taken';
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...each: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="x">${each.join('')}</Relationships>`;
const relation = (type: string, target: string, mode = '') =>
  `<Relationship Id="r1" Type="${office}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`;

/** A Word document with those parts besides the usual ones. */
function word(parts: Record<string, string | Buffer>): Buffer {
  const whole: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/document.xml': '<w:document/>',
    ...parts,
  };
  return zip(Object.entries(whole).map(([name, body]) => ({ name, body: Buffer.from(body) })));
}

const linked = (...each: string[]) => word({ 'word/_rels/document.xml.rels': relations(...each) });

describe('Word documents that are taken', () => {
  test('with links, of a library that writes as Word does', async () => {
    const link = new ExternalHyperlink({ link: 'https://exemple.ca/facture', children: [new TextRun('facture')] });
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ children: [link] })] }] }),
    );
    expect(await codeOf(bytes)).toBe('taken');
  });

  test.each([
    ['a link to an address of electronic mail', linked(relation('hyperlink', 'mailto:a@exemple.ca', 'External'))],
    [
      'the template on its author’s disk',
      linked(relation('attachedTemplate', 'file:///C:\\Users\\Luc\\Normal.dotm', 'External')),
    ],
    ['a picture', linked(relation('image', 'media/image1.png'))],
    [
      'a chart and its figures',
      word({ 'word/charts/_rels/chart1.xml.rels': relations(relation('package', '../embeddings/Feuille.xlsx')) }),
    ],
    [
      'a main part with a number',
      zip(
        Object.entries({
          '[Content_Types].xml': '<Types/>',
          '_rels/.rels': relations(relation('officeDocument', '/word/document2.xml')),
          'word/document2.xml': '<w:document/>',
        }).map(([name, body]) => ({ name, body: Buffer.from(body) })),
      ),
    ],
    [
      'names written with reverse strokes',
      zip([
        { name: '[Content_Types].xml', body: Buffer.from('<Types/>') },
        { name: 'word\\document.xml', body: Buffer.from('<w:document/>') },
      ]),
    ],
    ['fields that compute', word({ 'word/document.xml': '<w:p><w:instrText> PAGE </w:instrText></w:p>' })],
    [
      'relations in UTF-16',
      word({
        'word/_rels/document.xml.rels': Buffer.from(`\ufeff${relations(relation('image', 'a.png'))}`, 'utf16le'),
      }),
    ],
  ])('with %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('taken');
  });
});

describe('ASVS 5.2.2 Word documents that fetch or carry others are refused', () => {
  test.each([
    ['a template on a network', linked(relation('attachedTemplate', 'https://exemple.ca/modele.dotm', 'External'))],
    ['a template on a shared folder', linked(relation('attachedTemplate', '\\\\serveur\\modele.dotm', 'External'))],
    [
      'a template by a file address with a host',
      linked(relation('attachedTemplate', 'file://serveur/modele.dotm', 'External')),
    ],
    ['a picture that is fetched', linked(relation('image', 'http://exemple.ca/a.png', 'External'))],
    ['an external object', linked(relation('oleObject', 'mhtml:http://exemple.ca/a!x', 'External'))],
    ['an object inside', linked(relation('oleObject', 'embeddings/oleObject1.bin'))],
    ['a document inside', linked(relation('package', 'embeddings/Classeur.xlsx'))],
    ['a part of another format', linked(relation('aFChunk', 'afchunk.mht'))],
    ['a link that starts a program', linked(relation('hyperlink', 'ms-msdt:/id x', 'External'))],
    [
      'a field that asks a program',
      word({ 'word/document.xml': '<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\\\cmd.exe</w:instrText>' }),
    ],
    [
      'a field that fetches',
      word({ 'word/document.xml': '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://exemple.ca/a.png&quot; "/>' }),
    ],
    ['a mode written with entities', linked(relation('image', 'http://exemple.ca/a.png', '&#69;xternal'))],
    [
      'relations in UTF-16',
      word({
        'word/_rels/document.xml.rels': Buffer.from(`\ufeff${relations(relation('oleObject', 'a.bin'))}`, 'utf16le'),
      }),
    ],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file.linked');
  });

  test.each([
    ['a program', linked(relation('vbaProject', 'anything.dat'))],
    [
      'a kind with programs',
      word({
        '[Content_Types].xml':
          '<Types><Override PartName="/a" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    ],
    [
      'relations with a definition of their own',
      word({ 'word/_rels/document.xml.rels': `<!DOCTYPE x [<!ENTITY e "External">]>${relations()}` }),
    ],
    [
      'a relation that readers could take in two ways',
      word({ 'word/_rels/document.xml.rels': '<Relationships><Relationship Id=r Type="x"/></Relationships>' }),
    ],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file.unsafe');
  });
});

test('a document with a password is told so', async () => {
  const sealed = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await codeOf(sealed)).toBe('file.password');
});

test('a workbook under the name of a document is told so', async () => {
  expect(await codeOf(word({ '_rels/.rels': relations(relation('officeDocument', 'xl/workbook.xml')) }))).toBe(
    'file.mismatch',
  );
});
