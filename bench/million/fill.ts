import pg from 'pg';
import { seedDossiers, type Seeded } from '../list/seed.ts';
import { listenTo } from '../queues/statements.ts';
import { seedOffice } from '../queues/seed.ts';
import { askingOver, type Asking, type Question } from './asked.ts';
import { seedHistory } from './history.ts';
import type { OfficeSeeded } from './office.ts';
import { planOf, type Plan } from './plans.ts';

/** Dossiers of one company, each with its history. */
export function fill(url: string, size: number): Promise<Seeded> {
  return withPool(url, async (pool) => {
    const seeded = await seedDossiers(pool, size);
    await seedHistory(pool);
    return seeded;
  });
}

/** Shares them out among many companies, with all that the Office's lists hold. */
export function fillOffice(url: string, seeded: Seeded): Promise<OfficeSeeded> {
  return withPool(url, async (pool) => ({ ...seeded, ...(await seedOffice(pool)) }));
}

/** A question over a database, and the plans of the statements that it is. */
export type Asked = Question & { plans(): Promise<Plan[]> };

/** What is asked of a database: of connections that answer; each question is heard once on another. Until `close`. */
export async function openAsked(
  url: string,
  make: (asking: Asking, pool: pg.Pool) => Promise<Question[]>,
): Promise<{ questions: Asked[]; close(): Promise<void> }> {
  const [plain, answering, listening] = [poolOf(url), poolOf(url), poolOf(url, 1)];
  const close = async (): Promise<void> => {
    await Promise.all([plain.end(), answering.end(), listening.end()]);
  };
  const during = listenTo(listening);
  try {
    const heard = await make(askingOver(listening), plain);
    const questions = (await make(askingOver(answering), plain)).map((question, index) => {
      const plans = async (): Promise<Plan[]> => {
        const found: Plan[] = [];
        for (const statement of await during(heard[index]!.ask)) found.push(await planOf(plain, statement));
        return found;
      };
      return { ...question, plans };
    });
    return { questions, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = poolOf(url);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

function poolOf(connectionString: string, max = 2): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  // The server may end before the last of its connections has.
  pool.on('error', () => undefined);
  return pool;
}
