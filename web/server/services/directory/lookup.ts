import { sql, type RawBuilder } from 'kysely';
import { iso } from '#db/queries/sql.ts';

/** Rows of a page of merchants or mediators. */
export const pageSize = 50;

/** Condition: one of these columns holds what was typed, accents and case apart (« boreal » finds « Boréal »). All rows without text. */
export function holds(typed: string, columns: string[]): RawBuilder<unknown> {
  const wanted = fold(typed);
  if (wanted === '') return sql`true`;
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`(${sql.join(
    columns.map((column) => sql`${folded(column)} like ${pattern}`),
    sql` or `,
  )})`;
}

/** Where an account stands; `u` is its row. See {@link AccountState}. */
export const accountState = sql<'invited' | 'active' | 'removed'>`case when u.disabled_at is not null then 'removed'
  when u.password_hash is null then 'invited' else 'active' end`;

/** The newest activation link of `u`, as `link`, and its mail, as `post`: the columns of {@link linkColumns}. */
export const linkJoin = sql`
  left join lateral (select c.id, c.expires_at from one_time_code c
    where c.user_id = u.id and c.purpose = 'activate' order by c.created_at desc, c.id limit 1) link on true
  left join mail post on post.dedupe_key = u.kind || '-activation:' || link.id`;

/** `linkUntil`: until when an unused link works, also when that is past; `mailFailed`: its mail could not be delivered. */
export const linkColumns = sql`case when u.password_hash is null then ${iso('link.expires_at')} end as "linkUntil",
  u.password_hash is null and coalesce(post.state = 'failed', false) as "mailFailed"`;

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .slice(0, 120);
}

/** A text without accents and capitals, to compare with and to sort by (« Électro » among the E), whatever the database's collation. */
export function folded(column: string): RawBuilder<string> {
  return sql<string>`lower(regexp_replace(normalize(${sql.ref(column)}::text, NFD), '[\u0300-\u036f]', '', 'g'))`;
}
