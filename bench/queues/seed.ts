import { officeVersion, termsVersion } from '#content/terms/versions.ts';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openSession } from '../servers/session.ts';

const companies = 2_000;
const mediators = 40;

/**
 * What the Office's lists hold, over dossiers that are there already (bench/list/seed.ts): they are shared out among two thousand companies; one in five
 * mediations waits for a mediator, the others are led by one of forty, half of whom have told the Office of something; officers have called, and noted what
 * to do next; companies ask to take part, and about their people. Each dossier was opened by codes; one code in eight was not used.
 *
 * @returns the cookie of an officer's session.
 */
export async function seedOffice(pool: pg.Pool): Promise<string> {
  const officer = randomUUID();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(`insert into app_user (id, kind, email, email_verified_at, first_name, last_name, profile_completed_at)
      select gen_random_uuid(), 'mediator', 'mediator-' || n || '@bench.example', now(), 'Hélène', 'Duval-' || n, now()
      from generate_series(1, ${mediators}) n`);
    await client.query(
      `insert into app_user (id, kind, email, email_verified_at, first_name, last_name, profile_completed_at)
       values ($1, 'officer', 'officer@bench.example', now(), 'Nathalie', 'Bergevin', now())`,
      [officer],
    );
    await client.query(
      `insert into terms_acceptance (id, user_id, kind, version, language)
       values (gen_random_uuid(), $1, 'terms', $2, 'fr'), (gen_random_uuid(), $1, 'office', $3, 'fr')`,
      [officer, termsVersion, officeVersion],
    );
    for (const statement of statements) await client.query(statement);
    await client.query(waitingSql, [officer]);
    await client.query(accessesSql);
    for (const statement of codesSql) await client.query(statement, [officer]);
    // What triggers would have kept.
    await client.query('select keep_anew()');
    const cookie = await openSession(client, officer);
    await client.query('commit');
    await client.query('vacuum analyze');
    return cookie;
  } finally {
    client.release();
  }
}

const intoEvents =
  'insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash)';

/** One event of each dossier, as its number `seq`. */
const event = ({ seq, type, at, rest }: { seq: number; type: string; at: string; rest: string }) =>
  `${intoEvents} select d.id, ${seq}, '${type}', ${at}, 'officer', d.consumer_id,
    jsonb_build_object('type', '${type}', 'at', ${at}) || ${rest}, d.id::text || '${type}', sha256('previous'), sha256('last') from dossier d`;

const statements = [
  `insert into merchant (id, name, email)
    select gen_random_uuid(), 'Commerce ' || n, 'service-' || n || '@merchant.example' from generate_series(2, ${companies}) n`,
  `with company as (select id, row_number() over (order by id) as n from merchant)
    update dossier d set merchant_id = c.id,
      taken_charge_at = case when d.status <> 'submitted' then d.submitted_at + abs(hashtext(d.number)) % 20 * interval '1 day' end
    from company c where c.n = 1 + abs(hashtext(d.id::text)) % ${companies}`,
  `with mediator as (select id, row_number() over (order by id) as n from app_user where kind = 'mediator')
    update dossier d set mediator_id = m.id, mediator_declared = true,
      state = d.state || jsonb_build_object('mediation', jsonb_build_object('target', d.turn_since + interval '75 days',
        'openReports', case when abs(hashtext(d.number)) % 2 = 0 then jsonb_build_array(jsonb_build_object('kind', 'delay', 'side', 'merchant', 'newTarget', null,
          'at', d.turn_since + interval '3 days')) else '[]'::jsonb end))
    from mediator m where d.status = 'mediation' and m.n = 1 + abs(hashtext(d.number)) % ${mediators}`,
  `update dossier set turn = 'office', mediator_id = null, mediator_declared = false where status = 'mediation' and abs(hashtext(number)) % 5 = 0`,
  `${event({ seq: 21, type: 'mediatorAssigned', at: 'd.turn_since', rest: `jsonb_build_object('mediatorId', (select id from app_user where kind = 'mediator' limit 1))` })}
    where d.status = 'mediation'`,
  `${event({ seq: 22, type: 'reportedToOffice', at: `d.turn_since + interval '3 days'`, rest: `'{"kind": "delay", "side": "merchant"}'::jsonb` })}
    where d.status = 'mediation' and abs(hashtext(d.number)) % 2 = 0`,
  `${event({ seq: 23, type: 'deadlinePassed', at: `d.turn_since + interval '7 days'`, rest: `'{"kind": "turnReminder:1"}'::jsonb` })}
    where d.turn in ('consumer', 'merchant') and d.status in ('negotiation', 'mediation')`,
];

const waitingSql = `
with contacts as (
  insert into office_contact (id, dossier_id, author_id, kind, side, body, at)
  select gen_random_uuid(), id, $1::uuid, 'missed', 'merchant', 'Message laissé.', turn_since + interval '9 days' from dossier
  where status in ('submitted', 'negotiation', 'mediation') and abs(hashtext(number)) % 10 = 0
), steps as (
  insert into office_step (dossier_id, due_day, body, set_by, version)
  select id, current_date - abs(hashtext(number)) % 30, 'Rappeler le commerçant.', $1::uuid, nextval('text_version_seq') from dossier
  where status in ('submitted', 'negotiation', 'mediation') and abs(hashtext(number)) % 20 = 1
)
insert into participation (id, number, state, form, legal_name, neq, sender_email, language, since, last_key)
select gen_random_uuid(), 'P' || n, case when n % 4 = 0 then 'waiting' else 'accepted' end, '{"city": "Québec", "representatives": []}',
  'Commerce ' || n || ' inc.', lpad(n::text, 10, '0'), 'sender-' || n || '@merchant.example', 'fr', now() - n * interval '1 hour', gen_random_uuid()
from generate_series(1, 2000) n`;

const accessesSql = `
insert into access_request (id, merchant_id, kind, member_id, asked_by, asked_at, state)
select gen_random_uuid(), mm.merchant_id, 'remove', mm.user_id, mm.user_id, now() - n * interval '1 hour', case when n % 4 = 0 then 'waiting' else 'done' end
from merchant_member mm, generate_series(1, 50) n`;

const codes = `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, attempts,
  issued_at, expires_at, used_at, used_by, dossier_id, revoked_at)`;
const mailed = `select gen_random_uuid(), 'access-codes:' || r.id || ':1', 'access-codes', r.consumer_email, '', 'fr', 'sent', r.issued_at, r.issued_at from referral r`;

/** Those that opened a dossier; one in ten that ran out, one in fifty that was revoked, one in a hundred that can still be used, of which some are locked. */
const codesSql = [
  `${codes} select gen_random_uuid(), 'R' || number, sha256(number::bytea), 'person@bench.example', merchant_id, 'qualite', $1::uuid, 0,
    created_at - interval '2 days', created_at + interval '58 days', created_at, consumer_id, id, null from dossier`,
  `${codes} select gen_random_uuid(), 'R-' || number, sha256(number::bytea), 'person@bench.example', merchant_id, 'qualite', $1::uuid, 0,
    created_at - interval '62 days', created_at - interval '2 days', null, null, null, case when abs(hashtext(number)) % 6 = 0 then created_at - interval '9 days' end
    from dossier where abs(hashtext(number)) % 50 between 0 and 5`,
  `${codes} select gen_random_uuid(), 'RN' || number, sha256(number::bytea), 'person@bench.example', merchant_id, 'qualite', $1::uuid,
    case when abs(hashtext(number)) % 2000 < 20 then 10 else 0 end, now() - abs(hashtext(number)) % 50 * interval '1 day', now() + interval '10 days', null, null, null, null
    from dossier where abs(hashtext(number)) % 100 = 0 and $1::uuid is not null`,
  `insert into mail (id, dedupe_key, template, to_address, to_name, language, state, created_at, sent_at) ${mailed}
    where r.issued_at > now() - interval '90 days' and $1::uuid is not null`,
];
