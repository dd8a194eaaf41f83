import { sql, type RawBuilder } from 'kysely';

/** First and last name of the person whose row is `alias`, as pages and mails write it. */
export function fullName(alias: string): RawBuilder<string> {
  return sql<string>`trim(${sql.ref(`${alias}.firstName`)} || ' ' || ${sql.ref(`${alias}.lastName`)})`;
}

/** The next number of a sequence, in six digits or as many as it takes. */
export function nextNumber(
  sequence: 'dossier_number_seq' | 'referral_number_seq' | 'participation_number_seq',
): RawBuilder<string> {
  return sql<string>`(select lpad(n, greatest(6, length(n)), '0') from (select nextval(${sql.lit(sequence)})::text as n) next)`;
}

/** A value for a `jsonb` column. The driver would send a list as a PostgreSQL array. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
