import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWebProcess, type WebProcess } from '#tests/kit/web-process.ts';
import { consumerProfile, person, signedUp } from '#tests/integration/accounts/journey.ts';

let web: WebProcess;
beforeAll(async () => {
  web = await startWebProcess();
});
afterAll(async () => {
  await web.stop();
});

test('what is missing or too long gets a sentence by its field, and what was typed is kept', async () => {
  const response = await web
    .client()
    .post('/inscription', { ...person('x@exemple.ca'), firstName: 'a'.repeat(500), lastName: '' });
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain('Ce texte est trop long');
  // A person may have one name only.
  expect(page).not.toContain('Nom\u00a0: Remplissez ce champ.');
  expect(page).toContain('value="x@exemple.ca"');
  // But never a password.
  expect(page).not.toContain(person('').password);
});

test('control characters, marks that reorder a line and HTML are kept out or shown as text', async () => {
  const client = await signedUp(web, 'signes@exemple.ca');
  const addressLine = 'Ru\u0000e\u202E<script>alert(1)</script>\u2066 🙂';
  const refused = await client.post('/profil', { ...consumerProfile, firstName: 'Zoé<script>alert(1)</script>' });
  expect([refused.status, (await refused.text()).includes('Zoé<script>')]).toEqual([422, false]);
  await client.post('/profil', {
    ...consumerProfile,
    firstName: 'Zoe\u0301',
    lastName: 'Ro\u0000y\u202E',
    addressLine,
  });
  const [row] = await web.rows<{ first: string; last: string; address: string }>(
    `select first_name as first, last_name as last, address_line as address from app_user where email = 'signes@exemple.ca'`,
  );
  expect(row).toEqual({ first: 'Zo\u00e9', last: 'Roy', address: 'Rue<script>alert(1)</script> 🙂' });
  const page = await (await client.get('/profil')).text();
  expect(page).toContain('Rue&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('Rue<script>');
});

test('ten million bytes of text are refused with a sentence, announced or not', async () => {
  const fields = { ...person('lourd@exemple.ca'), firstName: 'a'.repeat(10_000_000) };
  const announced = await web.client().post('/inscription', fields);
  expect(announced.status).toBe(413);
  expect(await announced.text()).toContain('trop long');
  const body = new URLSearchParams(fields).toString();
  const chunked = await fetch(`${web.origin}/inscription`, {
    method: 'POST',
    headers: { origin: web.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);
  expect(chunked.status).toBe(413);
});

test('a body of another kind, and names that reach for a prototype, are refused or left out', async () => {
  const json = await fetch(`${web.origin}/connexion`, {
    method: 'POST',
    headers: { origin: web.origin, 'content-type': 'application/json' },
    body: '{"email":"a@b.ca"}',
  });
  expect(json.status).toBe(422);
  const odd = await web
    .client()
    .post('/connexion', { '__proto__.polluted': '1', 'constructor.prototype.polluted': '1' });
  expect(odd.status).toBe(422);
  expect((await web.client().get('/health/live')).status).toBe(200);
});

test('links that are wrong, and pages that are not, answer with their sentence and status', async () => {
  const link = await web.client().get(`/activation/${'a'.repeat(43)}`);
  expect(link.status).toBe(404);
  expect(await link.text()).toContain('Ce lien n’est pas valable');
  const nowhere = await web.client().get('/nulle-part');
  expect(nowhere.status).toBe(404);
  expect(await nowhere.text()).toContain('Cette page n’existe pas, ou elle ne vous est plus ouverte');
});

test('nothing that people are called, write or choose reaches the log', async () => {
  await signedUp(web, 'canari.journal@exemple.ca');
  await web.client().post('/connexion', { email: 'canari.journal@exemple.ca', password: 'mot-de-passe-canari' });
  await web.client().get('/activation/jeton-canari-0123456789');
  const written = web.log();
  expect(written).toContain('"route":"/connexion"');
  for (const mark of ['canari', 'exemple.ca', 'Côté', 'tramway', '12, rue']) expect(written).not.toContain(mark);
});
