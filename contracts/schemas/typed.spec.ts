import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callAddress, formatPhone } from '#content/texts/phone.ts';
import { codeForm, postalCode, registrationForm } from './account.ts';
import { emailAddress, lineText } from './line.ts';
import { merchantForm } from './office.ts';
import { readPhone } from './phone.ts';

describe('telephone numbers', () => {
  test.each([
    '(450) 555-0123 poste 204',
    '450 555 0123 #204',
    '450-555-0123 ext 204',
    '450.555.0123, p. 204',
    '1-450-555-0123 x204',
    '+1 450 555 0123 ext. 204',
    '450 555-0123 (poste 204)',
    '450 555‑0123, poste : 204',
    '450 555-0123 poste no 204',
    '4505550123p204',
    'tel:+14505550123;ext=204',
    '\u202a450\u00a0555–0123\u202c Poste\u200b204',
    '４５０ ５５５ ０１２３ ＃２０４',
    '450 555-0123, poste\u00a0204',
    '450-555-0123, ext.\u00a0204',
  ])('%s is taken with its extension', (typed) => expect(readPhone(typed)).toBe('+1 450 555 0123 ext. 204'));

  test.each([
    { typed: '514 555-0199', stored: '+1 514 555 0199', fr: '514\u00a0555-0199', en: '514-555-0199' },
    { typed: '1 (800) 555-0100', stored: '+1 800 555 0100', fr: '800\u00a0555-0100', en: '800-555-0100' },
    { typed: '011 33 1 23 45 67 89', stored: '+33 1 23 45 67 89', fr: '+33 1 23 45 67 89', en: '+33 1 23 45 67 89' },
    {
      typed: '+41 22 730 51 11 poste 3',
      stored: '+41 22 730 51 11 ext. 3',
      fr: '+41 22 730 51 11, poste\u00a03',
      en: '+41 22 730 51 11, ext.\u00a03',
    },
  ])('$typed is $stored, and shown as each language writes it', ({ typed, stored, fr, en }) => {
    expect([readPhone(typed), formatPhone('fr', stored), formatPhone('en', stored)]).toEqual([stored, fr, en]);
  });

  test('an extension is not dialled as more of the number', () => {
    expect(callAddress('+1 514 555 0199')).toBe('tel:+15145550199');
    expect(callAddress('+1 514 555 0115 ext. 12345')).toBe('tel:+15145550115;ext=12345');
  });

  test.each([
    '555-0199',
    '123',
    '911',
    '000 000-0000',
    '514 155-0123',
    '514 555-0199 ou 514 555-0198',
    'poste 204',
    '514 555-019',
    '+999 1234567',
  ])('%s is none', (typed) => expect(readPhone(typed)).toBeNull());

  test('what is stored, and what is shown in either language, are read as the same number', () => {
    const digits = fc.record({
      area: fc.constantFrom('514', '418', '450', '819', '506', '416'),
      exchange: fc.integer({ min: 200, max: 999 }).filter((one) => one % 100 !== 11),
      line: fc.nat(9999).map((one) => String(one).padStart(4, '0')),
      extension: fc.option(
        fc.integer({ min: 1, max: 99_999 }).map((one) => ` poste ${one}`),
        { nil: '' },
      ),
    });
    fc.assert(
      fc.property(digits, ({ area, exchange, line, extension }) => {
        const stored = readPhone(`${area}${exchange}${line}${extension}`);
        expect(stored).not.toBeNull();
        for (const shown of [stored!, formatPhone('fr', stored!), formatPhone('en', stored!)]) {
          expect(readPhone(shown)).toBe(stored);
        }
      }),
    );
  });

  test('what was stored before as it was typed is shown as it is', () => {
    expect(formatPhone('fr', '(514) 555.0199')).toBe('(514) 555.0199');
  });
});

describe('lines of forms', () => {
  test.each([
    '\u202aclaire@exemple.ca\u202c',
    ' Claire@Exemple.CA\u200b',
    'Claire Roy <claire@exemple.ca>',
    '<claire@exemple.ca>;',
    'mailto:claire@exemple.ca',
    'claire @ exemple. ca',
    'claire@exemple.ca.',
    '« claire@exemple.ca »'.replaceAll(/[«»]/g, '"'),
    'ｃｌａｉｒｅ＠ｅｘｅｍｐｌｅ．ｃａ',
  ])('%j is the address of Claire', (typed) => expect(emailAddress.parse(typed)).toBe('claire@exemple.ca'));

  test.each([
    ['jean‑pierre@exemple.ca', 'jean-pierre@exemple.ca'],
    ['o’brien@exemple.ca', "o'brien@exemple.ca"],
  ])('%s is taken as on a keyboard', (typed, address) => expect(emailAddress.parse(typed)).toBe(address));

  test.each(['', '\u200b', 'claire', 'claire roy@exemple.ca', 'claire@exemple', 'a@b.ca, c@d.ca', '<a@b.ca> <c@d.ca>'])(
    '%j is no address',
    (typed) => expect(emailAddress.safeParse(typed).success).toBe(false),
  );

  test.each([
    '123-456',
    '\u200b123456',
    '123 456',
    '1 2 3 4 5 6',
    '123\u202f456',
    '١٢٣٤٥٦',
    'Code : 123456.',
    '１２３４５６',
  ])('%j is the code 123456', (code) => expect(codeForm.parse({ code })).toEqual({ code: '123456' }));
  test.each(['', '12345', '1234567', 'abcdef', '12345O'])('%j is no code', (code) =>
    expect(codeForm.safeParse({ code }).success).toBe(false),
  );

  test.each(['', ' ', '\u200b\u00a0', '-', '…', '\u2800', '\u3164'])(
    '%j is refused where an answer is due',
    (typed) => {
      expect(
        lineText(80)
          .safeParse(typed)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['missing']);
      expect(postalCode.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual(['forms:required']);
    },
  );

  test('a business number is read with its spaces and dashes', () => {
    const neq = merchantForm.shape.neq;
    expect([neq.parse('1170 000 009'), neq.parse('1170–000–009\u200b'), neq.parse('')]).toEqual([
      '1170000009',
      '1170000009',
      '',
    ]);
    // The same rule as in the public form: a number of the register begins with 11, 22, 33 or 88.
    for (const typed of ['4470 000 009', 'néant'])
      expect([typed, neq.safeParse(typed).success]).toEqual([typed, false]);
    expect(neq.parse('NEQ : 1170 000 009')).toBe('1170000009');
    expect(neq.safeParse('117000000').success).toBe(false);
  });
});

describe('people with one name', () => {
  const asked = { email: 'suharto@exemple.ca', password: 'tramway érable lanterne 42' };
  test.each([
    [
      { firstName: '', lastName: 'Suharto' },
      { firstName: '', lastName: 'Suharto' },
    ],
    [
      { firstName: 'Björk ', lastName: '-' },
      { firstName: 'Björk', lastName: '' },
    ],
  ])('one of the two is enough: %j', (typed, names) => {
    expect(registrationForm.parse({ ...asked, ...typed })).toMatchObject(names);
  });

  test.each([
    ...['Jean-Éric', 'O’Neil', "D'Amours", 'St. John', 'J.-P.', 'Núñez i Vidal·la', 'Đặng Thị', 'بن سلمان', 'क्षितिज'],
    ...['Tekaronhió:ken', 'Sḵwx̱wú7mesh', 'de la Cruz y Ortega', 'ʻAkahiʻi', '李小龍', 'ジョン・スミス', 'Ali.'],
  ])('%j is written as names are', (lastName) => {
    expect(registrationForm.parse({ ...asked, firstName: '', lastName })).toMatchObject({ lastName });
  });

  test.each([
    ...['https://evil.example', 'evil/page', 'a@evil.example', 'Composez le 1 888', '5', 'evil。example'],
    ...['Roy:', ':Roy', 'R0y', '77', 'Roy (urgent!)', 'Roy, payez', '<b>Roy</b>', '« Office »', '=1+1', '🧊'],
  ])('%j is no name', (lastName) => {
    const said = registrationForm.safeParse({ ...asked, firstName: 'Zoé', lastName });
    expect(said.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['lastName', 'forms:nameShape'],
    ]);
  });

  test('a name is no link: a word after a dot has a space before it', () => {
    const names = { firstName: 'www.evil.example', lastName: 'J.R.R.Tolkien' };
    const read = registrationForm.parse({ ...asked, ...names });
    expect(read).toMatchObject({ firstName: 'www. evil. example', lastName: 'J.R.R. Tolkien' });
    expect(registrationForm.parse({ ...asked, firstName: read.firstName, lastName: read.lastName })).toMatchObject(
      read,
    );
  });

  test.each([
    ['', ''],
    ['\u200b', '…'],
    [' ', '\u3164'],
  ])('%j %j names nobody, and is said with what else is wrong', (firstName, lastName) => {
    const said = registrationForm.safeParse({ ...asked, email: 'suharto', firstName, lastName });
    expect(said.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['email', 'forms:email'],
      ['firstName', 'forms:oneName'],
    ]);
  });
});
