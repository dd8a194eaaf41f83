import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import type { Database } from '#db/database.ts';
import { currentMember } from '#db/queries/membership.ts';
import type { CurrentUser, Membership, UserKind } from './types.ts';

/** What {@link personColumns} gives. */
export type PersonRow = {
  id: string;
  kind: UserKind;
  email: string;
  firstName: string;
  lastName: string;
  language: Language;
  profileComplete: boolean;
  accepted: number;
  /** Accepted texts of before for a dossier, and those in force neither for it nor for the account. */
  outdated: boolean;
  memberships: Membership[];
};

function inForce(name: 'a' | 'b') {
  const version = sql.ref(`${name}.version`);
  return sql`((${sql.ref(`${name}.kind`)} = 'terms' and ${version} = ${termsVersion})
    or (${sql.ref(`${name}.kind`)} = 'confidentiality' and ${version} = ${confidentialityVersion}))`;
}

/** Columns of a person `u` of `app_user`, for whoever has the row already (a session). */
export const personColumns = sql`
  u.id, u.kind, u.email::text as email, u.first_name as "firstName", u.last_name as "lastName", u.language,
  u.profile_completed_at is not null as "profileComplete",
  (select count(distinct kind)::int from terms_acceptance a where a.user_id = u.id and a.dossier_id is null
    and ${inForce('a')}) as accepted,
  exists (select from terms_acceptance a where a.user_id = u.id and a.dossier_id is not null and not exists (
    select from terms_acceptance b where b.user_id = u.id and b.kind = a.kind and coalesce(b.dossier_id, a.dossier_id) = a.dossier_id
      and ${inForce('b')})) as outdated,
  coalesce((select json_agg(json_build_object('merchantId', m.id, 'merchantName', m.name, 'role', mm.role) order by m.name)
    from merchant_member mm join merchant m on m.id = mm.merchant_id
    where mm.user_id = u.id and ${currentMember('mm')} and m.left_at is null), '[]') as memberships`;

/** The person of a row of {@link personColumns}. */
export function personOf({ accepted, outdated, ...user }: PersonRow): CurrentUser {
  const asked = { merchant: accepted < 2, mediator: accepted < 2, consumer: outdated, officer: false };
  return { ...user, termsDue: asked[user.kind] };
}

/** The signed-in person with their companies and what they still owe; null when the account is closed or gone. */
export async function loadUser(db: Database, id: string): Promise<CurrentUser | null> {
  const { rows } = await sql<PersonRow>`
    select ${personColumns} from app_user u where u.id = ${id} and u.disabled_at is null`.execute(db);
  return rows[0] ? personOf(rows[0]) : null;
}
