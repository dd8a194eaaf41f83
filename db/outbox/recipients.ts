import { sql } from 'kysely';
import type { Role } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { currentMember } from '../predicates.ts';
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
};

const person = <R extends Role | null>(role: R) =>
  ['u.id as userId', 'u.email as address', fullName('u').as('name'), 'u.language', readsAs(role)] as const;

const readsAs = <R extends Role | null>(role: R) => sql<R>`${role}::text`.as('role');

/** One person, while they may still read the dossier: a member who left the merchant gets no more notices of it (F-019). */
export function accountOf(
  db: Database,
  { dossierId, userId }: { dossierId: string; userId: string },
): Promise<Recipient[]> {
  return db
    .selectFrom('app_user as u')
    .select(person(null))
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

const columnOf = {
  consumer: 'd.consumerId',
  consumerRepresentative: 'd.representativeId',
  mediator: 'd.mediatorId',
} as const satisfies Partial<Record<Role, string>>;

/** Who is the consumer, the representative or the mediator of a dossier. */
export function partyOf(
  db: Database,
  { dossierId, role }: { dossierId: string; role: keyof typeof columnOf },
): Promise<Recipient[]> {
  return db
    .selectFrom('dossier as d')
    .innerJoin('app_user as u', 'u.id', columnOf[role])
    .select(person(role))
    .where('d.id', '=', dossierId)
    .where('u.disabledAt', 'is', null)
    .execute();
}

/** The member in charge, while still a member of the merchant. */
export function handlerOf(db: Database, dossierId: string): Promise<Recipient[]> {
  return db
    .selectFrom('dossier as d')
    .innerJoin('app_user as u', 'u.id', 'd.handlerId')
    .innerJoin('merchant_member as m', (join) =>
      join.onRef('m.merchantId', '=', 'd.merchantId').onRef('m.userId', '=', 'u.id').on(currentMember('m')),
    )
    .select(person('merchantRepresentative'))
    .where('d.id', '=', dossierId)
    .where('u.disabledAt', 'is', null)
    .execute();
}

/** The merchant's contact persons. */
export function respondentsOf(db: Database, dossierId: string): Promise<Recipient[]> {
  return db
    .selectFrom('dossier as d')
    .innerJoin('merchant_member as m', (join) =>
      join.onRef('m.merchantId', '=', 'd.merchantId').on('m.role', '=', 'respondent').on(currentMember('m')),
    )
    .innerJoin('app_user as u', 'u.id', 'm.userId')
    .select(person('respondent'))
    .where('d.id', '=', dossierId)
    .where('u.disabledAt', 'is', null)
    .orderBy('m.since')
    .orderBy('u.id')
    .execute();
}

/** The merchant's own address, when it has one. */
export function companyOf(db: Database, dossierId: string): Promise<Recipient[]> {
  return db
    .selectFrom('dossier as d')
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .select([
      sql<null>`null::uuid`.as('userId'),
      'm.email as address',
      'm.name',
      sql<'fr'>`'fr'`.as('language'),
      readsAs('respondent'),
    ])
    .where('d.id', '=', dossierId)
    .where('m.email', '<>', '')
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
      readsAs(null),
    ])
    .where('i.id', '=', invitationId)
    .execute();
}
