import { sql } from 'kysely';
import type { Remedy } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import { allRows, firstRow, iso, type Db } from './sql.ts';

export type DocumentRow = {
  id: string;
  ownerId: string | null;
  ownerRole: string;
  ownerName: string | null;
  kind: string;
  title: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  language: string | null;
  generatedFor: string | null;
  savedAt: string;
  publishedAt: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
};

/**
 * Documents of a dossier, newest first: those deposited (withdrawn ones too, as tombstones), and those that `readerId` has
 * sent but that no command has deposited yet.
 */
export async function dossierDocuments(db: Db, dossierId: string, readerId: string): Promise<DocumentRow[]> {
  return allRows(
    db,
    sql<DocumentRow>`
      select d.id, d.owner_id as "ownerId", d.owner_role as "ownerRole",
        case when u.id is not null then trim(u.first_name || ' ' || u.last_name) end as "ownerName",
        d.kind, d.title, d.file_name as "fileName", d.media_type as "mediaType", d.byte_size::float8 as "byteSize",
        encode(d.sha256, 'hex') as sha256, d.language, d.generated_for as "generatedFor", ${iso('d.saved_at')} as "savedAt",
        ${iso('d.published_at')} as "publishedAt", ${iso('d.withdrawn_at')} as "withdrawnAt", j.body as "withdrawalReason"
      from document d
      left join app_user u on u.id = d.owner_id
      left join justification j on j.id = d.withdrawal_id and j.published_at is not null
      where d.dossier_id = ${dossierId}::uuid and (d.published_at is not null or d.owner_id = ${readerId}::uuid)
      order by coalesce(d.published_at, d.saved_at) desc, d.id`,
  );
}

export type ProposalContentRow = {
  id: string;
  proposalId: string;
  author: 'consumer' | 'merchant' | 'mediator';
  authorName: string;
  remedies: Remedy[];
  terms: string;
  savedAt: string;
  publishedAt: string | null;
};

/** What people wrote in the published proposals of a dossier; which version each is, the dossier's state says. */
export async function proposalContents(db: Db, dossierId: string): Promise<ProposalContentRow[]> {
  return allRows(
    db,
    sql<ProposalContentRow>`
      select p.id, p.proposal_id as "proposalId", p.author, trim(u.first_name || ' ' || u.last_name) as "authorName",
        p.remedies, p.terms, ${iso('p.saved_at')} as "savedAt", ${iso('p.published_at')} as "publishedAt"
      from proposal_content p join app_user u on u.id = p.author_id
      where p.dossier_id = ${dossierId}::uuid and p.published_at is not null order by p.published_at, p.id`,
  );
}

export type MessageRow = {
  id: string;
  thread: Thread;
  authorId: string;
  authorName: string;
  authorRole: string;
  body: string;
  publishedAt: string;
  sharedAt: string | null;
};

/** Last `limit` messages of a thread (all when null), oldest first; `before` is the instant of the oldest one shown, to read further back. */
export async function threadMessages(
  db: Db,
  dossierId: string,
  thread: Thread,
  before: string | null,
  limit: number | null,
): Promise<MessageRow[]> {
  const rows = await allRows(
    db,
    sql<MessageRow>`
      select m.id, m.thread, m.author_id as "authorId", trim(u.first_name || ' ' || u.last_name) as "authorName",
        m.author_role as "authorRole", m.body, ${iso('m.published_at')} as "publishedAt",
        ${iso('m.shared_with_mediator_at')} as "sharedAt"
      from message m join app_user u on u.id = m.author_id
      where m.dossier_id = ${dossierId}::uuid and m.thread = ${thread} and m.published_at is not null
        ${before ? sql`and m.published_at < ${before}::timestamptz` : sql``}
      order by m.published_at desc, m.id desc limit ${limit}`,
  );
  return rows.reverse();
}

export type ThreadCount = { thread: Thread; total: number; unread: number; lastAt: string | null };

/** How many messages each thread holds, and how many `readerId` has not read. */
export async function threadCounts(
  db: Db,
  dossierId: string,
  threads: readonly Thread[],
  readerId: string,
): Promise<ThreadCount[]> {
  if (threads.length === 0) return [];
  return allRows(
    db,
    sql<ThreadCount>`
      select m.thread, count(*)::int as total,
        (count(*) filter (where m.author_id <> ${readerId}::uuid and m.published_at > coalesce(r.read_at, '-infinity')))::int as unread,
        to_char(max(m.published_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt"
      from message m
      left join thread_read r on r.dossier_id = m.dossier_id and r.thread = m.thread and r.user_id = ${readerId}::uuid
      where m.dossier_id = ${dossierId}::uuid and m.published_at is not null and m.thread in (${sql.join(threads)})
      group by m.thread, r.read_at`,
  );
}

/** When `readerId` last read a thread. */
export async function threadReadAt(
  db: Db,
  dossierId: string,
  thread: Thread,
  readerId: string,
): Promise<string | null> {
  const row = await firstRow(
    db,
    sql<{ readAt: string | null }>`select ${iso('read_at')} as "readAt" from thread_read
      where dossier_id = ${dossierId}::uuid and thread = ${thread} and user_id = ${readerId}::uuid`,
  );
  return row?.readAt ?? null;
}

/** Notes that a person has read a thread up to now. */
export async function markThreadRead(db: Db, dossierId: string, thread: Thread, readerId: string): Promise<void> {
  await sql`insert into thread_read (dossier_id, thread, user_id, read_at)
    values (${dossierId}::uuid, ${thread}, ${readerId}::uuid, clock_timestamp())
    on conflict (dossier_id, thread, user_id) do update set read_at = excluded.read_at`.execute(db);
}

/** Number of the certificate of a dossier's agreement, once it is made (B-06). */
export async function agreementCertificate(db: Db, dossierId: string): Promise<string | null> {
  const row = await firstRow(
    db,
    sql<{
      number: string;
    }>`select certificate_number as number from agreement_certificate where dossier_id = ${dossierId}::uuid`,
  );
  return row?.number ?? null;
}
