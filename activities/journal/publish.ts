import type { PoolClient } from 'pg';
import type { DossierEvent } from '#domain/dossier/events.ts';

/** A command named content that is not there, not this dossier's, or already published. */
export class ContentMissing extends Error {
  constructor(kind: string) {
    super(`content.missing: ${kind}`);
    this.name = 'ContentMissing';
  }
}

type Statement = { kind: string; text: string; values: unknown[]; required: boolean };

/**
 * Makes visible what an event names, in the journal's transaction (architecture §4): until then a row is its author's draft.
 *
 * @throws ContentMissing and then nothing of the command is journalled.
 */
export async function publish(client: PoolClient, dossierId: string, event: DossierEvent): Promise<void> {
  for (const { kind, text, values, required } of statements(dossierId, event)) {
    const { rowCount } = await client.query(text, values);
    if (required && rowCount !== 1) throw new ContentMissing(kind);
  }
}

function statements(dossierId: string, event: DossierEvent): Statement[] {
  const at = event.at;
  const publishRow = (table: string, id: string): Statement => ({
    kind: table,
    text: `update ${table} set published_at = $3 where id = $1 and dossier_id = $2 and published_at is null`,
    values: [id, dossierId, at],
    required: true,
  });
  const proposal = (contentId: string, proposalId: string, version: number): Statement => ({
    kind: 'proposal_content',
    text: `update proposal_content set published_at = $3, version = $5
      where id = $1 and dossier_id = $2 and proposal_id = $4 and published_at is null`,
    values: [contentId, dossierId, at, proposalId, version],
    required: true,
  });
  const optional = (text: string, values: unknown[]): Statement => ({ kind: 'row', text, values, required: false });

  switch (event.type) {
    case 'dossierCreated':
      return [
        optional(
          `update referral set used_at = coalesce(used_at, $2), used_by = coalesce(used_by, $3) where dossier_id = $1`,
          [dossierId, at, event.consumerId],
        ),
      ];
    case 'proposalMade':
      return [proposal(event.contentId, event.proposalId, 1)];
    case 'proposalEdited':
      return [proposal(event.contentId, event.proposalId, event.version)];
    case 'messagePosted':
      return [
        {
          ...publishRow('message', event.messageId),
          text: `update message set published_at = $3
            where id = $1 and dossier_id = $2 and thread = $4 and published_at is null`,
          values: [event.messageId, dossierId, at, event.thread],
        },
      ];
    case 'messagesShared':
      return [
        publishRow('message_share', event.shareId),
        optional(
          `update message m set shared_with_mediator_at = $3 from message_share s
            where s.id = $1 and s.dossier_id = $2 and m.dossier_id = $2 and m.id = any (s.message_ids)
              and m.thread = 'negotiation' and m.published_at is not null and m.shared_with_mediator_at is null`,
          [event.shareId, dossierId, at],
        ),
      ];
    case 'documentAdded':
      return [publishRow('document', event.documentId)];
    case 'documentWithdrawn':
      return [
        publishRow('justification', event.justificationId),
        {
          kind: 'document',
          text: `update document set withdrawn_at = $3, withdrawal_id = $4
            where id = $1 and dossier_id = $2 and published_at is not null and withdrawn_at is null`,
          values: [event.documentId, dossierId, at, event.justificationId],
          required: true,
        },
      ];
    case 'negotiationRefused':
    case 'mediationWithdrawn':
      return [publishRow('justification', event.justificationId)];
    case 'dossierClosed':
      return (
        [event.justificationId, event.natureId]
          .filter((id) => id !== null)
          // The same words may already have been published by the event that led here (refusal, withdrawal from mediation).
          .map((id) => ({ ...publishRow('justification', id), text: republish }))
      );
    case 'invitationAccepted':
      return [
        optional(`update invitation set accepted_at = $3, accepted_by = $4 where id = $1 and dossier_id = $2`, [
          event.invitationId,
          dossierId,
          at,
          event.userId,
        ]),
      ];
    case 'invitationExpired':
    case 'representativeRemoved':
      return [
        optional(`update invitation set revoked_at = $3 where id = $1 and dossier_id = $2 and revoked_at is null`, [
          event.invitationId,
          dossierId,
          at,
        ]),
      ];
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
      return [];
  }
}

const republish = `update justification set published_at = coalesce(published_at, $3) where id = $1 and dossier_id = $2`;
