import type pg from 'pg';

/** A statement as it went to PostgreSQL; with its name when it is planned once a connection. */
export type Statement = { name?: string; text: string; values: unknown[] };

/** A page, and the statements by which it is filled. */
export type Case = { name: string; path: string; statements: Statement[] };

/** What is asked of a pool's database while `work` runs, in order. Call it before the pool has connections. */
export function listenTo(pool: pg.Pool): (work: () => Promise<unknown>) => Promise<Statement[]> {
  let heard: Statement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const listening = (...given: unknown[]): unknown => {
      const [first, second] = given;
      if (typeof first === 'string') heard.push({ text: first, values: (second as unknown[] | undefined) ?? [] });
      else if (typeof first === 'object' && first !== null && 'text' in first) {
        const { name, text, values = [] } = first as { name?: string; text: string; values?: unknown[] };
        heard.push(name ? { name, text, values } : { text, values });
      }
      return query(...given);
    };
    client.query = listening as unknown as pg.PoolClient['query'];
  });
  return async (work) => {
    heard = [];
    await work();
    return heard.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
  };
}
