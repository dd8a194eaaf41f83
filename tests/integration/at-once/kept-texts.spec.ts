import { describe, expect, test } from '@jest/globals';
import { forgetText, keepText, keptText, type TextOf, type TypedText } from '#db/content/kept-texts.ts';
import { openOrm, poolOf } from '#db/orm.ts';
import { databaseForFile } from '#tests/kit/database-for-file.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { meetingAt } from '#tests/kit/held-row.ts';
import { createPeople } from '#tests/kit/people.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';
import { createKeptTextServices } from '#web/server/services/kept-texts/index.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';

const file = databaseForFile();

const shown: TypedText['shown'] = [['details', '']];
const saying = (text: string): TypedText => ({ typed: [['details', text]], shown });
const keep = (of: TextOf, text: string, seen: number) =>
  keepText(file.db, { ...of, ...saying(text), dossierId: null, seen });
const saidIn = async (of: TextOf) => (await keptText(file.db, of))?.typed[0]?.[1] ?? null;

describe('B-03 a text that is kept for its author', () => {
  test('is never taken for one that was let go of before it', async () => {
    const of = { userId: file.people.consumer.userId, form: '/profil|' };
    const before = (await keep(of, 'Le premier', 0))!;
    expect(await forgetText(file.db, { ...of, seen: before })).toBe(true);
    const after = (await keep(of, 'Le second', 0))!;
    expect(after).not.toBe(before);
    expect(await keep(of, 'D’une fenêtre oubliée', before)).toBeNull();
    expect(await forgetText(file.db, { ...of, seen: before })).toBe(false);
    expect(await saidIn(of)).toBe('Le second');
  });

  test('stays when another window, in the same instant, goes back to what the page came with', async () => {
    const of = { userId: file.people.clerk.userId, form: '/profil|' };
    const seen = (await keep(of, 'Au début', 0))!;
    const limits = { count: async () => undefined } as unknown as ServiceDeps['limits'];
    const { save } = createKeptTextServices({ db: file.db, limits } as ServiceDeps);
    const window = (typed: TypedText['typed']) => () => save(of.userId, { form: of.form, typed, shown, version: seen });
    const held = { lock: 'select from kept_text where user_id = $1 for update', values: [of.userId] };
    const [, emptied] = await meetingAt(file.pool, held, [window([['details', 'La suite']]), window(shown)]);
    expect(emptied).toMatchObject({ other: { typed: [['details', 'La suite']] } });
    expect(await saidIn(of)).toBe('La suite');
  });
});

test('B-03 B-11 texts of the release before are changed under the version that their pages saw, and get one that no page saw', async () => {
  const own = await createTestDatabase();
  const orm = await openOrm(own.url);
  try {
    const pool = await poolOf(orm);
    await orm.migrator.down({ to: 'Migration20261127030000' });
    const { consumer, officer } = await createPeople(pool);
    const values = [consumer.userId];
    await pool.query(
      `insert into kept_text (user_id, form, typed, shown, version) values ($1, '/profil|', '[["a", "b"]]', '[]', 7)`,
      values,
    );
    await pool.query(
      `insert into office_step (dossier_id, due_day, body, set_by) values (gen_random_uuid(), '${dayFromToday()}'::date, 'Rappeler', $1)`,
      [officer.userId],
    );
    await orm.migrator.up();
    const versions = async () =>
      (await pool.query('select version from kept_text union all select version from office_step order by 1')).rows.map(
        ({ version }) => Number(version),
      );
    expect(await versions()).toEqual([1, 7]);
    await pool.query('update kept_text set typed = $1', ['[]']);
    await pool.query('update office_step set version = version + 1');
    expect(await versions()).toEqual([500_001, 500_002]);
  } finally {
    await orm.close(true);
    await own.drop();
  }
});
