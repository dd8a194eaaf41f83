import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { stamped } from '#contracts/secrets/secret-ring.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Actor } from '#domain/dossier/types.ts';
import type { Writing } from '#domain/testing/scenario/command-of.ts';
import { testSecrets } from '../secrets.ts';

type Person = Exclude<Actor, { role: 'system' }>;

/** Writes what people write before a command: draft rows that only their author sees. */
export type Drafts = {
  /** What a step names, under the id that its command has; `messageIds`: those that a share is of. */
  write(by: Person, writing: Writing<unknown>, messageIds?: string[]): Promise<void>;
  /** A proposal that its author leaves unsent. @returns its id, as of those below. */
  proposal(by: Person, proposalId: string, terms?: string): Promise<string>;
  message(by: Person, thread?: Thread, body?: string): Promise<string>;
  document(by: Person, title?: string): Promise<string>;
};

const author = (by: Person): string =>
  by.role === 'mediator' ? 'mediator' : by.role.startsWith('consumer') ? 'consumer' : 'merchant';

/** What an invitation keeps of its key: the name of the secret that the key was made with, and nothing that a typed key could equal. */
const keyHash = stamped(testSecrets[0], Buffer.alloc(64));

/** The words of who is given none, with a `mark` in them to be looked for where it must not be; and where an invitation goes. */
export type Words = { mark?: string; invitee?: string };

export function createDrafts(pool: Pool, dossierId: string, { mark = '', invitee }: Words = {}): Drafts {
  const insert = async (id: string, sql: string, values: unknown[]): Promise<void> =>
    void (await pool.query(sql, [id, dossierId, ...values]));

  async function write(by: Person, writing: Writing<unknown>, messageIds: string[] = []): Promise<void> {
    const { id } = writing;
    switch (writing.row) {
      case 'proposal':
        return insert(
          id,
          `insert into proposal_content (id, dossier_id, proposal_id, author_id, author, terms) values ($1, $2, $3, $4, $5, $6)`,
          [writing.proposalId, by.userId, author(by), writing.proposal ?? `Remboursement de 120 $ ${mark}`],
        );
      case 'message':
        return insert(
          id,
          `insert into message (id, dossier_id, thread, author_id, author_role, body, announces_closing)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            ...[writing.thread, by.userId, by.role, writing.body ?? `Bonjour ${mark}`],
            writing.announcesClosing === true,
          ],
        );
      case 'justification':
        return insert(
          id,
          `insert into justification (id, dossier_id, author_id, kind, body) values ($1, $2, $3, $4, $5)`,
          [by.userId, writing.kind, writing.body ?? `Nous n’arrivons pas à nous entendre. ${mark}`],
        );
      case 'document':
        return insert(
          id,
          `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
           values ($1, $2, $3, $4, 'deposit', $5, $5, 'application/pdf', 3, '\\x00', gen_random_uuid()::text)`,
          [by.userId, by.role, writing.title ?? `Facture ${mark}`],
        );
      case 'share':
        return insert(
          id,
          `insert into message_share (id, dossier_id, author_id, message_ids) values ($1, $2, $3, $4)`,
          [by.userId, messageIds],
        );
      case 'invitation':
        return insert(
          id,
          `insert into invitation (id, dossier_id, email, first_name, last_name, relationship, key_hash, consented_at, expires_at)
           values ($1, $2, $3, $4, 'Roy', $5, $6, now(), now() + interval '14 days')`,
          [invitee ?? `ami${mark}@personne.example`, `Ami${mark}`, writing.relationship ?? 'ami', keyHash],
        );
    }
  }

  const left = async (by: Person, writing: Writing<unknown>): Promise<string> => {
    await write(by, writing);
    return writing.id;
  };
  return {
    write,
    proposal: (by, proposalId, proposal) => left(by, { row: 'proposal', id: randomUUID(), proposalId, proposal }),
    message: (by, thread = 'negotiation', body) => left(by, { row: 'message', id: randomUUID(), thread, body }),
    document: (by, title) => left(by, { row: 'document', id: randomUUID(), title }),
  };
}
