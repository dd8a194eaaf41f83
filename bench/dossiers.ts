import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Engine } from '#web/server/services/engine.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { Actor } from '#domain/dossier/types.ts';
import type { People } from './people.ts';

export type BenchDossier = { id: string; consumer: Actor; handler: Actor };

/** A dossier in draft, opened through the engine. */
export async function openDraft(engine: Engine, people: People): Promise<BenchDossier> {
  const id = randomUUID();
  const consumer: Actor = { role: 'consumer', userId: people.consumerId };
  const handler: Actor = { role: 'merchantRepresentative', userId: people.handlerId, merchantId: people.merchantId };
  await engine.create({
    key: randomUUID(),
    command: {
      type: 'createDossier',
      dossierId: id,
      merchantId: people.merchantId,
      policy: standardPolicy,
      by: consumer,
    },
  });
  return { id, consumer, handler };
}

/** A dossier in negotiation, brought there by its own commands. */
export async function openNegotiation(engine: Engine, pool: pg.Pool, people: People): Promise<BenchDossier> {
  const dossier = await openDraft(engine, people);
  const [proposalId, contentId] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into proposal_content (id, dossier_id, proposal_id, author_id, author, terms) values ($1, $2, $3, $4, 'consumer', 'Sous dix jours.')`,
    [contentId, dossier.id, proposalId, people.consumerId],
  );
  await engine.command(dossier.id, {
    key: randomUUID(),
    command: { type: 'submitDossier', proposalId, contentId, by: dossier.consumer },
  });
  await engine.command(dossier.id, {
    key: randomUUID(),
    command: { type: 'takeCharge', replaces: null, by: dossier.handler },
  });
  return dossier;
}

/** Draft rows of messages, as the form saves them before it is sent. Returns their ids. */
export async function draftMessages(
  pool: pg.Pool,
  dossierId: string,
  authorId: string,
  count: number,
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
  dossierId: string,
  ownerId: string,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await pool.query(
    `insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key)
     select id, $2, $3, 'consumer', 'facture', 'Facture', 'facture.pdf', 'application/pdf', 1000, '\\x00', 'none' from unnest($1::uuid[]) as id`,
    [ids, dossierId, ownerId],
  );
  return ids;
}
