import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { currentMember } from '../predicates.ts';
import { placeholder, preparedFor } from '../prepared.ts';
import { hasFactor } from './factors.ts';

/** Versions of the texts that people accept, those in force. */
export type TextsInForce = { terms: string; confidentiality: string; office: string };

/** A person with their companies and what they accepted, as every page needs to know them. */
export type SignedInRow = Pick<Row<'app_user'>, 'id' | 'kind' | 'email' | 'firstName' | 'lastName' | 'language'> & {
  profileComplete: boolean;
  /** Has a second factor. */
  secondFactor: boolean;
  /** How many of the texts in force they accepted for their account: the terms, and the undertaking of their kind. */
  accepted: number;
  /** Accepted texts of before for a dossier, and those in force neither for it nor for the account. */
  outdated: boolean;
  memberships: { merchantId: string; merchantName: string; role: Row<'merchant_member'>['role'] }[];
};

/** `strong`: its person showed two factors at an identity service. */
type SeenSession = { lastSeenAt: string; strong: boolean };

const columns = sql`
  u.id, u.kind, u.email::text as email, u.first_name as "firstName", u.last_name as "lastName", u.language,
  u.profile_completed_at is not null as "profileComplete",
  ${hasFactor(sql`u.id`)} as "secondFactor",
  (select count(distinct kind)::int from terms_acceptance a where a.user_id = u.id and a.dossier_id is null
    and ${inForce('a')}) as accepted,
  exists (select from terms_acceptance a where a.user_id = u.id and a.dossier_id is not null and not exists (
    select from terms_acceptance b where b.user_id = u.id and b.kind = a.kind and coalesce(b.dossier_id, a.dossier_id) = a.dossier_id
      and ${inForce('b')})) as outdated,
  coalesce((select json_agg(json_build_object('merchantId', m.id, 'merchantName', m.name, 'role', mm.role) order by m.name)
    from merchant_member mm join merchant m on m.id = mm.merchant_id
    where mm.user_id = u.id and ${currentMember('mm')}), '[]') as memberships`;

function inForce(name: 'a' | 'b') {
  const version = sql.ref(`${name}.version`);
  return sql`((${sql.ref(`${name}.kind`)} = 'terms' and ${version} = ${placeholder('terms')})
    or (${sql.ref(`${name}.kind`)} = 'confidentiality' and ${version} = ${placeholder('confidentiality')})
    or (${sql.ref(`${name}.kind`)} = 'office' and ${version} = ${placeholder('office')}))`;
}

const personById = preparedFor(
  'person',
  () =>
    sql<SignedInRow>`select ${columns} from app_user u where u.id = ${placeholder('id')}::uuid and u.disabled_at is null`,
);

const personBySession = preparedFor(
  'session',
  () => sql<SignedInRow & SeenSession>`
    select s.last_seen_at as "lastSeenAt", s.strong, ${columns} from session s
    join app_user u on u.id = s.user_id and u.disabled_at is null
    where s.id_hash = ${placeholder('idHash')}::bytea and s.expires_at > ${placeholder('at')}::timestamptz
      and s.last_seen_at > ${placeholder('idleSince')}::timestamptz`,
);

/** A person whose account is in use; null for one that is closed or gone. */
export async function signedInPerson(
  db: Database,
  { id, texts }: { id: string; texts: TextsInForce },
): Promise<SignedInRow | null> {
  const { rows } = await personById(db, null, { id, ...texts });
  return rows[0] ?? null;
}

/** The person of a session that is not over at `at` and was used since `idleSince`; null when there is none. */
export async function personOfSession(
  db: Database,
  session: { idHash: Buffer; at: string; idleSince: string; texts: TextsInForce },
): Promise<(SignedInRow & SeenSession) | null> {
  const { texts, ...values } = session;
  const { rows } = await personBySession(db, null, { ...values, ...texts });
  return rows[0] ?? null;
}
