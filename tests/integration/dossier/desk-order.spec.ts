import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseOver } from '#db/database.ts';
import { listDossiers, type ListView } from '#db/dossiers/list.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

/** A mediator's desk of more dossiers than a page holds, written at once. */
let pool: pg.Pool;
let drop: () => Promise<void>;
const [mediator, consumer, merchant] = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  await pool.query('insert into merchant (id, name, email) values ($1, $2, $3)', [merchant, 'Boréal', 'a@b.example']);
  for (const id of [mediator, consumer])
    await pool.query('insert into app_user (id, kind, email) values ($1, $2, $3)', [
      id,
      id === consumer ? 'consumer' : 'mediator',
      `${id}@list.example`,
    ]);
  // Those that changed last began at any time; several began at one instant, and some are closed.
  await pool.query(
    `insert into dossier (id, number, status, turn, turn_what, revision_asked_by, consumer_id, merchant_id, mediator_id, mediator_declared, created_at,
        submitted_at, updated_at, changed_for_mediator, seq, head_hash, state)
      select gen_random_uuid(), n::text, case when n % 6 = 0 then 'closed' else 'mediation' end, (array['both', 'mediator', 'consumer'])[1 + n % 3], '',
        case when n % 4 = 0 then 'consumer' end, $1, $2, $3, true, now(), now(), now(), '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 second', 1, '',
        jsonb_build_object('mediation', jsonb_build_object('startedAt', to_char('2026-08-01'::date + (n * 37 % 90), 'YYYY-MM-DD') || 'T12:00:00.000Z'))
      from generate_series(0, 299) n`,
    [consumer, merchant, mediator],
  );
  await pool.query('analyze dossier');
});
afterAll(async () => {
  await pool.end();
  await drop();
});

const asked = {
  scope: { kind: 'mediator', userId: mediator },
  ...{ status: null, limit: 50, threads: {}, countUpTo: { open: 1000, yours: 1000, closed: 1 } },
} as const;

test.each<[ListView, string]>([
  ['open', 'true'],
  ['yours', `(turn = 'mediator' or revision_asked_by is not null)`],
])(
  'B-10 the desk « %s » is in one order over all its pages: what waits for the mediator, then by age',
  async (view, of) => {
    const { rows } = await pool.query<{ id: string }>(
      `select id from dossier where mediator_id = $1 and status = 'mediation' and ${of}
      order by turn = 'mediator' or revision_asked_by is not null desc, (state #>> '{mediation,startedAt}')::timestamptz, id`,
      [mediator],
    );
    const seen: string[] = [];
    for (let after: { at: string; id: string } | null = null; ;) {
      const found = await listDossiers(databaseOver(pool), { ...asked, view, after });
      const shown = found.rows.slice(0, 50);
      seen.push(...shown.map(({ id }) => id));
      const last = shown.at(-1);
      if (found.rows.length <= 50 || !last) break;
      after = { at: last.cursor, id: last.id };
    }
    expect(rows.length).toBeGreaterThan(100);
    expect(seen).toEqual(rows.map(({ id }) => id));
  },
);

test('B-10 a page of the desk is read along its index, and not sorted', async () => {
  const statements: { text: string; values: unknown[] }[] = [];
  const hearing = new pg.Pool({ ...pool.options, max: 1 });
  hearing.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: [{ text: string; values: unknown[] }]) => {
      if (typeof given[0] === 'object') statements.push(given[0]);
      return query(...given);
    }) as typeof client.query;
  });
  await listDossiers(databaseOver(hearing), { ...asked, view: 'open', after: null });
  await hearing.end();
  const [asking] = statements;
  if (!asking) throw new Error('nothing was asked');
  const plan = await pool.query<{ 'QUERY PLAN': string }>({
    text: `explain ${asking.text}`,
    values: asking.values,
  });
  expect(plan.rows.map((line) => line['QUERY PLAN']).join('\n')).toContain('using dossier_mediator_desk');
});
