import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseOver } from '#db/database.ts';
import { sweepOldRows, type Swept } from '#db/housekeeping.ts';
import { agreed } from '#domain/testing/scenario/scenarios.ts';
import { waitingAccessRequest, waitingParticipation } from '#tests/kit/participation.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { testSecrets } from '#tests/kit/secrets.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { runHousekeeping } from '#worker/housekeeping.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

const sweep = (): Promise<Swept> => sweepOldRows(databaseOver(activityRuns.pool));
const nothing: Swept = {
  sessions: 0,
  registrations: 0,
  codes: 0,
  limits: 0,
  mails: 0,
  texts: 0,
  addresses: 0,
  acceptances: 0,
  places: 0,
  emailChanges: 0,
  participations: 0,
  accessRequests: 0,
  handOvers: 0,
};

async function names(table: string, column: string): Promise<string[]> {
  const { rows } = await activityRuns.pool.query<{ name: string }>(`select ${column} as name from ${table} order by 1`);
  return rows.map(({ name }) => name);
}

test('sessions that are over go, those that live stay', async () => {
  const { consumer } = await activityRuns.people();
  const session = (expires: string) =>
    activityRuns.pool.query(
      `insert into session (id_hash, user_id, expires_at) values ($1, $2, now() + $3::interval)`,
      [randomBytes(32), consumer.userId, expires],
    );
  await Promise.all([session('-1 second'), session('-3 days'), session('1 hour')]);
  expect(await sweep()).toEqual({ ...nothing, sessions: 2 });
  expect(await sweep()).toEqual(nothing);
  const left = await activityRuns.pool.query(`select expires_at > now() as live from session`);
  expect(left.rows).toEqual([{ live: true }]);
});

test('codes stay for a day after they were used or expired and links for 90, so that a page can say which', async () => {
  const { consumer } = await activityRuns.people();
  const code = (purpose: string, expires: string, used: string | null) =>
    activityRuns.pool.query(
      `insert into one_time_code (id, purpose, user_id, code_hash, expires_at, used_at)
       values ($1, $2, $3, '\\x00', now() + $4::interval, now() + $5::interval)`,
      [randomUUID(), purpose, consumer.userId, expires, used],
    );
  await code('activate', '-91 days', null);
  await code('reset_password', '6 days', '-25 hours');
  expect(await sweep()).toEqual({ ...nothing, codes: 2 });
  await code('reset_password', '-23 hours', null);
  await code('reset_password', '10 minutes', '-23 hours');
  await code('activate', '7 days', null);
  await code('activate', '7 days', '-89 days');
  expect(await sweep()).toEqual(nothing);
  expect(await names('one_time_code', 'purpose')).toEqual(['activate', 'activate', 'reset_password', 'reset_password']);
});

test('F-011 sign-ups whose address was not proved go after a day, with the password and the names that were typed', async () => {
  const signUp = (email: string, age: string) =>
    activityRuns.pool.query(
      `insert into registration (id, email, password_hash, first_name, last_name, language, code_hash, code_expires_at, created_at)
       values ($1, $2, 'hash', 'Nom', 'Tapé', 'fr', '\\x00', now(), now() - $3::interval)`,
      [randomUUID(), email, age],
    );
  await signUp('hier@personne.example', '24 hours 1 second');
  await signUp('tantot@personne.example', '23 hours 59 minutes');
  expect(await sweep()).toEqual({ ...nothing, registrations: 1 });
  expect(await names('registration', 'email::text')).toEqual(['tantot@personne.example']);
  expect(await sweep()).toEqual(nothing);
});

test('counts that slow guessing go once they have started again, and not before', async () => {
  const limits = createLimits({ pool: activityRuns.pool, secrets: testSecrets });
  await limits.count('signInAccount', 'vivante@personne.example');
  const [living] = await names('rate_limit', 'key');
  await limits.count('signInAccount', 'finie@personne.example');
  await activityRuns.pool.query(`update rate_limit set expire = extract(epoch from now()) * 1000 - 1 where key <> $1`, [
    living,
  ]);
  expect(await sweep()).toEqual({ ...nothing, limits: 1 });
  expect(await names('rate_limit', 'key')).toEqual([living]);
});

test('mails of accounts go after 90 days; those that wait, and those of a dossier, stay', async () => {
  const play = await activityRuns.open();
  const mail = (to: string, state: string, { days, dossierId = null }: { days: number; dossierId?: string | null }) =>
    activityRuns.pool.query(
      `insert into mail (id, dedupe_key, to_address, template, state, created_at, dossier_id)
       values ($1::uuid, $1::text, $2, 'account-exists', $3, now() - make_interval(days => $4), $5)`,
      [randomUUID(), to, state, days, dossierId],
    );
  await mail('parti', 'sent', { days: 91 });
  await mail('refuse', 'failed', { days: 91 });
  await mail('recent', 'sent', { days: 89 });
  await mail('attend', 'queued', { days: 91 });
  await mail('dossier', 'sent', { days: 300, dossierId: play.dossierId });
  expect(await sweep()).toEqual({ ...nothing, mails: 2 });
  expect(await names('mail', 'to_address::text')).toEqual(['attend', 'dossier', 'recent']);
});

test('requests to take part and about access go a year after the answer, uncorrected ones 90 days after their link; those that wait stay', async () => {
  const { officer, respondent, merchantId } = await activityRuns.people();
  const request = async (name: string, { state, age, link = null }: Record<string, string | null>) => {
    const id = await waitingParticipation(activityRuns.pool, `${name}@quai.example`);
    await activityRuns.pool.query(
      `update participation set state = $2, since = now() - $3::interval, link_until = now() - $4::interval, answered_by = $5 where id = $1`,
      [id, state, age, link, officer.userId],
    );
  };
  await request('vieille', { state: 'declined', age: '366 days' });
  await request('acceptee', { state: 'accepted', age: '366 days' });
  await request('oubliee', { state: 'correction', age: '121 days', link: '91 days' });
  await request('recente', { state: 'declined', age: '364 days' });
  await request('corrigeable', { state: 'correction', age: '100 days', link: '89 days' });
  await request('attend', { state: 'waiting', age: '400 days' });
  const asked = { merchantId, askedBy: respondent.userId, email: 'luc@quai.example' };
  const [old] = [
    await waitingAccessRequest(activityRuns.pool, asked),
    await waitingAccessRequest(activityRuns.pool, asked),
  ];
  await activityRuns.pool.query(
    `update access_request set state = 'done', answered_at = now() - interval '366 days' where id = $1`,
    [old],
  );
  expect(await sweep()).toEqual({ ...nothing, participations: 3, accessRequests: 1 });
  expect(await names('participation', `split_part(sender_email::text, '@', 1)`)).toEqual([
    'attend',
    'corrigeable',
    'recente',
  ]);
});

test('the address of codes that nobody used goes 90 days after their end; a request in use keeps its own', async () => {
  const { officer, merchantId } = await activityRuns.people();
  const referral = (name: string, { expires, revoked = null, used = null }: Record<string, string | null>) =>
    activityRuns.pool.query(
      `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, revoked_at, used_at)
       values ($1, $2::text, '\\x00', $2::text, $3, 'qualite', $4, now() + $5::interval, now() + $6::interval, now() + $7::interval)`,
      [randomUUID(), `${name}@personne.example`, merchantId, officer.userId, expires, revoked, used],
    );
  await referral('finie', { expires: '-91 days' });
  await referral('reprise', { expires: '9 days', revoked: '-91 days' });
  await referral('recente', { expires: '-89 days' });
  await referral('utilisee', { expires: '-91 days', used: '-92 days' });
  expect(await sweep()).toEqual({ ...nothing, addresses: 2 });
  expect(await sweep()).toEqual(nothing);
  const kept = ['', '', 'recente@personne.example', 'utilisee@personne.example'];
  expect(await names('referral', 'consumer_email::text')).toEqual(kept);
  await activityRuns.pool.query('delete from referral');
});

test('F-142 a mail that left after its dossier was purged does not stay', async () => {
  const play = await activityRuns.open();
  await activityRuns.run(play.dossierId);
  expect(await activityRuns.outbox(play.dossierId)).toHaveLength(1);
  await activityRuns.pool.query(`update dossier set status = 'purged' where id = $1`, [play.dossierId]);
  expect((await sweep()).mails).toBe(1);
  expect(await activityRuns.outbox(play.dossierId)).toEqual([]);
});

test('the worker sweeps when it starts and again later, a failure in between being told, until it stops', async () => {
  const stopping = new AbortController();
  const heard: (Swept | 'failed')[] = [];
  let asked = 0;
  await runHousekeeping(
    async () => {
      asked += 1;
      if (asked === 2) throw new Error('the connection is closed');
      return sweep();
    },
    stopping.signal,
    {
      report: (outcome) => {
        heard.push(outcome);
        if (heard.length === 3) stopping.abort();
      },
      pauseMs: 10,
    },
  );
  expect(heard).toEqual([nothing, 'failed', nothing]);
});

test('B-03 a text that nobody went on with for thirty days goes, another stays', async () => {
  const { consumer } = await activityRuns.people();
  const text = (form: string, age: string) =>
    activityRuns.pool.query(
      `insert into kept_text (user_id, form, typed, shown, saved_at) values ($1, $2, '[]', '[]', now() - $3::interval)`,
      [consumer.userId, form, age],
    );
  await Promise.all([text('/profil|', '31 days'), text('/dossiers/nouveau|', '29 days')]);
  expect(await sweep()).toEqual({ ...nothing, texts: 1 });
  expect(await names('kept_text', 'form')).toEqual(['/dossiers/nouveau|']);
});

test('A-34 the address of an acceptance that came to nothing goes after a day; one that the journal has stays', async () => {
  const play = await activityRuns.open(agreed);
  const { pool } = activityRuns;
  const { rows } = await pool.query<{ key: string; by: string }>(
    `select command_key as key, actor_id as by from dossier_event where dossier_id = $1 and type = 'proposalAccepted'`,
    [play.dossierId],
  );
  const address = (key: string, age: string) =>
    pool.query(
      `insert into acceptance_address (dossier_id, command_key, user_id, ip, noted_at) values ($1, $2, $3, '192.0.2.1', now() - $4::interval)`,
      [play.dossierId, key, rows[0]!.by, age],
    );
  await address(rows[0]!.key, '2 days');
  await address('refused', '25 hours');
  await address('under-way', '23 hours');
  expect(await sweep()).toEqual({ ...nothing, acceptances: 1 });
  expect(await names('acceptance_address', 'command_key')).toEqual([rows[0]!.key, 'under-way'].sort());
  await pool.query('delete from acceptance_address');
});

test('A-20 the internet address of an acceptance goes after a year; that the terms were accepted stays', async () => {
  const { consumer } = await activityRuns.people();
  const accept = (version: string, age: string) =>
    activityRuns.pool.query(
      `insert into terms_acceptance (id, user_id, kind, version, language, accepted_at, ip)
       values ($1, $2, 'terms', $3, 'fr', now() - $4::interval, '192.0.2.7')`,
      [randomUUID(), consumer.userId, version, age],
    );
  await Promise.all([accept('ancienne', '367 days'), accept('recente', '364 days')]);
  expect(await sweepOldRows(activityRuns.mailDeps.db)).toEqual({ ...nothing, places: 1 });
  const { rows } = await activityRuns.pool.query(
    `select version, host(ip) as ip from terms_acceptance where user_id = $1 order by 1`,
    [consumer.userId],
  );
  expect(rows).toEqual([
    { version: 'ancienne', ip: null },
    { version: 'recente', ip: '192.0.2.7' },
  ]);
});
