import { afterAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { databaseOver } from '#db/database.ts';
import { awaitedAsRead, turnAsRead } from '#db/dossiers/list-branches.ts';
import { readerRoles } from '#domain/access/index.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

const database = await createTestDatabase();
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
const db = databaseOver(pool);

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Every row that a dossier could have of what its turn is read from, possible or not. */
const rows = sql`(select * from unnest(array['consumer', 'merchant', 'both', 'mediator', 'office', 'none']) turn,
  unnest(array['consumer', 'merchant', null]) accepted_side, unnest(array['consumer', 'merchant', 'both', null]) revision_asked_by) d`;

test.each(
  readerRoles.flatMap((place) =>
    (['consumer', 'merchant', 'mediator', 'office'] as const).map((turn) => [place, turn] as const),
  ),
)(
  '§6 F-041 what is narrowed for the %s to what waits for the %s is what their page says so of',
  async (place, turn) => {
    const said = turn === 'consumer' || turn === 'merchant' ? sql`(${turn}, 'both')` : sql`(${turn})`;
    const { rows: found } = await sql<{ found: number; differing: number }>`
      select count(*) filter (where kept)::int as found, count(*) filter (where kept is true <> (says is true))::int as differing
      from (select ${awaitedAsRead(place, turn)} as kept, ${turnAsRead} in ${said} as says
        from ${rows} cross join (select ${place}::text as reader_role) v) x`.execute(db);
    expect(found[0]).toEqual({ found: expect.any(Number), differing: 0 });
    expect(found[0]!.found).toBeGreaterThan(0);
  },
);
