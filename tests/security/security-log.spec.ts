import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailTo, person, signedUp, strong } from '#tests/integration/accounts/journey.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { member, participation, startOffice, type Office } from '#tests/integration/accounts/office/office.ts';
import type { SecurityEvent } from '#web/server/security-log/vocabulary.ts';
import { rules } from '#web/server/services/limits/rules.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  await office?.stop();
});

type Line = {
  time: number;
  security?: SecurityEvent;
  request: string;
  who: string | null;
  session: string | null;
  place: string;
  [fact: string]: unknown;
};

const lines = (): Line[] =>
  office.web
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

/** Waits until all that was asked before is in the log, which comes after the answers. @returns how many lines there are. */
async function settled(): Promise<number> {
  const asked = () => lines().filter(({ route }) => route === '/aide').length;
  const before = asked();
  await office.web.client().get('/aide');
  await eventually(() => asked() > before);
  return lines().length;
}

/** What the log says of security while this is done, in order. */
async function toldBy(act: () => Promise<unknown>): Promise<Line[]> {
  const before = await settled();
  await act();
  await settled();
  return lines()
    .slice(before)
    .filter(({ security }) => security !== undefined);
}
const events = (told: Line[]) => told.map(({ security }) => security);

test('ASVS 16.3.1 signing in, its refusal and signing out are told: when, who, in which session, from where', async () => {
  const email = 'canari.seance@exemple.ca';
  const client = await signedUp(office.web, email);
  const out = await toldBy(() => client.post('/deconnexion', {}));
  expect(events(out)).toEqual(['session.ended']);
  const bad = await toldBy(() => office.web.client().post('/connexion', { email, password: 'x' }));
  expect(events(bad)).toEqual(['sign_in.refused']);
  const good = await toldBy(() => client.post('/connexion', { email, password: strong }));
  expect(events(good)).toEqual(['sign_in.accepted', 'session.started']);
  const [accepted, started] = good;
  expect(accepted).toMatchObject({ subject: bad[0]?.['subject'], request: started?.request, place: bad[0]?.place });
  expect(accepted?.time).toBeCloseTo(Date.now(), -5);
  // Whose session it is, and which: what the next lines of it say.
  const left = await toldBy(() => client.post('/deconnexion', {}));
  expect(left).toMatchObject([{ security: 'session.ended', who: started?.['subject'], session: started?.session }]);
  expect(out[0]?.who).toBe(started?.['subject']);
  expect(out[0]?.session).not.toBe(started?.session);
  expect(started?.session).toMatch(/^[0-9a-f]{12}$/);
});

test('ASVS 16.3.1 codes asked, wrong and used, links and new passwords are told', async () => {
  const email = 'canari.code@exemple.ca';
  const client = office.web.client();
  const purpose = 'verify_email';
  const asked = await toldBy(() => client.post('/inscription', person(email)));
  expect(asked).toMatchObject([{ security: 'code.asked', purpose }]);
  const code = (await mailTo(office.web, email))?.params['code'] ?? '';
  const wrong = await toldBy(() => client.post('/inscription/code', { code: code === '000000' ? '111111' : '000000' }));
  expect(wrong).toMatchObject([{ security: 'code.refused', purpose, reason: 'auth.code_wrong' }]);
  const used = await toldBy(() => client.post('/inscription/code', { code }));
  expect(used).toMatchObject([{ security: 'code.used', purpose }, { security: 'session.started' }]);
  const reset = office.web.client();
  expect(await toldBy(() => reset.post('/mot-de-passe', { email }))).toMatchObject([
    { security: 'code.asked', purpose: 'reset_password', subject: asked[0]?.['subject'] },
  ]);
  const again = (await mailTo(office.web, email))?.params['code'] ?? '';
  const changed = await toldBy(() =>
    reset.post('/mot-de-passe/code', { code: again, password: 'nouvelle phrase verte 19' }),
  );
  expect(events(changed)).toEqual(['code.used', 'password.changed', 'session.started']);
  expect(events(await toldBy(() => client.get(`/activation/${'a'.repeat(43)}`)))).toEqual(['link.refused']);
});

test('ASVS 16.3.3 limits reached, cross-site requests and bodies that no page sends are told', async () => {
  const email = 'canari.limite@exemple.ca';
  const guess = () => office.web.client().post('/connexion', { email, password: 'x' });
  const told = await toldBy(async () => {
    for (let n = 0; n <= rules.signInAccount.points; n += 1) await guess();
  });
  expect(told.at(-1)).toMatchObject({
    security: 'limit.reached',
    limit: 'signInAccount',
    subject: told[0]?.['subject'],
  });
  const foreign = { origin: 'https://evil.example' };
  expect(events(await toldBy(() => office.web.client().post('/connexion', {}, foreign)))).toEqual([
    'request.cross_site',
  ]);
  const large = await toldBy(() => office.web.client().post('/connexion', { email: 'a'.repeat(1_200_000) }));
  expect(large).toMatchObject([{ security: 'body.refused', reason: 'form.too_large' }]);
});

test('ASVS 16.3.2 what is refused to a person is told with its page', async () => {
  const client = await signedUp(office.web, 'canari.refus@exemple.ca');
  await client.post('/profil', {
    firstName: 'Élise',
    lastName: 'Côté',
    addressLine: '12, rue des Érables',
    city: 'Trois-Rivières',
    province: 'QC',
    postalCode: 'g8z1a1',
    phone: '819 555-0123',
    language: 'fr',
  });
  const strange = await toldBy(() => client.get(`/dossiers/${randomUUID()}`));
  expect(strange).toContainEqual(
    expect.objectContaining({ security: 'access.refused', reason: 'access.not_found', who: expect.any(String) }),
  );
  const denied = await toldBy(() => client.get('/office/commercants'));
  expect(denied).toMatchObject([{ security: 'access.refused', reason: 'access.denied', page: expect.any(String) }]);
});

test('what an officer reads, and does about accounts, is told', async () => {
  const { officer } = office;
  const read = await toldBy(() => officer.get('/office/commercants'));
  expect(read).toMatchObject([{ security: 'office.read', page: expect.any(String), who: expect.any(String) }]);
  const enrolled = await officer.post('/office/commercants/nouveau', participation('canari.marc@boreal.example'));
  const place = enrolled.headers.get('location')?.split('?')[0] ?? '';
  const acted = await toldBy(() => officer.post(`${place}/membres/nouveau`, member('canari.julie@boreal.example')));
  expect(acted).toMatchObject([{ security: 'office.acted', action: 'member.added', who: read[0]?.who }]);
});

test('ASVS 16.2.5 a line holds codes and hashes only, and a person is the same in all of them', async () => {
  const told = lines().filter(({ security }) => security !== undefined);
  expect(new Set(told.map(({ security }) => security)).size).toBeGreaterThan(10);
  const written = told.map((line) => JSON.stringify(line)).join('\n');
  expect(written).not.toMatch(/canari|exemple\.ca|127\.0\.0\.1|Côté|tramway|verte/);
  for (const { request, place, who, session, subject } of told) {
    expect(request).toMatch(/^[\w-]{8}$/);
    expect(place).toMatch(/^[\w-]{16}$/);
    for (const hash of [who, subject ?? null]) if (hash !== null) expect(hash).toMatch(/^[\w-]{16}$/);
    if (session !== null) expect(session).toMatch(/^[0-9a-f]{12}$/);
  }
});
