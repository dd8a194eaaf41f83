import { sql } from 'kysely';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

/** A command names content that is missing, belongs to another dossier, or is already published. */
export class ContentMissing extends Error {
  constructor(kind: string) {
    super(`content.missing: ${kind}`);
    this.name = 'ContentMissing';
  }
}

type Publication = { db: Database; dossierId: string; at: string };

/**
 * Makes visible what an event names, in the journal's transaction (architecture §4): until then a row is its author's draft.
 *
 * @throws ContentMissing and then nothing of the command is journalled.
 */
export async function publishContent(db: Database, dossierId: string, event: DossierEvent): Promise<void> {
  const at: Publication = { db, dossierId, at: event.at };
  switch (event.type) {
    case 'dossierCreated':
      return spendReferral(at, event.consumerId);
    case 'proposalMade':
      return publishRow(at, 'proposal_content', { id: event.contentId, more: [1, event.proposalId] });
    case 'proposalEdited':
      return publishRow(at, 'proposal_content', { id: event.contentId, more: [event.version, event.proposalId] });
    case 'messagePosted':
      return publishRow(at, 'message', { id: event.messageId, more: [event.thread] });
    case 'messagesShared':
      await publishRow(at, 'message_share', { id: event.shareId });
      return shareMessages(at, event.shareId);
    case 'documentAdded':
      return publishRow(at, 'document', { id: event.documentId });
    case 'documentWithdrawn':
      await publishRow(at, 'justification', { id: event.justificationId });
      return withdrawDocument(at, event);
    case 'negotiationRefused':
    case 'mediationWithdrawn':
      return publishRow(at, 'justification', { id: event.justificationId });
    case 'dossierClosed':
      for (const id of [event.justificationId, event.natureId]) if (id !== null) await publishWords(at, id);
      return;
    case 'invitationAccepted':
      return acceptInvitation(at, event);
    case 'invitationExpired':
    case 'representativeRemoved':
      return revokeInvitation(at, event.invitationId);
    case 'draftExtended':
    case 'draftExpired':
    case 'dossierSubmitted':
    case 'representativeNamed':
    case 'chargeTaken':
    case 'proposalAccepted':
    case 'acceptanceWithdrawn':
    case 'agreementConcluded':
    case 'mediationRequested':
    case 'mediatorAssigned':
    case 'mediatorRecused':
    case 'reportedToOffice':
    case 'sideNudged':
    case 'deadlinePassed':
    case 'dossierPurged':
      return;
  }
}

type Publishable = 'proposal_content' | 'message' | 'message_share' | 'document' | 'justification';

/** Publishes a row that is still a draft of the dossier (`$1` its id, `$2` the dossier, `$3` the instant), if `more` holds. */
const publishing = (table: Publishable, { more = '', set = '' } = {}) =>
  prepared(
    `journal-publish-${table}`,
    `update ${table} set published_at = $3${set} where id = $1 and dossier_id = $2 and published_at is null${more}`,
  );

const publications = {
  proposal_content: publishing('proposal_content', { set: ', version = $4', more: ' and proposal_id = $5' }),
  message: publishing('message', { more: ' and thread = $4' }),
  message_share: publishing('message_share'),
  document: publishing('document'),
  justification: publishing('justification'),
} satisfies Record<Publishable, unknown>;

async function publishRow(
  { db, dossierId, at }: Publication,
  table: Publishable,
  { id, more = [] }: { id: string; more?: (string | number)[] },
): Promise<void> {
  const { numAffectedRows } = await publications[table](db, [id, dossierId, at, ...more]);
  demandOne(table, numAffectedRows);
}

function demandOne(kind: Publishable, affected: bigint | undefined): void {
  if (affected !== 1n) throw new ContentMissing(kind);
}

async function shareMessages({ db, dossierId, at }: Publication, shareId: string): Promise<void> {
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
  { db, dossierId, at }: Publication,
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
async function publishWords({ db, dossierId, at }: Publication, id: string): Promise<void> {
  const updated = await db
    .updateTable('justification')
    .set({ publishedAt: sql<string>`coalesce(${sql.ref('publishedAt')}, ${at}::timestamptz)` })
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow();
  demandOne('justification', updated.numUpdatedRows);
}

async function spendReferral({ db, dossierId, at }: Publication, consumerId: string): Promise<void> {
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
  { db, dossierId, at }: Publication,
  { invitationId, userId }: { invitationId: string; userId: string },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ acceptedAt: at, acceptedBy: userId })
    .where('id', '=', invitationId)
    .where('dossierId', '=', dossierId)
    .execute();
}

async function revokeInvitation({ db, dossierId, at }: Publication, invitationId: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revokedAt: at })
    .where('id', '=', invitationId)
    .where('dossierId', '=', dossierId)
    .where('revokedAt', 'is', null)
    .execute();
}
