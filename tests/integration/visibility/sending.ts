import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Answer, SignedIn } from '#tests/kit/pages.ts';
import type { ReadyForm } from './more-acts.ts';

/** What is stored, as one digest a table. */
export type Stored = Record<string, string>;

/** What every request and every worker moves, and what tells only that somebody has read. */
const left = [
  ...['schema_migration', 'session', 'rate_limit', 'reaction', 'mail', 'journal_anchor', 'audit_log', 'audit_anchor'],
  ...['thread_read', 'engine_behind'],
];

/** Rows of a person's own that nobody else reads: what they wrote stays theirs when it is refused (B-03). */
const unsent: Record<string, string> = {
  message: 'author_id',
  proposal_content: 'author_id',
  justification: 'author_id',
  message_share: 'author_id',
};

let columns: string[] | null = null;

/** Digests of all tables, without texts that this person has not sent. */
export async function stored(pool: Pool, sender: string | null): Promise<Stored> {
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> all ($1) order by 1`,
    [left],
  );
  columns ??= tables.rows.map(({ name }) => {
    const author = unsent[name];
    const own = author ? `where published_at is not null or $1::uuid is null or ${author} <> $1::uuid` : '';
    return `'${name}', (select md5(coalesce(string_agg(row, '' order by row), '')) from (select to_jsonb(t)::text as row from "${name}" t ${own}) rows)`;
  });
  const { rows } = await pool.query<{ all: Stored }>(
    `select jsonb_build_object('sender', $1::uuid is null, ${columns.join(', ')}) as all`,
    [sender],
  );
  const { sender: _, ...all } = rows[0]!.all;
  return all;
}

export const changedIn = (before: Stored, after: Stored): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Sends a form as this account does from a page of its own: ids that a page makes for what is about to be written (`known` are the others) are new, as its key is.
 */
export async function sendAs(
  pages: SignedIn,
  userId: string | null,
  { form, known }: { form: ReadyForm; known: ReadonlySet<string> },
): Promise<Answer> {
  const fresh = Object.entries(form.fields).map(([name, value]) => {
    const made = typeof value === 'string' && uuid.test(value) && !known.has(value);
    return [name, made ? randomUUID() : value] as const;
  });
  const fields = { ...Object.fromEntries(fresh), form_key: randomUUID() };
  if (!form.file) return pages.post(userId, form.address, fields);
  const body = new FormData();
  body.append('files', new File(['%PDF-1.4\ntrailer<<>>\nstartxref\n9\n%%EOF\n'], 'evaluation.pdf'));
  const session = userId ? `; pc_session=${await pages.session(userId)}` : '';
  const headers = { cookie: `pc_lang=fr${session}`, origin: pages.trusted, 'sec-fetch-site': 'same-origin' };
  const response = await fetch(pages.origin + form.address, { method: 'POST', body, headers, redirect: 'manual' });
  const { status, headers: answered } = response;
  return { status, html: await response.text(), location: answered.get('location'), headers: answered };
}

/** Every id that a row has. */
export async function knownIds(pool: Pool): Promise<Set<string>> {
  const tables = ['app_user', 'merchant', 'dossier', 'document', 'message', 'proposal_content', 'establishment'];
  const { rows } = await pool.query<{ id: string }>(
    `${tables.map((name) => `select id::text from ${name}`).join(' union all ')} union all select proposal_id::text from proposal_content`,
  );
  return new Set(rows.map(({ id }) => id));
}
