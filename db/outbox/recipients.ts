import { sql, type RawBuilder } from 'kysely';
import type { Role } from '#domain/dossier/types.ts';
import type { InPlace } from '#domain/visibility/index.ts';
import type { Database } from '../database.ts';
import { awayToday, currentMember } from '../predicates.ts';
import { placeholder, preparedFor } from '../prepared.ts';
import { fullName } from '../sql.ts';

/**
 * Someone to write to. `userId` is null for an address without an account (the Office, a company, an invited person). `role`: how they read the
 * dossier; null for a person who is notified of a place that they get or lose, whatever else they may read.
 */
export type Recipient = {
  userId: string | null;
  address: string;
  name: string;
  language: 'fr' | 'en';
  role: Role | null;
  /** Told in the place of another of the company, when they are: who has charge, nobody, or a respondent (A-22, B-09). */
  inPlace?: InPlace | null;
};

/** A place in a dossier whose holders are written to. `company`: the merchant's own address. */
export type Place = 'consumer' | 'consumerRepresentative' | 'mediator' | 'handler' | 'respondents' | 'company';

/** Those who hold the first of these places that somebody holds, now; none when nobody holds any. */
export async function holdersOf(
  db: Database,
  { dossierId, places }: { dossierId: string; places: readonly Place[] },
): Promise<Recipient[]> {
  const { rows } = await holders(db, places, { dossierId });
  return rows;
}

const holders = preparedFor('recipients', (places: readonly Place[]): RawBuilder<Recipient> => {
  const held = places.flatMap((place, rank) =>
    [holding[place], ...(standingIn[place] ?? [])].map((who) => sql`select ${sql.lit(rank)} as rank, ${who}`),
  );
  return sql<Recipient>`with dossier_here as materialized (
      select consumer_id, representative_id, mediator_id, handler_id, merchant_id from dossier where id = ${placeholder('dossierId')}::uuid
    ), held as (${sql.join(held, sql` union `)})
    select user_id as "userId", address, name, language, role, in_place as "inPlace" from held
    where rank = (select min(rank) from held) order by since, user_id`;
});

/** Someone with an account in use, read as `role`. */
const person = (
  role: Role,
  from: RawBuilder<unknown>,
) => sql`u.id as user_id, u.email as address, ${fullName('u')} as name, u.language,
  ${sql.lit(role)} as role, null::timestamptz as since, null::text as in_place from dossier_here d ${from} where u.disabled_at is null`;

const memberOf = sql`merchant_member m on m.merchant_id = d.merchant_id and ${currentMember('m')}`;

/** Somebody has charge who is still of the company, with an account in use. */
const hasCharge = sql`exists (select 1 from merchant_member cm join app_user cu on cu.id = cm.user_id and cu.disabled_at is null
  where cm.merchant_id = d.merchant_id and cm.user_id = d.handler_id and ${currentMember('cm')})`;

const lackingCharge = sql`case when not ${hasCharge} then 'nobody' end`;

const holding: Record<Place, RawBuilder<unknown>> = {
  consumer: person('consumer', sql`join app_user u on u.id = d.consumer_id`),
  consumerRepresentative: person('consumerRepresentative', sql`join app_user u on u.id = d.representative_id`),
  mediator: person('mediator', sql`join app_user u on u.id = d.mediator_id`),
  /** The member in charge, while still a member of the merchant. */
  handler: person(
    'merchantRepresentative',
    sql`join app_user u on u.id = d.handler_id join ${memberOf} and m.user_id = u.id`,
  ),
  /** The merchant's contact persons, the oldest first. */
  respondents: sql`u.id as user_id, u.email as address, ${fullName('u')} as name, u.language, 'respondent' as role, m.since, ${lackingCharge} as in_place from dossier_here d
    join ${memberOf} and m.role = 'respondent' join app_user u on u.id = m.user_id where u.disabled_at is null`,
  company: sql`null::uuid as user_id, c.email as address, c.name, 'fr' as language, 'respondent' as role, null::timestamptz as since, ${lackingCharge} as in_place
    from dossier_here d join merchant c on c.id = d.merchant_id where c.email <> ''`,
};

/** Who stands in today for members who are away, while both are members (B-09): each reads from the place that they have. */
const standIns = (
  absent: RawBuilder<unknown>,
  place: InPlace,
) => sql`u.id as user_id, u.email as address, ${fullName('u')} as name, u.language,
  case m.role when 'respondent' then 'respondent' else 'merchantRepresentative' end as role, null::timestamptz as since, ${sql.lit(place)} as in_place
  from dossier_here d
  join member_absence a on a.merchant_id = d.merchant_id and ${awayToday('a')}
  join merchant_member am on am.merchant_id = d.merchant_id and am.user_id = a.user_id and ${currentMember('am')}
  join app_user au on au.id = a.user_id and au.disabled_at is null
  join app_user u on u.id = a.substitute_id
  join ${memberOf} and m.user_id = u.id where u.disabled_at is null and ${absent}`;

/** For who has charge; for an absent respondent of a dossier that nobody has charge of, unless they are a respondent themselves, who is told already. */
const standingIn: Partial<Record<Place, RawBuilder<unknown>[]>> = {
  handler: [standIns(sql`a.user_id = d.handler_id`, 'handler')],
  respondents: [standIns(sql`am.role = 'respondent' and m.role <> 'respondent' and not ${hasCharge}`, 'respondent')],
};

/** Read as nobody in particular: they are notified of a place that they get or lose. */
const nobody = sql<null>`null::text`;

/** One person, while they may still read the dossier: a member who left the merchant gets no more notices of it (F-019). */
export function accountOf(
  db: Database,
  { dossierId, userId }: { dossierId: string; userId: string },
): Promise<Recipient[]> {
  return db
    .selectFrom('app_user as u')
    .select(['u.id as userId', 'u.email as address', fullName('u').as('name'), 'u.language', nobody.as('role')])
    .where('u.id', '=', userId)
    .where('u.disabledAt', 'is', null)
    .where(({ eb, exists, or, selectFrom }) =>
      or([
        eb('u.kind', '<>', 'merchant'),
        exists(
          selectFrom('dossier as d')
            .innerJoin('merchant_member as m', 'm.merchantId', 'd.merchantId')
            .select('d.id')
            .whereRef('m.userId', '=', 'u.id')
            .where(currentMember('m'))
            .where('d.id', '=', dossierId),
        ),
      ]),
    )
    .execute();
}

/** The invited person, in the language of the person who invites; without the name that was typed, which nobody has checked. */
export function inviteeOf(db: Database, invitationId: string): Promise<Recipient[]> {
  return db
    .selectFrom('invitation as i')
    .innerJoin('dossier as d', 'd.id', 'i.dossierId')
    .innerJoin('app_user as u', 'u.id', 'd.consumerId')
    .select([
      sql<null>`null::uuid`.as('userId'),
      'i.email as address',
      sql<string>`''`.as('name'),
      'u.language',
      nobody.as('role'),
    ])
    .where('i.id', '=', invitationId)
    .execute();
}
