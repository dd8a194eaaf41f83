import { sql } from 'kysely';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Actor } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { prepared, type Prepared } from '../prepared.ts';
import {
  goesBeyond,
  publicationOf,
  publications,
  publishing,
  valuesOf,
  type Publication,
  type Publishable,
} from './publications.ts';

/** A command names content that is missing, belongs to another dossier, or is already published. */
export class ContentMissing extends Error {
  constructor(kind: string) {
    super(`content.missing: ${kind}`);
    this.name = 'ContentMissing';
  }
}

type Act = { db: Database; dossierId: string; at: string; by: Actor };

/**
 * Makes visible what an event names, in the journal's transaction (architecture §4): until then a row is its author's draft, which nobody else's act
 * publishes.
 *
 * @throws ContentMissing and then nothing of the command is journalled.
 */
export async function publishContent(db: Database, dossierId: string, event: DossierEvent): Promise<void> {
  const act: Act = { db, dossierId, at: event.at, by: event.by };
  if (!goesBeyond(event)) {
    const row = publicationOf(event);
    return row ? publishRow(act, row) : undefined;
  }
  switch (event.type) {
    case 'dossierSubmitted':
      return;
    case 'dossierCreated':
      return spendReferral(act, event.consumerId);
    case 'messagesShared':
      await publishRow(act, { table: 'message_share', id: event.shareId, at: event.at, by: event.by });
      return shareMessages(act, event.shareId);
    case 'documentWithdrawn':
      await publishRow(act, { table: 'justification', id: event.justificationId, at: event.at, by: event.by });
      return withdrawDocument(act, event);
    case 'dossierClosed':
      for (const id of [event.justificationId, event.natureId]) if (id !== null) await publishWords(act, id);
      return;
    case 'representativeNamed':
      // The key of the mail that this one replaces opens nothing any more.
      return event.replaces === undefined ? undefined : revokeInvitation(act, event.replaces);
    case 'invitationAccepted':
      return acceptInvitation(act, event);
    case 'invitationExpired':
    case 'representativeRemoved':
      return revokeInvitation(act, event.invitationId);
  }
}

const publishAlone = Object.fromEntries(
  Object.values(publications).map((each) => [
    each.table,
    prepared(`journal-publish-${each.table}`, publishing(each, { first: 2 })),
  ]),
) as Record<Publishable, Prepared<{ id: string }>>;

async function publishRow({ db, dossierId }: Act, publication: Publication): Promise<void> {
  const { table } = publication;
  const { rows } = await publishAlone[table](db, [dossierId, ...valuesOf(publication)]);
  demandOne(table, BigInt(rows.length));
}

function demandOne(kind: Publishable, affected: bigint | undefined): void {
  if (affected !== 1n) throw new ContentMissing(kind);
}

async function shareMessages({ db, dossierId, at }: Act, shareId: string): Promise<void> {
  await db
    .updateTable('message as m')
    .from('message_share as s')
    .set({ sharedWithMediatorAt: at })
    .where('s.id', '=', shareId)
    .where('s.dossierId', '=', dossierId)
    .where('m.dossierId', '=', dossierId)
    .where(({ eb, fn, ref }) => eb('m.id', '=', fn.any(ref('s.messageIds'))))
    .where('m.thread', '=', 'negotiation')
    .where('m.publishedAt', 'is not', null)
    .where('m.sharedWithMediatorAt', 'is', null)
    .execute();
}

async function withdrawDocument(
  { db, dossierId, at }: Act,
  { documentId, justificationId }: { documentId: string; justificationId: string },
): Promise<void> {
  const updated = await db
    .updateTable('document')
    .set({ withdrawnAt: at, withdrawalId: justificationId })
    .where('id', '=', documentId)
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  demandOne('document', updated.numUpdatedRows);
}

/** The same words may already have been published by the event that led here (refusal, withdrawal from mediation). */
async function publishWords({ db, dossierId, at, by }: Act, id: string): Promise<void> {
  const authorId = 'userId' in by ? by.userId : null;
  const updated = await db
    .updateTable('justification')
    .set({ publishedAt: sql<string>`coalesce(${sql.ref('publishedAt')}, ${at}::timestamptz)` })
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .where(({ eb, or }) => or([eb('publishedAt', 'is not', null), eb('authorId', '=', authorId)]))
    .executeTakeFirstOrThrow();
  demandOne('justification', updated.numUpdatedRows);
}

async function spendReferral({ db, dossierId, at }: Act, consumerId: string): Promise<void> {
  await db
    .updateTable('referral')
    .set({
      usedAt: sql<string>`coalesce(${sql.ref('usedAt')}, ${at}::timestamptz)`,
      usedBy: sql<string>`coalesce(${sql.ref('usedBy')}, ${consumerId}::uuid)`,
    })
    .where('dossierId', '=', dossierId)
    .execute();
}

async function acceptInvitation(
  { db, dossierId, at }: Act,
  { invitationId, userId }: { invitationId: string; userId: string },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ acceptedAt: at, acceptedBy: userId })
    .where('id', '=', invitationId)
    .where('dossierId', '=', dossierId)
    .execute();
}

async function revokeInvitation({ db, dossierId, at }: Act, invitationId: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revokedAt: at })
    .where('id', '=', invitationId)
    .where('dossierId', '=', dossierId)
    .where('revokedAt', 'is', null)
    .execute();
}
