import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { currentMember } from '#db/queries/membership.ts';
import { allRows, firstRow, type Db } from '#db/queries/sql.ts';
import { audit, auditOnce } from '../office/audit.ts';
import { folded, holds, pageSize } from './lookup.ts';
import { addMember } from './members.ts';
import type { DirectoryDeps, NewMerchant, NewPerson } from './types.ts';

export type MerchantRow = {
  id: string;
  name: string;
  city: string;
  /** Names of those who receive the notices (F-080), in order of arrival. */
  respondents: string;
  active: number;
  invited: number;
};

/** A merchant as its participation form names it (F-014). */
export type MerchantSheet = Required<NewMerchant> & { id: string };

/** Merchants by name, {@link pageSize} a page after the merchant `after`; `search` looks into names, NEQ and members. */
export async function listMerchants(
  db: Db,
  { search, after }: { search: string; after: string | null },
): Promise<{ rows: MerchantRow[]; more: boolean; count: number }> {
  const members = holds(search, ['u.email', 'u.first_name', 'u.last_name']);
  const found = sql`(${holds(search, ['m.name', 'm.legal_name', 'm.neq', 'm.email', 'm.city'])} or exists (
    select 1 from merchant_member mm join app_user u on u.id = mm.user_id where mm.merchant_id = m.id and ${members}))`;
  const next = after
    ? sql`(${folded('m.name')}, m.id) > (select ${folded('x.name')}, x.id from merchant x where x.id = ${after}::uuid)`
    : sql`true`;
  const rows = await allRows(
    db,
    sql<MerchantRow>`
      select m.id, m.name, m.city,
        coalesce(string_agg(trim(u.first_name || ' ' || u.last_name), ', ' order by mm.since, u.id)
          filter (where mm.role = 'respondent'), '') as respondents,
        count(u.id) filter (where u.password_hash is not null)::int as active,
        count(u.id) filter (where u.password_hash is null)::int as invited
      from (select * from merchant m where ${found} and ${next} order by ${folded('m.name')}, m.id limit ${pageSize + 1}) m
        left join merchant_member mm on mm.merchant_id = m.id and ${currentMember('mm')}
        left join app_user u on u.id = mm.user_id and u.disabled_at is null
      group by m.id, m.name, m.city order by ${folded('m.name')}, m.id`,
  );
  const total = await firstRow(
    db,
    sql<{ count: number }>`select count(*)::int as count from merchant m where ${found}`,
  );
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize, count: total?.count ?? 0 };
}

/** @throws AppError `access.not_found`. */
export async function merchantSheet(db: Db, merchantId: string): Promise<MerchantSheet> {
  const row = isUuid(merchantId)
    ? await firstRow(
        db,
        sql<MerchantSheet>`select id, name, legal_name as "legalName", neq, email::text as email, phone,
          address_line as "addressLine", city, province, postal_code as "postalCode" from merchant where id = ${merchantId}::uuid`,
      )
    : null;
  if (!row) throw new AppError('access.not_found');
  return row;
}

/** Enrols a merchant without a respondent yet. `id` makes an act done twice one merchant. */
export async function createMerchant(
  deps: DirectoryDeps,
  actorId: string | null,
  merchant: NewMerchant,
  id: string = randomUUID(),
): Promise<string> {
  await deps.db.transaction().execute(async (tx) => {
    if (await insertMerchant(tx, merchant, id)) await audit(tx, actorId, 'merchant.enrolled', id);
  });
  return id;
}

/**
 * F-014, F-016: enrols a merchant from its participation form, with its respondent, in one transaction. The form's key is the merchant's
 * id: a form sent twice enrols one merchant, opens one account and sends one mail.
 *
 * @throws AppError `merchant.exists` for a NEQ that is enrolled, `account.of_…`.
 */
export async function enrolMerchant(
  deps: DirectoryDeps,
  actorId: string | null,
  form: { merchant: NewMerchant; respondent: NewPerson },
  key: string,
): Promise<string> {
  await deps.db.transaction().execute(async (tx) => {
    if (!(await auditOnce(tx, actorId, 'merchant.enrolled', key, key, form))) return;
    await demandNewNeq(tx, form.merchant.neq ?? '', key);
    await insertMerchant(tx, form.merchant, key);
    await addMember({ ...deps, db: tx }, actorId, key, form.respondent, 'respondent');
  });
  return key;
}

/** Changes what the participation form says (F-019). @throws AppError `access.not_found`, `merchant.exists`. */
export async function editMerchant(
  deps: DirectoryDeps,
  actorId: string | null,
  merchantId: string,
  merchant: Required<NewMerchant>,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await merchantSheet(tx, merchantId);
    if (!(await auditOnce(tx, actorId, 'merchant.edited', merchantId, key, merchant))) return;
    await demandNewNeq(tx, merchant.neq, merchantId);
    await sql`update merchant set name = ${merchant.name}, legal_name = ${merchant.legalName}, neq = ${merchant.neq},
      email = ${merchant.email}, phone = ${merchant.phone}, address_line = ${merchant.addressLine}, city = ${merchant.city},
      province = ${merchant.province}, postal_code = ${merchant.postalCode} where id = ${merchantId}::uuid`.execute(tx);
  });
}

async function insertMerchant(tx: Db, merchant: NewMerchant, id: string): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql<{ id: string }>`
      insert into merchant (id, name, legal_name, neq, email, phone, address_line, city, province, postal_code)
      values (${id}, ${merchant.name}, ${merchant.legalName ?? ''}, ${merchant.neq ?? ''}, ${merchant.email ?? ''},
        ${merchant.phone ?? ''}, ${merchant.addressLine ?? ''}, ${merchant.city ?? ''}, ${merchant.province ?? 'QC'},
        ${merchant.postalCode ?? ''}) on conflict (id) do nothing returning id`,
  );
  return row !== null;
}

/** A company is enrolled once; two officers at the same moment included. */
async function demandNewNeq(tx: Db, neq: string, merchantId: string): Promise<void> {
  if (neq === '') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`neq:${neq}`}, 0))`.execute(tx);
  const other = await firstRow(
    tx,
    sql<{
      name: string;
    }>`select name from merchant where neq = ${neq} and left_at is null and id <> ${merchantId}::uuid limit 1`,
  );
  if (other) throw new AppError('merchant.exists', { name: other.name });
}
