import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Actor } from '#domain/dossier/types.ts';

type Person = Exclude<Actor, { role: 'system' }>;

/** Writes what people write before a command: draft rows that only their author sees. Each returns the row's id. */
export type Drafts = {
  proposal(by: Person, proposalId: string, terms?: string): Promise<string>;
  message(by: Person, thread?: Thread, body?: string): Promise<string>;
  justification(by: Person, body?: string): Promise<string>;
  document(by: Person, title?: string): Promise<string>;
  share(by: Person, messageIds: string[]): Promise<string>;
  invitation(email?: string): Promise<string>;
};

const author = (by: Person): string =>
  by.role === 'mediator' ? 'mediator' : by.role.startsWith('consumer') ? 'consumer' : 'merchant';

export function createDrafts(pool: Pool, dossierId: string, mark = ''): Drafts {
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const id = randomUUID();
    await pool.query(sql, [id, dossierId, ...values]);
    return id;
  };
  return {
    proposal: (by, proposalId, terms = `Remboursement de 120 $ ${mark}`) =>
      insert(
        `insert into proposal_content (id, dossier_id, proposal_id, author_id, author, terms) values ($1, $2, $3, $4, $5, $6)`,
        [proposalId, by.userId, author(by), terms],
      ),
    message: (by, thread = 'negotiation', body = `Bonjour ${mark}`) =>
      insert(
        `insert into message (id, dossier_id, thread, author_id, author_role, body) values ($1, $2, $3, $4, $5, $6)`,
        [thread, by.userId, by.role, body],
      ),
    justification: (by, body = `Nous n’arrivons pas à nous entendre. ${mark}`) =>
      insert(`insert into justification (id, dossier_id, author_id, kind, body) values ($1, $2, $3, 'closing', $4)`, [
        by.userId,
        body,
      ]),
    document: (by, title = `Facture ${mark}`) =>
      insert(
        `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
         values ($1, $2, $3, $4, 'deposit', $5, $5, 'application/pdf', 3, '\\x00', gen_random_uuid()::text)`,
        [by.userId, by.role, title],
      ),
    share: (by, messageIds) =>
      insert(`insert into message_share (id, dossier_id, author_id, message_ids) values ($1, $2, $3, $4)`, [
        by.userId,
        messageIds,
      ]),
    invitation: (email = `ami${mark}@personne.example`) =>
      insert(
        `insert into invitation (id, dossier_id, email, first_name, last_name, relationship, key_hash, consented_at, expires_at)
         values ($1, $2, $3, $4, 'Roy', 'ami', '\\x00', now(), now() + interval '14 days')`,
        [email, `Ami${mark}`],
      ),
  };
}
