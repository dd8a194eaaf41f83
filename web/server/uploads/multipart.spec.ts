import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { uploadLimits } from './limits.ts';
import { countPlaces } from './places.ts';
import { readMultipart, type Arrived } from './multipart.ts';

async function receive(form: FormData | Request): Promise<Arrived & { first: Buffer | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  try {
    const request = form instanceof Request ? form : new Request('http://localhost/', { method: 'POST', body: form });
    const arrived = await readMultipart(request, folder, countPlaces(uploadLimits.files));
    return { ...arrived, first: arrived.files[0] ? await readFile(arrived.files[0].path) : null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withFiles(...files: { name: string; size: number }[]): FormData {
  const form = new FormData();
  form.append('kind', 'facture');
  for (const { name, size } of files) form.append('files', new File([new Uint8Array(size)], name));
  return form;
}

test('fields and files arrive whole', async () => {
  const form = new FormData();
  form.append('kind', 'facture');
  form.append('files', new File(['contenu'], 'été 📄.txt'));
  const { fields, files, first } = await receive(form);
  expect(fields.get('kind')).toBe('facture');
  expect(files).toMatchObject([{ field: 'files', name: 'été 📄.txt', size: 7, tooLarge: false }]);
  expect(first?.toString()).toBe('contenu');
});

test('A-27 a file over 10 MB is named and the others go on', async () => {
  const { files } = await receive(
    withFiles(
      { name: 'gros.pdf', size: 10_000_001 },
      { name: 'juste.pdf', size: 10_000_000 },
      { name: 'petit.pdf', size: 1 },
    ),
  );
  expect(files.map((file) => file.tooLarge)).toEqual([true, false, false]);
});

test('A-27 twenty files arrive, the next ones are named', async () => {
  const { files, surplus } = await receive(
    withFiles(...Array.from({ length: 23 }, (_, n) => ({ name: `${n}.pdf`, size: 10 }))),
  );
  expect(files).toHaveLength(20);
  expect(surplus).toEqual(['20.pdf', '21.pdf', '22.pdf']);
});

test('A-27 with one place left, the bytes of the files past it are not written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parle-spec-'));
  const body = withFiles({ name: 'a.pdf', size: 10 }, { name: 'b.pdf', size: 9_000_000 }, { name: 'c.pdf', size: 10 });
  const request = new Request('http://localhost/', { method: 'POST', body });
  const { files, surplus } = await readMultipart(request, folder, countPlaces(1));
  expect([files.map(({ name }) => name), surplus]).toEqual([['a.pdf'], ['b.pdf', 'c.pdf']]);
  expect(await readdir(folder)).toHaveLength(1);
  await rm(folder, { recursive: true, force: true });
});

test('an empty file field is no file', async () => {
  expect((await receive(withFiles({ name: '', size: 0 }))).files).toEqual([]);
});

test('a field of ten megabytes is refused as too large', async () => {
  const form = new FormData();
  form.append('title', 'é'.repeat(5_000_000));
  await expect(receive(form)).rejects.toMatchObject({ code: 'form.too_large' });
});

test('a sending past the whole limit ends, whatever length it declared', async () => {
  let sent = 0;
  const head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n';
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(sent === 0 ? Buffer.from(head) : Buffer.alloc(1_000_000));
      sent += 1;
      if (sent > 400) controller.close();
    },
  });
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit);
  await expect(receive(request)).rejects.toMatchObject({ code: 'form.too_large' });
  expect(sent).toBeLessThan(260);
});

test.each([
  ['another type', 'application/json', '{}'],
  ['no boundary', 'multipart/form-data', 'x'],
  [
    'cut before its end',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nval',
  ],
])('a form that is no multipart form is refused: %s', async (_, type, body) => {
  const request = new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });
  await expect(receive(request)).rejects.toMatchObject({ code: 'form.invalid' });
});
