import { createHash } from 'node:crypto';
import type pg from 'pg';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { personOfSession } from '#db/accounts/signed-in.ts';
import { dossierDocuments } from '#db/content/documents.ts';
import { threadCounts, threadMessages } from '#db/content/messages.ts';
import { dossierEvents } from '#db/dossiers/history.ts';
import { loadSummaryRow } from '#db/dossiers/summary-row.ts';
import { sweepOldRows } from '#db/housekeeping.ts';
import { loadDossier } from '#db/journal/dossier.ts';
import { dossiersBehind, dossiersOwing } from '#db/journal/recovery.ts';
import { dueMails } from '#db/outbox/queued-mails.ts';
import { readAsked } from '#web/app/dossier/list/asked.ts';
import { textsInForce } from '#web/server/services/accounts/current-user.ts';
import { dossierList } from '#web/server/services/dossier/list.ts';
import { searchQueue, sendQueue } from '#web/server/services/queue/list.ts';
import { replyList } from '#web/server/services/queue/replies.ts';
import { rare, type Seeded } from '../list/seed.ts';
import { companyQuestions } from '../queues/company.ts';
import { firstPart, found, noWords, page, type Asking, type Question } from './asked.ts';

/** What is asked for the people of a dispute, over one company that has all dossiers, and by the worker at intervals. */
export async function peopleQuestions(asking: Asking, pool: pg.Pool, seeded: Seeded): Promise<Question[]> {
  return [
    ...(await listQuestions(asking, pool, seeded)),
    ...(await queueQuestions(asking, pool, seeded)),
    ...(await dossierQuestions(asking, pool, seeded)),
    ...workerQuestions(asking),
  ];
}

async function listQuestions(
  { deps, personOf }: Asking,
  pool: pg.Pool,
  { merchant, consumer }: Seeded,
): Promise<Question[]> {
  const listOf = async (userId: string, query: string): Promise<Question['ask']> => {
    const user = await personOf(userId);
    return () => dossierList(deps, user, readAsked(user.kind, new URLSearchParams(query)));
  };
  const deep = await halfWay(pool, 'changed_for_colleague', `status = 'closed'`);
  const after = deps.cursors.write(`dossiers ${merchant.userId} closed  changed`, deep);
  return [
    page('list: merchant, first page', await listOf(merchant.userId, '')),
    page('list: merchant, what waits for them', await listOf(merchant.userId, 'vue=a-vous')),
    page(
      'list: merchant, half-way through the closed ones',
      await listOf(merchant.userId, `vue=fermes&apres=${after}`),
    ),
    page('list: consumer', await listOf(consumer.userId, '')),
  ];
}

async function queueQuestions(
  { db, deps, personOf }: Asking,
  pool: pg.Pool,
  { merchant }: Seeded,
): Promise<Question[]> {
  const user = await personOf(merchant.userId);
  const { number } = await aDossier(pool);
  const filter = { status: null, turn: null, charge: null, merchantId: null, establishments: null };
  const replies = { filter: { merchantId: null, savedBy: null }, order: 'title', after: null } as const;
  return [
    ...companyQuestions(db, user).map(({ name, ask }) => page(name, ask)),
    page('company’s queue: searched by number', () => searchQueue(deps, user, found(number))),
    page('company’s queue: searched by a rare name', () => searchQueue(deps, user, found(rare.last))),
    page('company’s queue: searched by a name that all share', () => searchQueue(deps, user, found('claire'))),
    page('company’s queue: file, first part', () =>
      firstPart(sendQueue(deps, user, { filter, order: 'age', words: ({ rows }) => noWords(rows) })),
    ),
    page('company’s saved replies', () => replyList(deps, user, replies)),
  ];
}

/** What the tabs of a dossier are made of. */
async function dossierQuestions({ db }: Asking, pool: pg.Pool, { consumer }: Seeded): Promise<Question[]> {
  const { id } = await aDossier(pool);
  const readerId = consumer.userId;
  const thread = { dossierId: id, thread: 'negotiation', from: null, before: null, limit: 50 } as const;
  const idHash = createHash('sha256').update(consumer.cookie.split('=')[1]!).digest();
  const at = new Date().toISOString();
  const session = { idHash, at, idleSince: '2020-01-01T00:00:00.000Z', texts: textsInForce };
  return [
    page('session and person', () => personOfSession(db, session)),
    page('a dossier, its state', () => loadDossier(db, id)),
    page('a dossier, names of its parties', () => loadSummaryRow(db, { dossierId: id, readerId })),
    page('a dossier, its messages', () => threadMessages(db, thread)),
    page('a dossier, messages not read', () => threadCounts(db, { dossierId: id, threads: [thread], readerId })),
    page('a dossier, its documents', () => dossierDocuments(db, id, readerId)),
    page('a dossier, its history', () => dossierEvents(db, { dossierId: id, types: ['sideNudged'] })),
    page('a dossier’s journal, verified', () => verifyChain(db, id)),
  ];
}

function workerQuestions({ db }: Asking): Question[] {
  const owing = { graceSeconds: 10, abandonedSeconds: 150, limit: 200 };
  return [
    page('outbox: mails that are due', () => dueMails(db, 50)),
    page('recovery: dossiers left behind', () => dossiersBehind(db, { graceSeconds: 10, limit: 200 })),
    page('recovery: dossiers with reactions left', () => dossiersOwing(db, owing)),
    { name: 'housekeeping, nothing to remove', flat: false, ask: () => sweepOldRows(db) },
  ];
}

/** A dossier in negotiation, in no order. */
export async function aDossier(pool: pg.Pool): Promise<{ id: string; number: string }> {
  const { rows } = await pool.query<{ id: string; number: string }>(
    `select id, number from dossier where status = 'negotiation' order by id limit 1`,
  );
  return rows[0]!;
}

/** The place half-way through an order. */
export async function halfWay(pool: pg.Pool, column: string, condition: string): Promise<{ at: string; id: string }> {
  const { rows } = await pool.query<{ id: string; at: string }>(
    `select id, ${column}::text as at from dossier where ${condition} and ${column} is not null order by ${column} desc, id
     offset (select count(*) / 2 from dossier where ${condition}) limit 1`,
  );
  return rows[0]!;
}
