import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { localPath } from './local-path.ts';
import { checkForm, readForm } from './read-form.ts';

const formOf = (fields: [string, string][]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const anything = z.record(z.string(), z.unknown());

test('dotted names nest, names with [] are lists, and a name given twice keeps its first value', () => {
  const form = checkForm(
    formOf([
      ['a.b', '1'],
      ['nature[]', 'x'],
      ['nature[]', 'y'],
      ['once', 'first'],
      ['once', 'second'],
      ['intent', 'save'],
    ]),
    anything,
  );
  expect(form).toMatchObject({ ok: true, intent: 'save', value: { a: { b: '1' }, nature: ['x', 'y'], once: 'first' } });
});

test('names that reach for a prototype are left out', () => {
  const form = checkForm(
    formOf([
      ['__proto__.polluted', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
    ]),
    anything,
  );
  expect(form.values).toEqual({});
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('the same key from the page gives the same UUID, another form of the page another one', () => {
  const keyOf = (given: string) => checkForm(formOf([['form_key', given]]), anything).key;
  const page = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';
  expect(keyOf(`${page}.accept`)).toBe(keyOf(`${page}.accept`));
  expect(keyOf(`${page}.accept`)).not.toBe(keyOf(`${page}.refuse`));
  expect(keyOf(`${page}.accept`)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  expect(keyOf(page)).toBe(page);
});

test('accented letters are kept in one form, passwords exactly as typed', () => {
  const form = checkForm(
    formOf([
      ['name', 'Zoe\u0301'],
      ['password', 'Zoe\u0301'],
    ]),
    anything,
  );
  expect(form.values).toEqual({ name: 'Zo\u00e9', password: 'Zoe\u0301' });
});

test('a form beyond a million bytes is refused by its code', async () => {
  const request = new Request('http://local.test/', {
    method: 'POST',
    body: new URLSearchParams({ text: 'a'.repeat(1_000_001) }),
  });
  await expect(readForm(request, anything)).rejects.toMatchObject({ code: 'form.too_large' });
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', 7, null])(
  'a page to come back to is never elsewhere: %p',
  (value) => {
    expect(localPath(value, '/ici')).toBe('/ici');
  },
);

test('a page of ours is kept with its query', () => {
  expect(localPath('/dossiers?vue=a-vous')).toBe('/dossiers?vue=a-vous');
});
