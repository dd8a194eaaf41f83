import { inMediation, inNegotiation, mediationRequested, submitted } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** Rows that each list is given: more than a page holds. */
export const more = 55;

/** Fills every list of officers, mediators and a company's people beyond a page: what was played once stands there many times over, as rows. */
export async function fillEveryList(suite: EngineSuite): Promise<void> {
  const { pool, people } = suite;
  const merchant = people.merchantId;
  const officer = people.officer.userId;
  const [sent, negotiated, requested, mediated] = await Promise.all([
    openPlay(suite, submitted),
    openPlay(suite, inNegotiation),
    openPlay(suite, mediationRequested),
    openPlay(suite, [...inMediation, { by: 'mediator', act: 'reportToOffice', kind: 'imminent' }]),
  ]);
  const client = await pool.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await run('begin');
    // Rows that refer to one another by construction.
    await run('set local session_replication_role = replica');
    await run(
      `insert into merchant (id, name, city) select gen_random_uuid(), 'Liste ' || n, 'Rimouski' from generate_series(1, $1) n`,
      [more],
    );
    await run(
      `insert into app_user (id, kind, email, first_name, last_name, accreditation, email_verified_at)
       select gen_random_uuid(), kind, kind || n || '@six.example', 'Ève', 'Zabel ' || n, '', now() from generate_series(1, $1) n, unnest(array['mediator', 'merchant']) kind`,
      [more],
    );
    await run(
      `insert into merchant_member (merchant_id, user_id, role) select $1, id, 'representative' from app_user where email like 'merchant%@six.example'`,
      [merchant],
    );
    const { rows } = await run(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = current_schema() and table_name = 'dossier' and is_generated = 'NEVER'`,
    );
    const columns = String(rows[0].names);
    const copies = (among: string) => `insert into dossier (${columns}) select ${columns} from (
      select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', (7000 + $2::int) || '-' || lpad(n::text, 6, '0'),
        'merchant_id', ${among}, 'turn_since', now() - interval '40 days', 'submitted_at', now() - interval '40 days'))).*
      from dossier d, (select row_number() over () as n, id from merchant where name like 'Liste %') c where d.id = $1) copied`;
    await run(copies('c.id'), [sent.dossierId, 1]);
    await run(copies('d.merchant_id'), [negotiated.dossierId, 2]);
    await run(copies('d.merchant_id'), [requested.dossierId, 3]);
    await run(copies('d.merchant_id'), [mediated.dossierId, 4]);
    await run('set local session_replication_role = origin');
    await run(`update dossier set mediator_silent_at = now() where number like '7004-%'`);
    await run(
      `insert into office_step (dossier_id, due_day, body, set_by) select id, '${dayFromToday(-1)}'::date, 'Rappeler', $1 from dossier where number like '7002-%'`,
      [officer],
    );
    await run(
      `insert into dossier_event (dossier_id, seq, type, at, actor_role, actor_id, payload, command_key, prev_hash, hash)
       select id, 90, 'glassBroken', now(), 'officer', $1, jsonb_build_object('reason', 'plainte', 'until', now(), 'justificationId', gen_random_uuid()), '', '', ''
       from dossier where number like '7002-%'`,
      [officer],
    );
    await run(
      `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, issued_at, expires_at)
       select gen_random_uuid(), 'R-SIX-' || n, '\\x00', 'p' || n || '@six.example', $2, 'autre', $3, now(), now() + interval '9 days' from generate_series(1, $1) n`,
      [more, merchant, officer],
    );
    await run(
      `insert into participation (id, number, state, form, legal_name, neq, sender_email, language, since, last_key)
       select gen_random_uuid(), 'P-SIX-' || n, 'waiting', '{"city": "Québec", "representatives": []}', 'Liste ' || n, lpad(n::text, 10, '0'), 's@six.example', 'fr',
         now(), gen_random_uuid() from generate_series(1, $1) n`,
      [more],
    );
    await run(
      `insert into access_request (id, merchant_id, kind, member_id, asked_by, asked_at, state)
       select gen_random_uuid(), $2, 'remove', $3, $4, now(), 'waiting' from generate_series(1, $1) n`,
      [more, merchant, people.clerk.userId, people.respondent.userId],
    );
    await run(
      `insert into mediator_absence (id, mediator_id, first_day, last_day, late)
       select gen_random_uuid(), id, '${dayFromToday(30)}'::date, '${dayFromToday(40)}'::date, false from app_user where email like 'mediator%@six.example'`,
    );
    await run(
      `insert into saved_reply (id, merchant_id, title, body, saved_by) select gen_random_uuid(), $2, 'Réponse ' || n, 'Bonjour.' || chr(10) || 'Merci.', $3
       from generate_series(1, $1) n`,
      [more, merchant, people.clerk.userId],
    );
    await run(
      `insert into policy_version (number, policy, from_day, set_by, set_at) select n + 1, '{}', '${dayFromToday(10)}'::date + n::int, $2, now() from generate_series(1, $1) n`,
      [more, officer],
    );
    await run('commit');
    await run('select keep_anew()');
    await run('analyze');
  } finally {
    client.release();
  }
}
