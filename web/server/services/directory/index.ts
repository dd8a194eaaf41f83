import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { Database } from '#db/database.ts';
import { owe } from '../accounts/mail.ts';
import { issueLink } from '../accounts/one-time-codes.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { personById } from '../accounts/people.ts';
import type { ServiceDeps } from '../deps.ts';

export type NewMerchant = {
  name: string;
  legalName?: string;
  neq?: string;
  email?: string;
  phone?: string;
  addressLine?: string;
  city?: string;
  province?: string;
  postalCode?: string;
};

export type NewPerson = { email: string; firstName: string; lastName: string; language: Language };
export type MerchantRole = 'respondent' | 'representative';

export type DirectoryServices = ReturnType<typeof createDirectoryServices>;

/**
 * Who takes part in the platform besides consumers: merchants and their members, mediators, officers. The Office opens these accounts
 * (F-016, F-020); each person gets an activation link by e-mail. `actorId` is the officer, null for the platform's own set-up.
 */
export function createDirectoryServices(service: ServiceDeps) {
  const { db, now } = service;
  const codes = (tx: Database) => ({ db: tx, now, pepper: service.env.CODE_PEPPER });

  /** Opens an account without a password. @throws AppError `value.invalid` when the address has one of another kind. */
  async function openAccount(
    tx: Database,
    kind: 'merchant' | 'mediator',
    person: NewPerson,
  ): Promise<{ id: string; fresh: boolean }> {
    const { rows } = await sql<{ id: string; kind: string; fresh: boolean }>`
      insert into app_user (id, kind, email, first_name, last_name, language)
      values (${randomUUID()}, ${kind}, ${person.email}, ${person.firstName}, ${person.lastName}, ${person.language})
      on conflict (email) do update set updated_at = app_user.updated_at
      returning id, kind, (xmax = 0) as fresh`.execute(tx);
    const account = rows[0];
    if (!account || account.kind !== kind) throw new AppError('value.invalid', { field: 'email' });
    return account;
  }

  async function sendLink(tx: Database, userId: string): Promise<void> {
    const person = await personById(tx, userId);
    if (!person || person.disabled) throw new AppError('access.not_found');
    const { rows } = await sql<{
      name: string;
    }>`select m.name from merchant_member mm join merchant m on m.id = mm.merchant_id
      where mm.user_id = ${userId} and mm.until is null order by mm.since desc limit 1`.execute(tx);
    const { id, token, until } = await issueLink(codes(tx), userId);
    const params = { userName: person.email, until, path: `/activation/${token}` };
    if (person.kind === 'merchant')
      await owe(tx, person, 'merchant-activation', id, { ...params, merchantName: rows[0]?.name ?? '' });
    else await owe(tx, person, 'mediator-activation', id, params);
  }

  async function audit(tx: Database, actorId: string | null, action: string, subject: string): Promise<void> {
    await sql`insert into audit_log (at, actor_id, action, subject) values (${now()}, ${actorId}, ${action}, ${subject})`.execute(
      tx,
    );
  }

  return {
    /** Enrols a merchant. `id` makes a form sent twice one merchant. */
    async createMerchant(actorId: string | null, merchant: NewMerchant, id: string = randomUUID()): Promise<string> {
      await db.transaction().execute(async (tx) => {
        const result =
          await sql`insert into merchant (id, name, legal_name, neq, email, phone, address_line, city, province, postal_code)
          values (${id}, ${merchant.name}, ${merchant.legalName ?? ''}, ${merchant.neq ?? ''}, ${merchant.email ?? ''},
            ${merchant.phone ?? ''}, ${merchant.addressLine ?? ''}, ${merchant.city ?? ''}, ${merchant.province ?? 'QC'},
            ${merchant.postalCode ?? ''}) on conflict (id) do nothing`.execute(tx);
        if (Number(result.numAffectedRows ?? 0) > 0) await audit(tx, actorId, 'merchant.enrolled', id);
      });
      return id;
    },

    /** F-014…F-016: gives a person access for a merchant, with an activation link when they have no account yet. */
    async addMerchantMember(
      actorId: string | null,
      merchantId: string,
      person: NewPerson,
      role: MerchantRole,
    ): Promise<string> {
      return db.transaction().execute(async (tx) => {
        const { id, fresh } = await openAccount(tx, 'merchant', person);
        await sql`insert into merchant_member (merchant_id, user_id, role, since) values (${merchantId}, ${id}, ${role}, ${now()})
          on conflict (merchant_id, user_id) do update set role = excluded.role, until = null`.execute(tx);
        if (fresh) await sendLink(tx, id);
        await audit(tx, actorId, 'member.added', `${merchantId}:${id}`);
        return id;
      });
    },

    /** F-019: ends a member's access to a merchant; signs them out everywhere when it was their last one. */
    async endMembership(actorId: string | null, merchantId: string, userId: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await sql`update merchant_member set until = ${now()}
          where merchant_id = ${merchantId} and user_id = ${userId} and until is null`.execute(tx);
        await sql`delete from session where user_id = ${userId}`.execute(tx);
        await audit(tx, actorId, 'member.ended', `${merchantId}:${userId}`);
      });
    },

    /** F-020: opens a mediator's account. */
    async createMediator(actorId: string | null, person: NewPerson): Promise<string> {
      return db.transaction().execute(async (tx) => {
        const { id, fresh } = await openAccount(tx, 'mediator', person);
        if (fresh) await sendLink(tx, id);
        await audit(tx, actorId, 'mediator.opened', id);
        return id;
      });
    },

    /** Opens an officer's account, ready to use: run by who installs the platform, never from a page. */
    async createOfficer(person: NewPerson & { password: string }): Promise<string> {
      const { rows } = await sql<{ id: string }>`
        insert into app_user (id, kind, email, first_name, last_name, language, password_hash, email_verified_at, profile_completed_at)
        values (${randomUUID()}, 'officer', ${person.email}, ${person.firstName}, ${person.lastName}, ${person.language},
          ${await hashPassword(person.password)}, ${now()}, ${now()})
        on conflict (email) do update set updated_at = app_user.updated_at returning id`.execute(db);
      const officer = rows[0];
      if (!officer) throw new AppError('platform.unexpected');
      return officer.id;
    },

    /** Sends another activation link; the former one stops working. @throws AppError `access.not_found`. */
    async resendActivation(actorId: string | null, userId: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await sendLink(tx, userId);
        await audit(tx, actorId, 'activation.resent', userId);
      });
    },

    /** Closes an account: nobody signs in with it, and its sessions end (ASVS 7.4.2). */
    async disableAccount(actorId: string | null, userId: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await sql`update app_user set disabled_at = coalesce(disabled_at, ${now()}) where id = ${userId}`.execute(tx);
        await sql`delete from session where user_id = ${userId}`.execute(tx);
        await audit(tx, actorId, 'account.disabled', userId);
      });
    },
  };
}
