import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseOver } from '#db/database.ts';
import { listDossiers, type ListScope, type ListView } from '#db/dossiers/list.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

/** The merchant's list against rows written at once: its order, its pages and its counts, whatever indexes serve them. */
let pool: pg.Pool;
let drop: () => Promise<void>;
const merchantId = randomUUID();
const [me, colleague, gone, consumer] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const upTo = { open: 1_000, yours: 1_000, closed: 1_000 };
const scope: ListScope = { kind: 'merchant', userId: me, merchants: [{ id: merchantId, role: 'representative' }] };
const asked = { scope, status: null, limit: 10, countUpTo: upTo, threads: {} } as const;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  await pool.query('insert into merchant (id, name, email) values ($1, $2, $3)', [
    merchantId,
    'Boréal',
    'info@boreal.example',
  ]);
  for (const id of [me, colleague, gone, consumer]) {
    await pool.query('insert into app_user (id, kind, email) values ($1, $2, $3)', [
      id,
      id === consumer ? 'consumer' : 'merchant',
      `${id}@list.example`,
    ]);
  }
  await pool.query(
    `insert into merchant_member (merchant_id, user_id, role, until)
      select $1, u, 'representative', case when u = $3 then now() end from unnest($2::uuid[]) u`,
    [merchantId, [me, colleague, gone], gone],
  );
  // Seven share each instant: a page may begin and end between two of them.
  await pool.query(
    `insert into dossier (id, number, status, turn, turn_what, consumer_id, merchant_id, handler_id, created_at, submitted_at, updated_at,
        changed_for_handler, changed_for_colleague, seq, head_hash, state)
      select gen_random_uuid(), n::text,
        (array['negotiation', 'submitted', 'mediation', 'mediationRequested', 'closed', 'purged', 'draft'])[1 + n % 7],
        (array['merchant', 'consumer', 'both'])[1 + n % 3], '', $1, $2, ($3::uuid[])[1 + n % 4], now(),
        case when n % 7 < 6 then now() end, now(),
        '2026-11-01T00:00:00Z'::timestamptz + (n / 49) * interval '1.5 milliseconds',
        '2026-11-01T00:00:00Z'::timestamptz + (n / 35) * interval '1.5 milliseconds', 1, '', '{}'
      from generate_series(0, 839) n`,
    [consumer, merchantId, [me, colleague, gone]],
  );
});

afterAll(async () => {
  await pool.end();
  await drop();
});

const conditions: Record<Exclude<ListView, 'all'>, string> = {
  open: `status in ('negotiation', 'submitted', 'mediation', 'mediationRequested')`,
  closed: `status = 'closed'`,
  yours: `status in ('negotiation', 'submitted', 'mediation', 'mediationRequested') and turn <> 'consumer'
    and (handler_id is null or handler_id <> '${colleague}')`,
};

test.each(['open', 'yours', 'closed'] as const)(
  'F-041 F-019 the pages of « %s » follow each other, nothing twice and nothing left out',
  async (view) => {
    const { rows } = await pool.query<{ id: string }>(
      `select id from dossier where ${conditions[view]} order by case when handler_id = '${me}' then changed_for_handler else changed_for_colleague end desc, id`,
    );
    const db = databaseOver(pool);
    const seen: string[] = [];
    for (let after: { at: string; id: string } | null = null; ;) {
      const found = await listDossiers(db, { ...asked, view, after });
      const shown = found.rows.slice(0, 10);
      seen.push(...shown.map(({ id }) => id));
      const last = shown.at(-1);
      if (found.rows.length <= 10 || !last) break;
      after = { at: last.cursor, id: last.id };
    }
    expect(rows.length).toBeGreaterThan(60);
    expect(seen).toEqual(rows.map(({ id }) => id));
  },
);

test('F-041 the counts are those of the lists, up to their limit', async () => {
  const db = databaseOver(pool);
  const { rows } = await pool.query<{ open: number; yours: number; closed: number }>(
    `select count(*) filter (where ${conditions.open})::int as open, count(*) filter (where ${conditions.yours})::int as yours,
      count(*) filter (where ${conditions.closed})::int as closed from dossier`,
  );
  const counted = async (most: number) => {
    const countUpTo = { open: most, yours: most, closed: most };
    return (await listDossiers(db, { ...asked, view: 'open', after: null, countUpTo })).counts;
  };
  expect(await counted(1_000)).toEqual(rows[0]);
  expect(await counted(50)).toEqual({ open: 50, yours: 50, closed: 50 });
  // A page without rows has them too.
  const none = await listDossiers(db, { ...asked, view: 'open', status: 'closed', after: null });
  expect(none).toEqual({ rows: [], counts: rows[0] });
});
