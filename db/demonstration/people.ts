import { sql } from 'kysely';
import { isNobodys } from '../accounts/demonstration.ts';
import type { Database } from '../database.ts';
import { awaits } from '../dossiers/list-branches.ts';
import { currentMember } from '../predicates.ts';

/** Someone of the demonstration; `waiting`: dossiers that wait for them, as their own list counts them; nothing is counted here for officers. */
export type DemonstrationPerson = {
  id: string;
  kind: 'consumer' | 'merchant' | 'mediator' | 'officer';
  memberRole: 'respondent' | 'representative' | null;
  merchantName: string | null;
  firstName: string;
  lastName: string;
  /** Acts for a consumer in a dossier. */
  represents: boolean;
  waiting: number;
};

/** Everyone of the demonstration, those for whom most waits first. */
export async function demonstrationPeople(db: Database): Promise<DemonstrationPerson[]> {
  const { rows } = await sql<DemonstrationPerson>`
    select u.id, u.kind, mm.role as member_role, m.name as merchant_name, u.first_name, u.last_name,
      exists (select 1 from dossier r where r.representative_id = u.id) as represents, w.waiting
    from app_user u
    left join merchant_member mm on mm.user_id = u.id and ${currentMember('mm')}
    left join merchant m on m.id = mm.merchant_id
    cross join lateral (select count(*)::int as waiting from dossier d where
      (d.consumer_id = u.id and ${awaits('consumer')})
      or (d.representative_id = u.id and ${awaits('consumerRepresentative')})
      or (d.merchant_id = mm.merchant_id and d.submitted_at is not null
        and ((d.handler_id = u.id and ${awaits('handler')}) or ${awaits('respondent')}))
      or (d.mediator_id = u.id and ${awaits('mediator')})) w
    where ${isNobodys}
    order by w.waiting desc, u.last_name, u.first_name, u.id`.execute(db);
  return rows;
}

/** One of them; null for anyone else, whose account is somebody's. */
export async function demonstrationPerson(
  db: Database,
  userId: string,
): Promise<Pick<DemonstrationPerson, 'id' | 'kind'> | null> {
  const { rows } = await sql<Pick<DemonstrationPerson, 'id' | 'kind'>>`
    select u.id, u.kind from app_user u where u.id = ${userId} and ${isNobodys}`.execute(db);
  return rows[0] ?? null;
}
