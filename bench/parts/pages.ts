import { readFile } from 'node:fs/promises';
import os from 'node:os';
import autocannon from 'autocannon';
import pg from 'pg';
import { href, pages } from '#contracts/pages/index.ts';
import { databaseOver } from '#db/database.ts';
import type { Place } from '#domain/testing/people.ts';
import { countered } from '#domain/testing/scenario/scenarios.ts';
import type { Step } from '#domain/testing/scenario/step.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { manualEngine } from '#tests/kit/engine/manual.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { formsOf } from '#tests/kit/forms.ts';
import { admitEveryone, createPeople, type People } from '#tests/kit/people.ts';
import type { Row } from '../measure/report.ts';
import type { Servers } from '../servers/servers.ts';
import { startReadingWeb } from '../servers/web.ts';
import { openSession } from '../servers/session.ts';

/** People at once. */
const people = 32;
const seconds = 4;

/** A page and who reads it; null is nobody. `saves`: what is measured is the saving of what is typed in its form, and where to. */
type Case = { name: string; by: keyof People | null; path: string; saves?: { field: string; to: string } };

/**
 * What each kind of page costs with thirty-two people at once: processor of the web process, bytes, the time until it is there. A dossier in
 * negotiation with some thirty messages and ten documents; nobody else is served meanwhile.
 */
export async function benchPages({ database, as, web }: Servers): Promise<Row[]> {
  await buildPages(consoleProgress(), os.tmpdir());
  const databaseUrl = await database('bench_pages');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    const db = databaseOver(pool);
    const cast = await createPeople(pool);
    await admitEveryone(pool);
    const where = { engine: manualEngine(db), pool, people: cast };
    const { dossierId } = await openPlay(where, [...countered, ...conversation]);
    const filing = await openPlay(where);
    const { origin, pid } = await startReadingWeb(web, as('web', databaseUrl));
    const rows: Row[] = [];
    for (const each of casesOf(dossierId, filing.dossierId)) {
      const reader = each.by && (cast[each.by] as { userId: string }).userId;
      const cookie = reader ? await openSession(pool, reader) : '';
      rows.push(await rowOf(each, { origin, cookie, pid }));
    }
    return rows;
  } finally {
    await pool.end();
  }
}

/** Ten documents and thirty messages. */
const conversation: Step<Place>[] = [
  ...Array.from({ length: 10 }, (): Step<Place> => ({ by: 'consumer', act: 'addDocument' })),
  ...Array.from({ length: 30 }, (_, n): Step<Place> => ({ by: n % 2 ? 'consumer' : 'clerk', act: 'postMessage' })),
];

function casesOf(dossierId: string, draftId: string): Case[] {
  const { dossier, filing, office, accounts, public: open } = pages;
  return [
    { name: 'without data: « Confidentialité »', by: null, path: href(open.confidentiality) },
    { name: 'sign-in', by: null, path: href(accounts.signIn) },
    { name: 'profile', by: 'consumer', path: href(accounts.profile) },
    { name: 'list', by: 'consumer', path: href(dossier.list) },
    { name: 'dossier: summary', by: 'consumer', path: href(dossier.summary, { dossierId }) },
    { name: 'dossier: documents', by: 'consumer', path: href(dossier.documents, { dossierId }) },
    { name: 'dossier: proposals', by: 'consumer', path: href(dossier.proposals, { dossierId }) },
    { name: 'dossier: messages', by: 'consumer', path: href(dossier.messages, { dossierId }) },
    { name: 'proposal form', by: 'consumer', path: href(dossier.propose, { dossierId }) },
    {
      name: 'save of a message that is being typed',
      by: 'consumer',
      path: href(dossier.messages, { dossierId }),
      saves: { field: 'body', to: href(dossier.autosave, { dossierId }) },
    },
    { name: 'filing: one screen', by: 'consumer', path: href(filing.screen, { dossierId: draftId, screen: 'bien' }) },
    { name: 'filing: review', by: 'consumer', path: href(filing.review, { dossierId: draftId }) },
    { name: 'Office: dossiers', by: 'officer', path: href(office.dossiers) },
    { name: 'Office: merchants', by: 'officer', path: href(office.merchants) },
  ];
}

async function rowOf(
  { name, path, saves }: Case,
  { origin, cookie, pid }: { origin: string; cookie: string; pid: number },
): Promise<Row> {
  const url = origin + (saves?.to ?? path);
  const headers = { 'accept-language': 'fr', 'accept-encoding': 'gzip', origin, ...(cookie ? { cookie } : {}) };
  const first = await fetch(origin + path, { headers, redirect: 'manual' });
  const html = await first.text();
  if (first.status !== 200) throw new Error(`${origin}${path}: ${first.status}`);
  const ask = saves
    ? { url, headers: { ...headers, ...formType }, method: 'POST' as const, body: typedIn(html, saves) }
    : { url, headers };
  // A person is held to so many saves (web/server/services/limits).
  await autocannon({ ...ask, connections: people, ...(saves ? { amount: 200 } : { duration: 1 }) });
  const before = await processorOf(pid);
  const result = await autocannon({
    ...ask,
    connections: people,
    ...(saves ? { amount: 1_000 } : { duration: seconds }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} other answers, ${result.errors} errors`);
  const count = result['2xx'];
  const sent = Math.round(result.throughput.total / count / 100) / 10;
  return {
    name,
    unit: 'ms',
    ours: ((await processorOf(pid)) - before) / count,
    target: null,
    note: `${Math.round(count / result.duration)} pages/s; p50 ${result.latency.p50} ms, p95 ${result.latency.p97_5} ms (97.5 %); ${sent} kB sent${saves ? '' : `, ${Math.round(html.length / 100) / 10} kB of text`}`,
  };
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** The form of a page with a text in it, as its script saves it. */
function typedIn(html: string, { field, to }: { field: string; to: string }): string {
  const form = formsOf(html, to).find(({ fields }) => fields.some(({ name }) => name === field));
  if (!form) throw new Error(`no form has a field ${field}`);
  const typed = { ...Object.fromEntries(form.hidden), [field]: 'Avez-vous des nouvelles de la pièce? '.repeat(8) };
  return new URLSearchParams({ ...typed, intent: 'autosave' }).toString();
}

/** Processor time that a process has used, in milliseconds; Linux counts in hundredths of a second. */
async function processorOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
