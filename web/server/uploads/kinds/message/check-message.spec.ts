import { describe, expect, test } from '@jest/globals';
import { prepare } from '#tests/kit/files/prepare.ts';
import { wordParts, zip } from '#tests/kit/files/zip.ts';

async function codeOf(message: string | Buffer): Promise<string> {
  const { result } = await prepare('courriel.eml', message);
  return 'code' in result ? result.code : 'taken';
}

const head = 'From: Claire <claire@exemple.ca>\r\nSubject: Facture\r\nMIME-Version: 1.0\r\n';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n');

type Part = { headers: string[]; body: Buffer | string };

function message(...parts: Part[]): string {
  const each = parts.map(({ headers, body }) => `--x\r\n${headers.join('\r\n')}\r\n\r\n${body.toString()}\r\n`);
  return `${head}Content-Type: multipart/mixed; boundary="x"\r\n\r\nBonjour\r\n${each.join('')}--x--\r\n`;
}

function attached(name: string, body: Buffer | string, type = 'application/octet-stream'): Part {
  return {
    headers: [
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
    ],
    body: Buffer.from(body).toString('base64'),
  };
}

const text: Part = { headers: ['Content-Type: text/plain; charset=utf-8'], body: 'Bonjour.' };
const html: Part = { headers: ['Content-Type: text/html'], body: '<p>Bonjour</p>' };

describe('messages that are taken', () => {
  test.each([
    ['lines ended in the manner of Unix', head.replaceAll('\r', '') + '\nBonjour\n'],
    ['the first line of a mailbox', `From claire@exemple.ca Thu Mar 12 10:00:00 2026\r\n${head}\r\nBonjour`],
    ['a mark of UTF-8 first', `\ufeff${head}\r\nBonjour`],
    ['an empty line first', `\r\n${head}\r\nBonjour`],
    [
      'a header broken without a space',
      `${head}DKIM-Signature: a\r\nbcdef=\r\nTo: b@exemple.ca\r\nDate: x\r\nMessage-ID: <a@b>\r\n\r\nBonjour`,
    ],
    ['two forms of its text', message(text, html)],
    ['an invoice', message(text, attached('Facture 12.pdf', pdf, 'application/pdf'))],
    ['a Word document', message(text, attached('contrat.docx', zip(wordParts)))],
    ['an appointment', message(text, attached('invitation.ics', 'BEGIN:VCALENDAR', 'text/calendar'))],
    [
      'a signature',
      message(text, attached('smime.p7s', Buffer.from([0x30, 0x82, 1, 2]), 'application/pkcs7-signature')),
    ],
    ['a message within', message(text, { headers: ['Content-Type: message/rfc822'], body: `${head}\r\nRéponse` })],
    [
      'a name in pieces',
      message(text, {
        ...attached('a', pdf),
        headers: [
          "Content-Disposition: attachment; filename*0*=utf-8''Fac; filename*1=ture.pdf",
          'Content-Transfer-Encoding: base64',
        ],
      }),
    ],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('taken');
  });
});

describe('ASVS 5.2.2 messages that carry what we do not take are refused', () => {
  const program = Buffer.from('MZ\u0090\u0000\u0003', 'latin1');
  test.each([
    ['a program', message(text, attached('facture.exe', program))],
    ['a program under the name of an invoice', message(text, attached('facture.pdf', program))],
    ['an invoice under the name of a program', message(text, attached('facture.pdf.scr', pdf))],
    ['a name that ends in dots', message(text, attached('facture.exe. .', 'texte'))],
    ['a script in plain text', message(text, attached('lisez-moi.js', 'alert(1)', 'text/plain'))],
    ['a page', message(text, attached('formulaire.html', '<form>', 'text/html'))],
    [
      'a page without a name',
      message(text, { headers: ['Content-Type: text/html', 'Content-Disposition: attachment'], body: '<form>' }),
    ],
    ['a program without a name', message(text, { headers: ['Content-Type: application/hta'], body: 'x' })],
    ['an archive', message(text, attached('photos.zip', zip(wordParts)))],
    [
      'a Word document with macros',
      message(
        text,
        attached('contrat.docx', zip([...wordParts, { name: 'word/vbaProject.bin', body: Buffer.from('m') }])),
      ),
    ],
    [
      'an invoice that is a program',
      message(text, attached('facture.pdf', Buffer.from(pdf.toString().replace('<<>>', '<</S/JavaScript>>')))),
    ],
    [
      'a name in the manner of RFC 2231',
      message(text, { headers: ["Content-Disposition: attachment; filename*=utf-8''fac%74ure.e%78e"], body: 'x' }),
    ],
    [
      'a name in an encoded word',
      message(text, { headers: ['Content-Type: text/plain; name="=?utf-8?B?YS5leGU=?="'], body: 'x' }),
    ],
    [
      'a program in a message within',
      message({
        headers: ['Content-Type: message/rfc822'],
        body: message(attached('a.exe', program)).replaceAll('--x', '--y').replace('"x"', '"y"'),
      }),
    ],
    ['a program in the manner of Unix', `${head}\r\nBonjour\r\nbegin 644 a.exe\r\n#0V%T\r\n\`\r\nend\r\n`],
    [
      'two types for one part',
      message({ headers: ['Content-Type: text/plain', 'Content-Type: application/hta'], body: 'x' }),
    ],
    [
      'what is fetched elsewhere',
      message({ headers: ['Content-Type: message/external-body; access-type=URL'], body: 'x' }),
    ],
    [
      'Outlook’s own container',
      message(attached('winmail.dat', Buffer.from([0x78, 0x9f, 0x3e, 0x22]), 'application/ms-tnef')),
    ],
    [
      'parts within parts without end',
      Array.from({ length: 20 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`)
        .join('')
        .replace(/^/, head),
    ],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file.attachment');
  });
});

test.each(['Bonjour, ceci est un message.', 'Une note : voici\nDe la part de : Luc\nrien'])(
  'a note is no message: %s',
  async (bytes) => {
    expect(await codeOf(bytes)).toBe('file.mismatch');
  },
);
