import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { ErrorCode } from '#contracts/errors.ts';
import { localPath } from './local-path.ts';
import { checkForm, readForm, replyWith } from './read-form.ts';

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

const sent = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
  new Request('http://local.test/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} });

test('ASVS 2.2.1 lists of many values keep them all, whatever their number, up to a thousand fields', async () => {
  const form = await readForm(sent('a[]=1&'.repeat(999) + 'b=2'), anything);
  expect(form.values['a']).toHaveLength(999);
  expect(form.values['b']).toBe('2');
});

test.each([
  ['fields', `intent=save&name=Zo%C3%A9&${'a[]=&'.repeat(40_000)}`],
  ['empty fields', `intent=save&name=Zo%C3%A9${'&'.repeat(200_000)}`],
  ['bytes in one field', `intent=save&name=Zo%C3%A9&details=${'a'.repeat(1_000_001)}&last=1`],
  ['characters in one field', `details=${'a'.repeat(200_001)}&intent=save&name=Zo%C3%A9`],
  ['characters in a name', `${'a'.repeat(201)}=1&intent=save&name=Zo%C3%A9`],
])('a form of too many %s is refused with 413, and what came whole is shown again', async (_what, body) => {
  const refused: unknown = await readForm(sent(body), anything).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'form.too_large',
    reply: { init: { status: 413 }, data: { refusal: { code: 'form.too_large' }, values: { name: 'Zoé' } } },
  });
});

test('a multipart form is counted like any other, and what came whole is kept', async () => {
  const form = new FormData();
  form.append('name', 'Zoé');
  form.append('password', 'secret de polichinelle');
  form.append('details', 'a'.repeat(1_000_000));
  await expect(
    readForm(new Request('http://local.test/', { method: 'POST', body: form }), anything),
  ).rejects.toMatchObject({ code: 'form.too_large', reply: { data: { values: { name: 'Zoé' } } } });
  const many = new FormData();
  for (let field = 0; field < 1_001; field += 1) many.append('a[]', String(field));
  await expect(
    readForm(new Request('http://local.test/', { method: 'POST', body: many }), anything),
  ).rejects.toMatchObject({ code: 'form.too_large' });
  many.delete('a[]');
  for (let field = 0; field < 1_000; field += 1) many.append('a[]', String(field));
  const read = await readForm(new Request('http://local.test/', { method: 'POST', body: many }), anything);
  expect(read.values['a']).toHaveLength(1_000);
});

test('an endless form is read up to its limit and no further', async () => {
  let given = 0;
  const body = new ReadableStream({
    pull(controller) {
      given += 1;
      if (given > 100) controller.close();
      else controller.enqueue(new Uint8Array(100_000).fill(97));
    },
  });
  const request = new Request('http://local.test/', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  await expect(readForm(request, anything)).rejects.toMatchObject({ code: 'form.too_large' });
  expect(given).toBeLessThan(20);
});

test.each([
  ['application/json', '{}'],
  ['text/plain', 'a=1'],
  ['', 'a=1'],
  [`multipart/form-data; boundary=${'a'.repeat(300)}`, 'a'],
  ['multipart/form-data; boundary=------------------------------x', 'no part'],
])('a body that is no form is refused: %s', async (type, body) => {
  await expect(readForm(sent(new TextEncoder().encode(body), type), anything)).rejects.toMatchObject({
    code: 'form.invalid',
  });
});

test('thousands of marks on one letter are not put in order: thirty are kept', () => {
  const marks = '\u0300'.repeat(60_000) + '\u0316'.repeat(60_000);
  const { values } = checkForm(formOf([['name', `e${marks}x\u0301`]]), anything);
  expect(values['name']).toMatch(/^\u00e8\u0300{29}x\u0301$/);
});

test('names nested deeper than six are left out', () => {
  const { values } = checkForm(
    formOf([
      ['a.b.c.d.e.f', '1'],
      ['a.b.c.d.e.f.g', '2'],
    ]),
    anything,
  );
  expect(values).toEqual({ a: { b: { c: { d: { e: { f: '1' } } } } } });
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

test('a form that is given back has a new key, but keeps its own when nobody knows whether the act was carried out', () => {
  const sent = (): Record<string, unknown> =>
    checkForm(
      formOf([
        ['form_key', '0b0e4f0e-71c8-4d53-9d0f-2f1f5b2a9c11.message'],
        ['form_name', 'message'],
        ['body', 'Bonjour'],
      ]),
      anything,
    ).values;
  const keyAfter = (code: ErrorCode) => replyWith(sent(), { refusal: { code, params: {} } }).data.formKey;
  expect(keyAfter('engine.unavailable')).toBe('0b0e4f0e-71c8-4d53-9d0f-2f1f5b2a9c11');
  const another = expect.not.stringContaining('0b0e4f0e');
  expect(keyAfter('message.closed')).toEqual(another);
  expect(replyWith(sent(), { errors: {} }).data.formKey).toEqual(another);
});
