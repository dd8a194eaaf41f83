import { sql } from 'kysely';
import type { Audience } from '#domain/dossier/events.ts';
import type { Role } from '#domain/dossier/types.ts';
import { currentMember } from '#db/queries/membership.ts';
import { allRows, type Db } from '#db/queries/sql.ts';

/**
 * Someone to write to. `userId` is null for an address without an account (the Office, a company, an invited person). `role`: how they read
 * the dossier; null for who is told of a place that they get or lose, whatever else they may read.
 */
export type Recipient = {
  userId: string | null;
  address: string;
  name: string;
  language: 'fr' | 'en';
  role: Role | null;
};

/** The Office's shared address: its alerts concern whoever is on duty. */
export type OfficeAddress = { address: string; name: string };

const person = (role: Role | null) =>
  sql`u.id as "userId", u.email as address, trim(u.first_name || ' ' || u.last_name) as name, u.language, ${role}::text as role`;

const stillMember = currentMember('m');

/**
 * The people behind an audience, now (F-086, A-17, A-21, A-22): a disabled account is passed over for who stands in for it. Empty when
 * there is nobody to tell.
 *
 * @param invitationId the invitation that the event names, for `invitee`.
 */
export async function recipientsOf(
  db: Db,
  dossierId: string,
  audience: Audience,
  invitationId: string | null,
  office: OfficeAddress,
): Promise<Recipient[]> {
  if (audience.startsWith('user:')) return account(db, dossierId, audience.slice('user:'.length));
  switch (audience as Exclude<Audience, `user:${string}`>) {
    case 'consumer':
      return partyAccount(db, dossierId, 'consumer_id');
    case 'consumerSide':
      return firstFound([
        () => partyAccount(db, dossierId, 'representative_id'),
        () => partyAccount(db, dossierId, 'consumer_id'),
      ]);
    case 'merchantSide':
      return firstFound([() => handler(db, dossierId), () => respondents(db, dossierId)]);
    case 'respondent':
      return respondents(db, dossierId);
    case 'mediator':
      return partyAccount(db, dossierId, 'mediator_id');
    case 'office':
      return [{ userId: null, ...office, language: 'fr', role: 'officer' }];
    case 'invitee':
      return invitationId ? invitee(db, invitationId) : [];
  }
}

async function firstFound(searches: (() => Promise<Recipient[]>)[]): Promise<Recipient[]> {
  for (const search of searches) {
    const found = await search();
    if (found.length > 0) return found;
  }
  return [];
}

/** One person, while they may still read the dossier: a member who left the merchant is told nothing more of it (F-019). */
function account(db: Db, dossierId: string, userId: string): Promise<Recipient[]> {
  return allRows(
    db,
    sql<Recipient>`select ${person(null)} from app_user u where u.id = ${userId}::uuid and u.disabled_at is null
      and (u.kind <> 'merchant' or exists (select 1 from dossier d
        join merchant_member m on m.merchant_id = d.merchant_id and m.user_id = u.id and ${stillMember}
        where d.id = ${dossierId}::uuid))`,
  );
}

const columnRoles = {
  consumer_id: 'consumer',
  representative_id: 'consumerRepresentative',
  mediator_id: 'mediator',
} as const satisfies Record<string, Role>;

function partyAccount(db: Db, dossierId: string, column: keyof typeof columnRoles): Promise<Recipient[]> {
  return allRows(
    db,
    sql<Recipient>`select ${person(columnRoles[column])} from dossier d join app_user u on u.id = ${sql.ref(`d.${column}`)}
      where d.id = ${dossierId}::uuid and u.disabled_at is null`,
  );
}

/** The member in charge, while still a member of the merchant. */
function handler(db: Db, dossierId: string): Promise<Recipient[]> {
  return allRows(
    db,
    sql<Recipient>`select ${person('merchantRepresentative')} from dossier d
      join app_user u on u.id = d.handler_id and u.disabled_at is null
      join merchant_member m on m.merchant_id = d.merchant_id and m.user_id = u.id and ${stillMember}
      where d.id = ${dossierId}::uuid`,
  );
}

/**
 * The merchant's contact persons; the company's own address in their place when it has none left, so that nobody is silent for want of an
 * account.
 */
function respondents(db: Db, dossierId: string): Promise<Recipient[]> {
  return firstFound([
    () =>
      allRows(
        db,
        sql<Recipient>`select ${person('respondent')} from dossier d
          join merchant_member m on m.merchant_id = d.merchant_id and m.role = 'respondent' and ${stillMember}
          join app_user u on u.id = m.user_id and u.disabled_at is null
          where d.id = ${dossierId}::uuid order by m.since, u.id`,
      ),
    () =>
      allRows(
        db,
        sql<Recipient>`select null::uuid as "userId", m.email as address, m.name, 'fr' as language, 'respondent' as role
          from dossier d join merchant m on m.id = d.merchant_id where d.id = ${dossierId}::uuid and m.email <> ''`,
      ),
  ]);
}

/** The invited person, in the language of who invites: without the name that was typed, which is a stranger's word to this address. */
function invitee(db: Db, invitationId: string): Promise<Recipient[]> {
  return allRows(
    db,
    sql<Recipient>`select null::uuid as "userId", i.email as address, '' as name, u.language, null::text as role
      from invitation i join dossier d on d.id = i.dossier_id join app_user u on u.id = d.consumer_id
      where i.id = ${invitationId}::uuid`,
  );
}
