import { expect, test } from '@jest/globals';
import { databaseOver } from '#db/database.ts';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { formerKeepingsOf } from '#web/server/http/keeping.ts';

const site = siteForFile();

type Text = [string, string][];
const body = (form: string, typed: Text, version = 0) => ({
  form,
  version: String(version),
  typed: JSON.stringify(typed),
  shown: JSON.stringify([['addressLine', '']]),
});
const save = async (userId: string | null, fields: ReturnType<typeof body>) => {
  const { status, html } = await site.pages.post(userId, '/saisies', fields);
  return { status, answer: JSON.parse(html) };
};
const find = async (userId: string | null, form: string) => {
  const { html } = await site.pages.get(userId, `/saisies?formulaire=${encodeURIComponent(form)}`);
  return JSON.parse(html);
};

test('B-03 a text is kept for its author alone, one version after the other, and never in the place of one that its page has not seen', async () => {
  const { consumer, clerk } = site.suite.people;
  const form = '/profil|';
  const first: Text = [['addressLine', 'Un']];
  expect(await save(consumer.userId, body(form, first))).toMatchObject({
    status: 200,
    answer: { version: expect.any(Number) },
  });
  expect((await find(consumer.userId, form)).kept).toMatchObject({ typed: first });
  expect((await find(clerk.userId, form)).kept).toBeNull();
  expect(await find(null, form)).toEqual({ account: '', kept: null });
  // The same again, as after a lost answer, is the same.
  expect((await save(consumer.userId, body(form, first))).status).toBe(200);
  const { kept } = await find(consumer.userId, form);
  const other = await save(consumer.userId, body(form, [['addressLine', 'Deux']]));
  expect(other).toMatchObject({ status: 409, answer: { code: 'conflict', other: { typed: first } } });
  const next = await save(consumer.userId, body(form, [['addressLine', 'Deux']], kept.version));
  expect(next.status).toBe(200);
  expect(next.answer.version).toBeGreaterThan(kept.version);
  // What the page came with is nothing to keep.
  expect((await save(consumer.userId, body(form, [['addressLine', '']], next.answer.version))).answer.version).toBe(0);
  expect((await find(consumer.userId, form)).kept).toBeNull();
  expect((await save(null, body(form, first))).status).toBe(401);
  for (const bad of [
    { ...body(form, first), typed: '{"a":1}' },
    { ...body(form, first), form: 'profil' },
  ]) {
    expect((await save(consumer.userId, bad)).status).toBe(413);
  }
});

test('B-03 a form that was taken is let go of; F-142 a text about a dossier goes with it', async () => {
  const { consumer } = site.suite.people;
  const { dossierId } = await openPlay(site.suite);
  const form = `/dossiers/${dossierId}/representation|person`;
  await save(consumer.userId, body(form, [['firstName', 'Isa']]));
  await save(consumer.userId, body('/profil|', [['addressLine', 'Ailleurs']]));
  await eraseDossierContent(databaseOver(site.suite.pool), dossierId);
  expect((await find(consumer.userId, form)).kept).toBeNull();
  const { html } = await site.pages.get(consumer.userId, '/profil');
  const profile = {
    ...site.pages.hidden(html, 'addressLine'),
    firstName: 'Ana',
    lastName: 'Roy',
    addressLine: '1, rue Une',
    city: 'Lévis',
    province: 'QC',
    postalCode: 'G6V 3K8',
    phone: '418 555-0101',
    language: 'fr',
  };
  const kept = async () => (await find(consumer.userId, '/profil|')).kept;
  const send = async (fields: Record<string, string>) =>
    (await site.pages.post(consumer.userId, '/profil', { ...profile, ...fields })).status;
  const { version } = await kept();
  expect(await send({ city: '', kept_text: String(version) })).toBe(422);
  expect(await kept()).not.toBeNull();
  // What another window went on writing is not what was taken.
  const { answer } = await save(consumer.userId, body('/profil|', [['addressLine', 'Plus loin']], version));
  expect(await send({ kept_text: String(version) })).toBe(303);
  expect(await kept()).toMatchObject({ typed: [['addressLine', 'Plus loin']] });
  expect(await send({ kept_text: String(answer.version) })).toBe(303);
  expect(await kept()).toBeNull();
});

test('ASVS 11.2.2 B-03 a page that was opened before the secret was replaced goes on keeping, and a browser is told what its texts lie under', async () => {
  const { consumer, clerk } = site.suite.people;
  const { account } = JSON.parse((await site.pages.get(consumer.userId, '/saisies')).html);
  const { former } = JSON.parse((await site.pages.get(consumer.userId, '/saisies?anciens')).html);
  expect(former).toEqual(formerKeepingsOf(testSecrets, consumer.userId));
  expect(former).toHaveLength(1);
  expect(former[0].account).not.toBe(account);
  expect(JSON.parse((await site.pages.get(null, '/saisies?anciens')).html).former).toEqual([]);
  const saveFor = async (userId: string) => {
    const headers = { cookie: `pc_session=${await site.pages.session(userId)}`, 'kept-for': former[0].account };
    const origin = site.suite.servers.env['PUBLIC_ORIGIN'] ?? '';
    const fields = new URLSearchParams(body('/profil|', [['city', 'Laval']]));
    const address = `${site.pages.origin}/saisies`;
    return (await fetch(address, { method: 'POST', headers: { ...headers, origin }, body: fields })).status;
  };
  expect([await saveFor(consumer.userId), await saveFor(clerk.userId)]).toEqual([200, 403]);
});
