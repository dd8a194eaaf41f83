import { officeVersion, termsVersion } from '#content/terms/versions.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withoutIndexes } from '../list/without-indexes.ts';
import { openSession } from '../servers/session.ts';

/** Companies and mediators grow with the dossiers: each has as many, whatever the count, but for the mediator who reads. */
const perCompany = 50;
const perMediator = 250;
/** Mediations of the mediator who reads: a page and a little more. */
const ofReader = 80;
/** What an officer works off, or never comes in crowds, is a hundred whatever the count: mediations that do not move, requests that wait, next steps, exceptional readings. */
const stalled = 60;
/** Codes of each kind are counted up to a thousand. */
const counted = 1_100;

/** Who works from the Office's lists and from a mediator's desk. */
export type OfficeReaders = { cookie: string; officerId: string; mediatorId: string };

/**
 * What the Office's lists hold, over dossiers that are there already (bench/list/seed.ts): they are shared out among one company for every fifty; one in five
 * mediations waits for a mediator, the others are led by one of those that there are, half of whom have told the Office of something; officers have called, noted what
 * to do next, and read a hundred dossiers for a reason; companies ask to take part, and about their people. Each dossier was opened by codes; one code in eight was
 * not used, and of each kind of codes there are more than are counted.
 */
export async function seedOffice(pool: pg.Pool): Promise<OfficeReaders> {
  const [officer, mediator] = [randomUUID(), randomUUID()];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from dossier');
    const [companies, mediators] = [perCompany, perMediator].map((share) =>
      Math.max(60, Math.ceil(rows[0]!.count / share)),
    ) as [number, number];
    await client.query(
      `insert into app_user (id, kind, email, email_verified_at, first_name, last_name, password_hash, profile_completed_at)
       select case n when 1 then $1::uuid else gen_random_uuid() end, 'mediator', 'mediator-' || n || '@bench.test', now(), 'Hélène', 'Duval-' || n, 'none', now()
       from generate_series(1, ${mediators}) n`,
      [mediator],
    );
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
    await withoutIndexes(client, async () => {
      // Of tables that were just filled nothing is known: all dossiers would be read for each mediator.
      await client.query('set local enable_nestloop = off');
      for (const statement of statementsFor(companies, mediators)) await client.query(statement);
      await client.query(waitingSql(companies), [officer]);
      await client.query(accessesSql(companies));
      for (const statement of readingsSql) await client.query(statement, [officer]);
      for (const statement of codesSql) await client.query(statement, [officer]);
    });
    await client.query('reset enable_nestloop');
    // What triggers would have kept.
    await client.query('select keep_anew()');
    const cookie = await openSession(client, officer);
    await client.query('commit');
    await client.query('vacuum analyze');
    return { cookie, officerId: officer, mediatorId: mediator };
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

const statementsFor = (companies: number, mediators: number): string[] => [
  `insert into merchant (id, name, email)
    select gen_random_uuid(), 'Commerce ' || n, 'service-' || n || '@merchant.example' from generate_series(2, ${companies}) n`,
  `with respondent as (
      insert into app_user (id, kind, email, email_verified_at, first_name, last_name, password_hash, profile_completed_at)
      select gen_random_uuid(), 'merchant', 'respondent-' || id || '@merchant.test', now(), 'Sylvie', 'Gagnon', 'none', now() from merchant where name like 'Commerce %'
      returning id, email
    ) insert into merchant_member (merchant_id, user_id, role) select substr(email::text, 12, 36)::uuid, id, 'respondent' from respondent`,
  `with company as (select id, row_number() over (order by id) as n from merchant)
    update dossier d set merchant_id = c.id,
      taken_charge_at = case when d.status <> 'submitted' then d.submitted_at + abs(hashtext(d.number)) % 20 * interval '1 day' end
    from company c where c.n = 1 + abs(hashtext(d.id::text)) % ${companies}`,
  `with mediator as (select id, split_part(last_name, '-', 2)::int as n from app_user where kind = 'mediator'),
      mediation as (select id, row_number() over (order by id) as place from dossier where status = 'mediation')
    update dossier d set mediator_id = m.id, mediator_declared = true, changed_for_mediator = d.turn_since, mediation_started_at = d.turn_since,
      turn = case when abs(hashtext(d.number)) % 3 = 0 then 'mediator' else d.turn end,
      state = d.state || jsonb_build_object('mediation', jsonb_build_object('target', d.turn_since + interval '75 days', 'startedAt', d.turn_since, 'assignedAt', d.turn_since,
        'ledBy', jsonb_build_array(m.id),
        'openReports', case when abs(hashtext(d.number)) % 2 = 0 then jsonb_build_array(jsonb_build_object('kind', 'delay', 'side', 'merchant', 'newTarget', null,
          'at', d.turn_since + interval '3 days')) else '[]'::jsonb end))
    from mediation o, mediator m
    where o.id = d.id and m.n = case when o.place <= ${ofReader} then 1 else 2 + abs(hashtext(d.number)) % ${mediators - 1} end`,
  // One closed dossier in five went through a mediation.
  `with mediator as (select id, split_part(last_name, '-', 2)::int as n from app_user where kind = 'mediator')
    update dossier d set mediator_id = m.id, changed_for_mediator = d.closed_at, mediation_started_at = d.closed_at - interval '9 days'
    from mediator m where d.status = 'closed' and abs(hashtext(d.id::text)) % 5 = 1 and m.n = 2 + abs(hashtext(d.number)) % ${mediators - 1}`,
  `update dossier set turn = 'office', mediator_id = null, mediator_declared = false where status = 'mediation' and abs(hashtext(number)) % 5 = 0`,
  `update dossier set mediator_silent_at = turn_since where id in (
      select id from dossier where status = 'mediation' and mediator_id is not null order by id desc limit ${stalled})`,
  `insert into mediator_absence (id, mediator_id, first_day, last_day, late)
    select gen_random_uuid(), id, '${dayFromToday(-2)}'::date, '${dayFromToday(9)}'::date, false from app_user where kind = 'mediator' order by last_name desc limit 4`,
  `${event({ seq: 21, type: 'mediatorAssigned', at: 'd.turn_since', rest: `jsonb_build_object('mediatorId', (select id from app_user where kind = 'mediator' limit 1))` })}
    where d.status = 'mediation'`,
  `${event({ seq: 22, type: 'reportedToOffice', at: `d.turn_since + interval '3 days'`, rest: `'{"kind": "delay", "side": "merchant"}'::jsonb` })}
    where d.status = 'mediation' and abs(hashtext(d.number)) % 2 = 0`,
  `${event({ seq: 23, type: 'deadlinePassed', at: `d.turn_since + interval '7 days'`, rest: `'{"kind": "turnReminder:1"}'::jsonb` })}
    where d.turn in ('consumer', 'merchant') and d.status in ('negotiation', 'mediation')`,
];

const waitingSql = (companies: number): string => `
with contacts as (
  insert into office_contact (id, dossier_id, author_id, kind, side, body, at)
  select gen_random_uuid(), id, $1::uuid, 'missed', 'merchant', 'Message laissé.', turn_since + interval '9 days' from dossier
  where status in ('submitted', 'negotiation', 'mediation') and abs(hashtext(number)) % 10 = 0
), steps as (
  insert into office_step (dossier_id, due_day, body, set_by, version)
  select id, '${dayFromToday()}'::date - abs(hashtext(number)) % 30, 'Rappeler le commerçant.', $1::uuid, nextval('text_version_seq') from dossier
  where status in ('submitted', 'negotiation', 'mediation') order by id limit 100
)
insert into participation (id, number, state, form, legal_name, neq, sender_email, language, since, last_key)
select gen_random_uuid(), 'P' || n, case when n <= 100 then 'waiting' else 'accepted' end, '{"city": "Québec", "representatives": []}',
  'Commerce ' || n || ' inc.', lpad(n::text, 10, '0'), 'sender-' || n || '@merchant.example', 'fr', now() - n * interval '1 hour', gen_random_uuid()
from generate_series(1, ${companies}) n`;

const accessesSql = (companies: number): string => `
insert into access_request (id, merchant_id, kind, member_id, asked_by, asked_at, state)
select gen_random_uuid(), mm.merchant_id, 'remove', mm.user_id, mm.user_id, now() - n * interval '1 hour', case when n <= 3 then 'waiting' else 'done' end
from merchant_member mm, generate_series(1, ${Math.ceil(companies / 25)}) n where mm.role = 'representative'`;

const read = `d.created_at + interval '2 days'`;

/** Exceptional readings, each with three pages read meanwhile. */
const readingsSql = [
  `with reading as materialized (
      select d.id, ${read} as at, gen_random_uuid() as justification from dossier d where d.status <> 'draft' order by id limit 100
    ), justified as (
      insert into justification (id, dossier_id, author_id, kind, body, given_at, published_at)
      select justification, id, $1::uuid, 'breakGlass', 'Plainte du consommateur.', at, at from reading
    ), logged as (
      insert into audit_log (at, actor_id, action, subject, detail)
      select at, $1::uuid, 'dossier.content_read', id::text, jsonb_build_object('until', at + interval '30 minutes') from reading, generate_series(1, 3)
    )
    ${intoEvents} select id, 24, 'glassBroken', at, 'officer', $1::uuid, jsonb_build_object('type', 'glassBroken', 'at', at, 'reason', 'complaint',
      'justificationId', justification, 'until', at + interval '30 minutes'), id::text || 'glassBroken', sha256('previous'), sha256('last') from reading`,
];

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
  `${codes} select gen_random_uuid(), 'RS' || state || n, sha256(n::text::bytea), 'person@bench.example', m.id, 'qualite', $1::uuid, case state when 'locked' then 10 else 0 end,
      now() - interval '40 days', case state when 'expired' then now() - interval '1 day' else now() + interval '20 days' end, null, null, null,
      case state when 'revoked' then now() end
    from (select id from merchant order by id limit 1) m, unnest(array['sent', 'locked', 'expired', 'revoked']) state, generate_series(1, ${counted}) n where $1::uuid is not null`,
  `insert into mail (id, dedupe_key, template, to_address, to_name, language, state, created_at, sent_at) ${mailed}
    where r.issued_at > now() - interval '90 days' and $1::uuid is not null`,
];
