import type { Pool } from 'pg';
import { dossierFolder, type FileStore } from '#db/files/store.ts';

/** What the erasure needs of the file store. */
export type FileRemover = Pick<FileStore, 'removeFolder'>;

/**
 * F-142, A-26: erases what people wrote in a dossier, its files, the mails about it and the invited person's particulars. The
 * journal (ids, codes, instants), the row that statistics read and the agreement's hash stay, with a record of the destruction.
 * Files go first, those that a crash left without a row included.
 */
export async function eraseContent(pool: Pool, files: FileRemover, dossierId: string): Promise<void> {
  await files.removeFolder(dossierFolder(dossierId));
  await pool.query(erasure, [dossierId]);
}

/** One statement, hence one transaction. The destruction is recorded once, whatever the number of calls. */
const erasure = `
with certificate as (
  update agreement_certificate set document_id = null, acceptances = '[]' where dossier_id = $1::uuid
), identity as (
  delete from closing_identity where dossier_id = $1
), erased as (
  delete from proposal_content where dossier_id = $1
), messages as (
  delete from message where dossier_id = $1
), shares as (
  delete from message_share where dossier_id = $1
), reads as (
  delete from thread_read where dossier_id = $1
), words as (
  delete from justification where dossier_id = $1
), form as (
  delete from dossier_form where dossier_id = $1
), invited as (
  delete from invitation where dossier_id = $1
), mails as (
  delete from mail where dossier_id = $1 and state in ('sent', 'failed')
), referred as (
  update referral set consumer_email = '' where dossier_id = $1
), documents as (
  delete from document where dossier_id = $1 returning 1
)
insert into audit_log (action, subject, detail)
select 'dossier.destroyed', $1::text, jsonb_build_object('documents', (select count(*) from documents))
where not exists (select from audit_log where action = 'dossier.destroyed' and subject = $1::text)`;
