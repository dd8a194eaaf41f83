import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Draft rows of messages, as the form saves them before it is sent. Returns their ids. */
export async function draftMessages(
  pool: pg.Pool,
  { dossierId, authorId, count }: { dossierId: string; authorId: string; count: number },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await pool.query(
    `insert into message (id, dossier_id, thread, author_id, author_role, body)
     select id, $2, 'negotiation', $3, 'consumer', 'Bonjour, avez-vous des nouvelles de la pièce commandée?' from unnest($1::uuid[]) as id`,
    [ids, dossierId, authorId],
  );
  return ids;
}

/** Draft rows of documents, as an upload leaves them. Returns their ids. */
export async function draftDocuments(
  pool: pg.Pool,
  { dossierId, ownerId, count }: { dossierId: string; ownerId: string; count: number },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await pool.query(
    `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
     select id, $2, $3, 'consumer', 'facture', 'Facture', 'facture.pdf', 'application/pdf', 1000, '\\x00', 'none' from unnest($1::uuid[]) as id`,
    [ids, dossierId, ownerId],
  );
  return ids;
}
