import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * F-142, A-26: erases what people wrote in a dossier, the mails about it and the invited person's particulars. The journal (ids, codes, instants),
 * the row that statistics read and the agreement's hash stay. One statement, so one transaction; the destruction is recorded once, whatever the
 * number of calls.
 */
export async function eraseDossierContent(db: Database, dossierId: string): Promise<void> {
  const id = sql`${dossierId}::uuid`;
  await sql`
    with certificate as (
      update agreement_certificate set document_id = null, acceptances = '[]' where dossier_id = ${id}
    ), addresses as (
      delete from acceptance_address where dossier_id = ${id}
    ), identity as (
      delete from closing_identity where dossier_id = ${id}
    ), erased as (
      delete from proposal_content where dossier_id = ${id}
    ), messages as (
      delete from message where dossier_id = ${id}
    ), shares as (
      delete from message_share where dossier_id = ${id}
    ), reads as (
      delete from thread_read where dossier_id = ${id}
    ), words as (
      delete from justification where dossier_id = ${id}
    ), form as (
      delete from dossier_form where dossier_id = ${id}
    ), notes as (
      delete from mediator_note where dossier_id = ${id}
    ), kept as (
      delete from kept_text where dossier_id = ${id}
    ), contacts as (
      delete from office_contact where dossier_id = ${id}
    ), step as (
      delete from office_step where dossier_id = ${id}
    ), invited as (
      delete from invitation where dossier_id = ${id}
    ), mails as (
      delete from mail where dossier_id = ${id} and state in ('sent', 'failed')
    ), referred as (
      update referral set consumer_email = '' where dossier_id = ${id}
    ), documents as (
      delete from document where dossier_id = ${id} returning 1
    )
    insert into audit_log (action, subject, detail)
    select 'dossier.destroyed', ${dossierId}::text, jsonb_build_object('documents', (select count(*) from documents))
    where not exists (select from audit_log where action = 'dossier.destroyed' and subject = ${dossierId}::text)`.execute(
    db,
  );
}
