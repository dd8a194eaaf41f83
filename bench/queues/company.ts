import type pg from 'pg';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { databaseOver, type Database } from '#db/database.ts';
import { askedOfQueue, queueAddress } from '#web/app/queue/list/asked.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { createCursors } from '#web/server/services/cursors.ts';
import { queue } from '#web/server/services/queue/list.ts';
import { pepper } from '../servers/web.ts';
import { listenTo, type Case } from './statements.ts';

/** What the queue of a company is opened with. */
const addresses = {
  'sent longest ago first': queueAddress({}),
  'waiting longest first': queueAddress({ tri: 'wait' }),
  'last sent first': queueAddress({ tri: 'newest' }),
  'what waits for the company': queueAddress({ tour: 'merchant' }),
  'in the reader’s hands': queueAddress({ responsable: 'moi' }),
  'the closed ones': queueAddress({ etape: 'closed' }),
};

export type QueueQuestion = { name: string; path: string; ask(): Promise<unknown> };

/** The queue of a company as one of its people opens it (F-041), page by page. */
export function companyQuestions(db: Database, user: CurrentUser): QueueQuestion[] {
  const deps = { db, cursors: createCursors(secretRing(pepper)), limits: null as never, now: () => new Date() };
  return Object.entries(addresses).map(([name, path]) => {
    const { asked } = askedOfQueue(new URL(path, 'http://bench').searchParams);
    return { name: `company’s queue: ${name}`, path, ask: () => queue(deps, user, { ...asked, after: null }) };
  });
}

/** The same with the statements that fill each page. @param pool without connections yet. */
export async function companyCasesOf(pool: pg.Pool, userId: string): Promise<Case[]> {
  const during = listenTo(pool);
  const db = databaseOver(pool);
  const cases: Case[] = [];
  for (const { name, path, ask } of companyQuestions(db, (await loadUser(db, userId))!))
    cases.push({ name, path, statements: await during(ask) });
  return cases;
}
