import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import { events, linksOf } from '../million/chain.ts';
import { withoutIndexes } from './without-indexes.ts';
import { openSession } from '../servers/session.ts';

/** Who reads the list: their account, and the cookie of their open session. */
export type Reader = { userId: string; cookie: string };
export type Seeded = { merchant: Reader; consumer: Reader; merchantId: string; merchantName: string };

const handlers = 40;
/** Dossiers of the consumer who reads: one page and a little more. */
const own = 60;
/** A consumer has so many dossiers, in the middle. */
const each = 5;
/** Of twenty dossiers that follow one another, eight are open: the merchant who reads has charge of so many such runs, whatever there is beside. */
const runs = 12;
/** Whom a search finds by a name that nobody else has: the consumer who reads. Everyone else is called Claire. */
export const rare = { first: 'Octave', last: 'Zéphirin' };

/**
 * Fills a database of its own: `count` dossiers of one company, a quarter of an hour between them, six in ten closed, in the hands of forty of its
 * members, with titles and two messages each; rows lie on disk in no order. The merchant who reads is one of the forty, and has charge of some
 * 250 of them, a hundred open, whatever the count: what is theirs is rare among what they may see, the hardest list there is.
 */
export async function seedDossiers(pool: pg.Pool, count: number): Promise<Seeded> {
  const merchantId = randomUUID();
  const merchantName = 'Ameublement Boréal';
  const consumers = Math.max(2 * own, count / each);
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Rows that refer to one another by construction: checking each reference takes most of the time.
    await client.query('set local session_replication_role = replica');
    await client.query('insert into merchant (id, name, email) values ($1, $2, $3)', [
      merchantId,
      merchantName,
      'service@merchant.example',
    ]);
    await client.query(
      `create temporary table person on commit drop as select n, gen_random_uuid() as id from generate_series(0, ${consumers + handlers - 1}) n`,
    );
    await client.query(`insert into app_user (id, kind, email, email_verified_at, first_name, last_name, profile_completed_at)
      select id, case when n < ${handlers} then 'merchant' else 'consumer' end, 'person-' || n || '@bench.example', now(),
        case when n = ${handlers} then '${rare.first}' else 'Claire' end, case when n = ${handlers} then '${rare.last}' else 'Roy-' || n end, now() from person`);
    await client.query(
      `insert into merchant_member (merchant_id, user_id, role) select $1, id, 'representative' from person where n < ${handlers}`,
      [merchantId],
    );
    await withoutIndexes(client, async () => {
      await client.query(dossiersSql(count, consumers), [merchantId, JSON.stringify(standardPolicy)]);
      await client.query(
        `insert into dossier_form (dossier_id, title) select id, 'Réfrigérateur qui ne refroidit plus, numéro ' || number from dossier`,
      );
      await client.query(messagesSql);
    });
    const merchant = await readerOf(client, 0);
    const consumer = await readerOf(client, handlers);
    await client.query('commit');
    await client.query('vacuum analyze');
    return { merchant, consumer, merchantId, merchantName };
  } finally {
    client.release();
  }
}

const dossiersSql = (count: number, consumers: number): string => `
insert into dossier (id, number, status, turn, turn_what, turn_since, consumer_id, merchant_id, handler_id, outcome, created_at,
  submitted_at, taken_charge_at, closed_at, updated_at, changed_for_consumer, changed_for_handler, changed_for_respondent, changed_for_colleague, changed_for_office,
  seq, head_hash, state)
select d.id, '2026-' || lpad(d.n::text, greatest(6, length(d.n::text)), '0'), d.status,
  case when d.status in ('closed', 'draft') then 'none' when d.n % 2 = 0 then 'consumer' else 'merchant' end,
  'answerProposal', d.updated_at, d.consumer_id, $1, h.id, case when d.status = 'closed' then 'agreement' end, d.updated_at - interval '20 days',
  case when d.status <> 'draft' then d.updated_at - interval '19 days' end, d.updated_at - interval '18 days',
  case when d.status = 'closed' then d.updated_at end, d.updated_at, d.updated_at, d.updated_at, d.updated_at, d.updated_at, d.updated_at,
  ${events}, link.h${events}, jsonb_build_object('v', 1, 'policy', $2::jsonb, 'proposals', '[]'::jsonb, 'passed', '[]'::jsonb, 'processed', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 12)))
from (
  select a.*, c.id as consumer_id from (
    select n, gen_random_uuid() as id, date_trunc('milliseconds', now() - n * interval '15 minutes') as updated_at,
      case when n % 20 = 0 then 'draft' when n % 20 = 1 then 'submitted' when n % 20 = 2 then 'mediation' when n % 20 < 8 then 'negotiation'
        else 'closed' end as status
    from generate_series(1, ${count}) n
  ) a join person c on c.n = ${handlers} + case when a.n % ${Math.floor(count / own)} = 0 then 0 else 1 + a.n % ${consumers - 1} end
) d
join person h on h.n = case when (d.n / 20) % ${Math.max(2, Math.floor(count / 20 / runs))} = 0 then 0 else 1 + (d.n / 20) % ${handlers - 1} end
${linksOf('d', 'link')}
order by md5(d.n::text)`;

const messagesSql = `
insert into message (id, dossier_id, thread, author_id, author_role, body, published_at)
select gen_random_uuid(), d.id, 'negotiation', case when m = 1 then d.consumer_id else d.handler_id end,
  case when m = 1 then 'consumer' else 'merchantRepresentative' end, repeat('Avez-vous des nouvelles de la pièce? ', 8), d.updated_at
from dossier d, generate_series(1, 2) m where d.status <> 'draft'`;

async function readerOf(client: pg.PoolClient, person: number): Promise<Reader> {
  const { rows } = await client.query<{ id: string }>('select id from person where n = $1', [person]);
  const userId = rows[0]!.id;
  for (const [kind, version] of [
    ['terms', termsVersion],
    ['confidentiality', confidentialityVersion],
  ]) {
    await client.query(
      `insert into terms_acceptance (id, user_id, kind, version, language) values ($1, $2, $3, $4, 'fr')`,
      [randomUUID(), userId, kind, version],
    );
  }
  return { userId, cookie: await openSession(client, userId) };
}
