import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDiskStore } from '#db/files/disk.ts';
import { scanQuarantined } from '#db/files/quarantine.ts';
import { openClamd } from '#db/files/scanner.ts';
import { ensureClamd, startClamd } from '#scripts/servers/clamd.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { presentDraft } from '#web/app/filing/draft.present.server.ts';
import { readerOf } from '#content/reader.ts';
import { startDesk, type Desk } from './desk.ts';

/** The test file of the antivirus industry, which is no virus; in two halves, so that no scanner removes this source. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const signature = `Eicar-Test:0:*:${Buffer.from(eicar, 'latin1').toString('hex')}`;

let folder: string;
let port: number;
let desk: Desk;
let clamd: Awaited<ReturnType<typeof startClamd>> | null = null;

async function start(): Promise<void> {
  const program = await ensureClamd(consoleProgress());
  clamd = await startClamd({ program, folder, port, signatures: [signature] });
}

async function stop(): Promise<void> {
  await clamd?.stop();
  clamd = null;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parle-clamd-'));
  [port = 0] = await freePorts(1);
  await start();
  desk = await startDesk({ scanner: openClamd(`127.0.0.1:${port}`) });
}, 300_000);
afterAll(async () => {
  await desk?.stop();
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const draftOf = (dossierId: string) => desk.filing.loadWritable(desk.consumer, dossierId);

async function send(dossierId: string, name: string, content: string) {
  const form = new FormData();
  form.append('files', new File([content], name));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const { accepted, refused } = await desk.filing.addDocuments(await draftOf(dossierId), request);
  return { id: accepted[0]?.id ?? '', code: refused[0]?.code ?? null };
}

const scanOf = async (id: string) =>
  (await desk.pool.query<{ scan: string }>('select scan from document where id = $1', [id])).rows[0]?.scan;
const round = () =>
  scanQuarantined({
    db: desk.db,
    files: openDiskStore(desk.servers.filesDir),
    scanner: openClamd(`127.0.0.1:${port}`),
  });

test('ASVS 5.4.3 a clean file is taken as it was before, and one with a known program in it is refused with its sentence', async () => {
  const dossierId = await desk.open();
  const clean = await send(dossierId, 'note.txt', 'Le réfrigérateur ne refroidit plus.');
  expect([clean.code, await scanOf(clean.id)]).toEqual([null, 'clean']);
  expect(await send(dossierId, 'piege.txt', `Bonjour. ${eicar}`)).toEqual({ id: '', code: 'file.infected' });
  expect((await draftOf(dossierId)).documents).toHaveLength(1);
});

test('ASVS 5.4.3 A-27 while the scanner is away a file waits in quarantine, where only its owner opens it, until the scanner has answered; who sent an infected one is told', async () => {
  const dossierId = await desk.open();
  await stop();
  const waiting = await send(dossierId, 'note.txt', 'Le réfrigérateur ne refroidit plus.');
  const trap = await send(dossierId, 'piege.txt', `Bonjour. ${eicar}`);
  expect([waiting.code, trap.code]).toEqual([null, null]);
  expect([await scanOf(waiting.id), await scanOf(trap.id)]).toEqual(['quarantined', 'quarantined']);

  const shown = async () =>
    presentDraft(readerOf('fr'), desk.filing.facts(await draftOf(dossierId))).documents.map(({ scan }) => scan);
  for (const sentence of await shown()) expect(sentence).toMatch(/attend d’être vérifié/);
  const open = (documentId: string) => desk.documents.send({ user: desk.consumer, dossierId, documentId });
  expect((await open(waiting.id)).status).toBe(200);
  // Sent by somebody else of the same side: this reader is another.
  await desk.pool.query('update document set owner_id = null where id = $1', [waiting.id]);
  await expect(open(waiting.id)).rejects.toMatchObject({ code: 'file.quarantined' });

  expect(await round()).toEqual({ clean: 0, infected: 0 });
  await start();
  expect(await round()).toEqual({ clean: 1, infected: 1 });
  expect([await scanOf(waiting.id), await scanOf(trap.id)]).toEqual(['clean', 'infected']);
  expect((await open(waiting.id)).status).toBe(200);
  await expect(open(trap.id)).rejects.toMatchObject({ code: 'file.infected' });
  expect(await shown()).toEqual([null, expect.stringMatching(/a été détruit/)]);
  expect(await round()).toEqual({ clean: 0, infected: 0 });

  // Who sent it is told, once, in a mail that goes with the dossier; the name of the file, which is theirs, is not in it.
  const mails = await desk.pool.query<{ to: string; template: string; params: Record<string, string> }>(
    `select recipient_id as to, template, params from mail where dossier_id = $1 and template = 'file-infected'`,
    [dossierId],
  );
  expect(mails.rows).toEqual([
    {
      to: desk.consumer.id,
      template: 'file-infected',
      params: { number: expect.stringMatching(/^\d{4}-\d{6}$/), depositedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    },
  ]);
}, 300_000);

test('ten million bytes are shown to the scanner whole', async () => {
  const scanner = openClamd(`127.0.0.1:${port}`);
  const large = Buffer.concat([Buffer.alloc(9_900_000, 'a'), Buffer.from(eicar)]);
  expect(await scanner.scan(Readable.from([large.subarray(0, 5_000_000), large.subarray(5_000_000)]))).toBe('infected');
  expect(await scanner.scan(Readable.from([large.subarray(0, 9_900_000)]))).toBe('clean');
});

test('a scanner that is not there, or answers something else, is away', async () => {
  const [nobody] = await freePorts(1);
  expect(await openClamd(`127.0.0.1:${nobody}`).scan(Readable.from(['x']))).toBe('away');
  expect(await openClamd('unix:/nowhere/clamd.sock').scan(Readable.from(['x']))).toBe('away');
});
