import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { inMediation, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { addressesOf } from '../visibility/addresses.ts';
import { look } from '../visibility/look.ts';
import { marksIn, type Mark } from '../visibility/marks.ts';
import { playWorld, type World } from '../visibility/world.ts';

const site = siteForFile();
const minute = 60_000;
const spaces = /[\u00a0\u202f]/g;

/** A dossier in mediation whose officer began to read so many minutes ago. */
async function readSince(minutes: number): Promise<World> {
  const world = await playWorld(site.suite.pool, 'proposed');
  world.wait(0);
  // The step itself takes an hour.
  world.wait((Date.now() - minutes * minute - world.now().getTime()) / (60 * minute) - 1);
  await world.run([{ by: 'officer', act: 'breakGlass', reason: 'menace', justification: 'JUSTIFICATION' }]);
  return world;
}

type Reader = { userId: string };

/** The marks that this person meets at the dossier's addresses, its data and its files. */
async function found(world: World, by: Reader): Promise<Mark[]> {
  const seen = await look(site.pages, by as World['people']['officer'], {
    addresses: addressesOf(world).filter((address) => !address.includes('/creation')),
  });
  return marksIn([...seen.values()].join('\n'));
}

/** What the audit log has of readings of a dossier, by page. */
async function readingsOf({ dossierId }: { dossierId: string }): Promise<string[]> {
  const { rows } = await site.suite.pool.query<{ page: string }>(
    `select distinct detail ->> 'page' as page from audit_log where action = 'dossier.content_read' and subject = $1 order by 1`,
    [dossierId],
  );
  return rows.map(({ page }) => page);
}

test('A-30 B-04 while it lasts, an officer finds names, problem and documents on the pages and in their data, and nothing else; others nothing', async () => {
  const world = await readSince(20);
  const told: Mark[] = ['title', 'problem', 'good', 'priorSteps', 'contact', 'document', 'withdrawal'];
  // Why another officer read it before is on the log of every officer.
  expect(await found(world, world.people.officer)).toEqual([...told, 'reading']);
  // Whom any officer may call while something is awaited (ADR 51).
  expect(await found(world, site.suite.people.officer)).toEqual(['contact', 'reading']);
  const pages = await readingsOf(world);
  for (const page of ['dossier.summary', 'dossier.documents', 'dossier.document', 'office.dossier']) {
    expect(pages).toContain(page);
  }
  const about = await site.suite.pool.query(
    `select actor_id as by from audit_log where action = 'dossier.content_read' and detail ->> 'about' = $1`,
    [world.ids.documentId],
  );
  expect(about.rows).toEqual(expect.arrayContaining([{ by: world.people.officer.userId }]));
}, 120_000);

test('A-30 after thirty minutes nothing is found any more, and nothing more is written down as read', async () => {
  const world = await readSince(31);
  expect(await found(world, world.people.officer)).toEqual(['contact', 'reading']);
  expect(await readingsOf(world)).toEqual([]);
}, 120_000);

test('A-30 B-11 asked with a reason, told in the history of both parties, on the log of every officer, and ended by hand', async () => {
  const { officer, consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  const other = await openPlay(site.suite, inNegotiation);
  const address = `/office/dossiers/${play.dossierId}/acces-exceptionnel`;
  const summary = `/dossiers/${play.dossierId}`;
  const text = async (userId: string, where: string) =>
    (await site.pages.get(userId, where)).html.replaceAll(spaces, ' ');

  for (const { userId } of [consumer, clerk, mediator]) {
    expect((await site.pages.get(userId, address)).status).toBe(403);
    expect((await site.pages.post(userId, address, { form_name: 'read' })).status).toBe(403);
  }
  const asked = await text(officer.userId, address);
  for (const words of ['30 minutes', 'Les deux parties reçoivent un courriel', 'sont consignés']) {
    expect(asked).toContain(words);
  }
  const form = { form_name: 'read', justificationId: randomUUID(), base: '', confirmed: 'yes' };
  const words = { justification: 'JUSTIFICATION-DE-L-OFFICE', reason: 'plainte' };
  for (const lacking of [{ justification: ' ' }, { reason: '' }, { confirmed: '' }]) {
    const { status, html } = await site.pages.post(officer.userId, address, { ...form, ...words, ...lacking });
    expect(status).toBe(422);
    if (!('justification' in lacking)) expect(html).toContain(words.justification);
  }
  expect((await site.pages.post(officer.userId, address, { ...form, ...words, reason: 'curiosite' })).status).toBe(422);
  expect(await text(officer.userId, summary)).not.toContain('Accès exceptionnel jusqu’à');

  const opened = await site.pages.post(officer.userId, address, { ...form, ...words });
  expect([opened.status, opened.location]).toEqual([303, summary]);
  for (const where of [summary, `${summary}/documents`, `/office/dossiers/${play.dossierId}`, address]) {
    expect(await text(officer.userId, where)).toMatch(/Accès exceptionnel jusqu’à \d+ h \d\d/);
  }
  const otherPage = await text(officer.userId, `/dossiers/${other.dossierId}`);
  expect(otherPage).not.toContain('Accès exceptionnel jusqu’à');
  expect(await readingsOf(other)).toEqual([]);
  // Neither the whole file to take away, nor anything that writes.
  expect((await site.pages.get(officer.userId, `${summary}/documents/resume`)).status).toBe(403);
  expect(await text(officer.userId, `${summary}/documents`)).not.toContain('Télécharger le résumé');
  for (const where of ['messages', 'documents', 'propositions']) {
    const sent = await site.pages.post(officer.userId, `${summary}/${where}`, {
      body: 'Bonjour',
      thread: 'negotiation',
    });
    expect(sent.status).toBeGreaterThanOrEqual(400);
  }

  const { rows } = await site.suite.pool.query<{ name: string }>(
    `select first_name || ' ' || last_name as name from app_user where id = $1`,
    [officer.userId],
  );
  for (const { userId } of [consumer, clerk, mediator]) {
    const page = await text(userId, summary);
    expect(page).toMatch(/Accès exceptionnel de l’Office [^<]*, jusqu’à \d+ h \d\d[^<]*Une plainte reçue par l’Office/);
    expect(page).toContain(rows[0]!.name);
    expect(page).not.toContain(words.justification);
  }
  const log = await text(officer.userId, '/office/acces-exceptionnels');
  const file = await site.pages.get(officer.userId, '/office/acces-exceptionnels/fichier', 'en');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  for (const list of [log, file.html]) {
    for (const each of [rows[0]!.name, words.justification]) expect(list).toContain(each);
  }
  expect(log).toContain('Une plainte reçue par l’Office');
  expect((await site.pages.get(consumer.userId, '/office/acces-exceptionnels')).status).toBe(403);

  const ended = await site.pages.post(officer.userId, address, { form_name: 'end' });
  expect([ended.status, ended.location]).toEqual([303, `/office/dossiers/${play.dossierId}`]);
  const closed = await text(officer.userId, summary);
  expect(closed).not.toContain('Accès exceptionnel jusqu’à');
  const late = await site.pages.post(officer.userId, address, { form_name: 'end' });
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('Cet accès est déjà terminé')]);
  expect(await text(consumer.userId, summary)).toContain('Fin de l’accès exceptionnel');
  const acts = await site.suite.pool.query<{ action: string }>(
    `select action from audit_log where subject = $1 and action in ('dossier.content_asked', 'dossier.content_closed') order by id`,
    [play.dossierId],
  );
  expect(acts.rows.map(({ action }) => action)).toEqual(['dossier.content_asked', 'dossier.content_closed']);
}, 120_000);
