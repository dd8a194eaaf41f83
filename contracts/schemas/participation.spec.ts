import { expect, test } from '@jest/globals';
import { participationForm } from './participation.ts';

const person = (firstName: string, email: string) => ({ firstName, lastName: 'Fortin', email });

const whole = {
  legalName: '9411-2075 Québec inc.',
  tradeNames: ' Meubles du Quai \r\n\r\n Literie du Quai',
  neq: '1170 000 009',
  email: 'info@quai.example',
  phone: '418 555-0100',
  addressLine: '12, rue du Quai',
  city: 'Rimouski',
  province: 'QC',
  postalCode: 'g5l4x1',
  establishments: '',
  respondent: { ...person('Odile', 'odile@quai.example'), phone: '418 555-0101' },
  representatives: { 1: person('Luc', 'luc@quai.example'), 2: person('', ''), 4: person('Ana', 'ana@quai.example') },
  filledBy: 'respondent',
  sender: { firstName: '', lastName: '', email: '', jobTitle: '' },
  language: 'fr',
  undertaking: 'yes',
};
whole.representatives[2].lastName = '';

/** Where a form is refused, by the names of its fields. */
const refused = (changes: Record<string, unknown>): string[] => {
  const read = participationForm.safeParse({ ...whole, ...changes });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

test('F-014 a form names the company, one trade name a line, its respondent, and representatives in any of its places', () => {
  const read = participationForm.parse(whole);
  expect(read).toMatchObject({ neq: '1170000009', postalCode: 'G5L 4X1', establishments: [], sender: null });
  expect(read.tradeNames).toEqual(['Meubles du Quai', 'Literie du Quai']);
  expect(read.representatives.map(({ email }) => email)).toEqual(['luc@quai.example', 'ana@quai.example']);
});

test('F-014 a person who is not the respondent says who they are, and has undertaken', () => {
  expect(refused({ filledBy: 'authorised' })).toEqual(['sender.email forms:required', 'sender.jobTitle missing']);
  const sender = { ...person('Rosa', 'rosa@quai.example'), jobTitle: 'Directrice' };
  expect(refused({ filledBy: 'authorised', sender: { ...sender, firstName: '', lastName: '-' } })).toEqual([
    'sender.firstName forms:oneName',
  ]);
  expect(participationForm.parse({ ...whole, filledBy: 'authorised', sender }).sender).toEqual(sender);
  expect(refused({ undertaking: undefined })).toEqual(['undertaking not_ticked']);
});

test('F-014 each person stands in a form once; one who is begun is finished', () => {
  const twice = { 1: person('Luc', 'luc@quai.example'), 2: person('Lou', 'Luc@quai.example') };
  expect(refused({ representatives: twice })).toEqual(['representatives.2.email participation:sameEmail']);
  expect(refused({ representatives: { 3: person('Odile', 'odile@quai.example') } })).toEqual([
    'representatives.3.email participation:sameEmail',
  ]);
  expect(refused({ representatives: { 5: person('Luc', '') } })).toEqual(['representatives.5.email forms:required']);
  expect(refused({ representatives: undefined })).toEqual([]);
});

test('F-014 a NEQ is asked, and what is none is refused beside it', () => {
  expect(refused({ neq: '' })).toEqual(['neq forms:required']);
  expect(refused({ neq: '4470 000 009' })).toEqual(['neq forms:neqFormat']);
});
