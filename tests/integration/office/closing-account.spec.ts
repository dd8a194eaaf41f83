import { expect, test } from '@jest/globals';
import { mediationRequested } from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();

/** How many statements of the suite's database wait for a lock. */
const held = async (): Promise<boolean> => {
  const { rows } = await site.suite.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
};

/** A dossier that waits for a mediator, and both forms of officers about the same person. */
async function both() {
  const { officer } = site.suite.people;
  const { userId } = await secondMediator(site.suite.pool);
  const play = await openPlay(site.suite, mediationRequested);
  const assign = (): Promise<Answer> =>
    site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, {
      mediatorId: userId,
      replaces: '',
    });
  const close = (): Promise<Answer> =>
    site.pages.post(officer.userId, `/office/mediateurs/${userId}`, {
      form_name: 'close',
      confirmed: 'yes',
      running: '0',
    });
  const outcome = async () => {
    const { rows } = await site.suite.pool.query<{ closed: boolean }>(
      'select disabled_at is not null as closed from app_user where id = $1',
      [userId],
    );
    const { mediation, seq } = await play.state();
    return { closed: rows[0]!.closed, leads: mediation?.mediatorId === userId, seq };
  };
  return { userId, play, assign, close, outcome };
}

test('F-020 F-110 an account whose closing was first is given no mediation: the officer reads why, and nothing is journalled', async () => {
  const { userId, play, assign, outcome } = await both();
  const before = (await play.state()).seq;
  const client = await site.suite.pool.connect();
  let answer: Promise<Answer>;
  try {
    // A colleague's closing that is not committed yet: the page still offers the person.
    await client.query('begin');
    await client.query('update app_user set disabled_at = now() where id = $1', [userId]);
    answer = assign();
    await eventually(held, { within: 10_000 });
    await client.query('commit');
  } finally {
    client.release();
  }
  const { status, html } = await answer;
  expect([status, html]).toEqual([
    409,
    expect.stringContaining('son compte n’est pas actif. Choisissez-en une autre.'),
  ]);
  expect(await outcome()).toEqual({ closed: true, leads: false, seq: before });
  // The dossier is whole: somebody else is named.
  const { userId: other } = await secondMediator(site.suite.pool);
  const form = { mediatorId: other, replaces: '' };
  const { officer } = site.suite.people;
  expect((await site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, form)).status).toBe(
    303,
  );
  expect((await play.state()).mediation?.mediatorId).toBe(other);
});

test('F-020 F-110 an account to which a mediation was given first is not closed unseen: the officer reads which one came meanwhile, and confirms again', async () => {
  const { pool } = site.suite;
  const { play, assign, close, outcome } = await both();
  // The journal's transaction is held open after it has written the dossier.
  await pool.query(`
    create function held() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4545); return null; end $$;
    grant execute on function held() to public;
    create trigger held after update on dossier for each row execute function held()`);
  const client = await pool.connect();
  let answers: Promise<[Answer, Answer]>;
  try {
    await client.query('select pg_advisory_lock(4545)');
    const assigned = assign();
    await eventually(held, { within: 10_000 });
    const closed = close();
    answers = Promise.all([assigned, closed]);
    // Both wait: the closing for the journal's transaction.
    await eventually(
      async () =>
        (
          await pool.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%app_user%'`,
          )
        ).rows.length > 0,
      { within: 10_000 },
    );
    await client.query('select pg_advisory_unlock(4545)');
  } finally {
    client.release();
    await pool.query('drop trigger held on dossier; drop function held()');
  }
  const [assigned, closed] = await answers;
  expect([assigned.status, closed.status]).toEqual([303, 409]);
  expect(closed.html).toContain('Des médiations ont été confiées à cette personne depuis que la page est affichée');
  expect(closed.html).toContain(`href="/office/dossiers/${play.dossierId}"`);
  expect(closed.html).toContain('name="running" value="1"');
  expect(await outcome()).toMatchObject({ closed: false, leads: true });
});
