import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { translator, type Language } from '#content/texts/index.ts';
import { contentKey, type FileStore } from '#db/files/store.ts';
import { databaseOver } from '#db/database.ts';
import { closingIdentity } from '#db/queries/closing-identity.ts';
import { dossierHead, type DossierHead } from '#db/queries/dossier-page.ts';
import type { DocumentKind } from '#domain/dossier/events.ts';
import { createLane, type Lane } from '#threads/lane.ts';
import { agreementOf, attestationOf } from './document-models.ts';
import type * as tasks from './tasks.ts';

export type DocumentDeps = { pool: Pool; files: FileStore; officeName: string };

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The documents that the system makes of a dossier (F-101, F-118, F-120), each made once, in a thread; `stop` ends it. */
export function createDocumentActivities(
  deps: DocumentDeps,
): Pick<ReactionPorts, 'renderDocument'> & { stop(): Promise<void> } {
  const lane = createLane<typeof tasks>({
    file: new URL('./tasks.ts', import.meta.url),
    atOnce: 1,
    waiting: 1_000,
    each: 10,
    milliseconds: 30_000,
    megabytes: 512,
  });
  return {
    renderDocument: ({ dossierId, reaction }) => renderDocument(deps, lane, dossierId, reaction.document),
    stop: () => lane.stop(),
  };
}

/**
 * Makes a document in the consumer's language, stores its bytes, files its row with their SHA-256. A DOCX is not reproducible byte for
 * byte: the first row filed is the document, and a second call leaves it as it is and removes its own bytes.
 */
async function renderDocument(
  { pool, files, officeName }: DocumentDeps,
  lane: Lane<typeof tasks>,
  dossierId: string,
  kind: DocumentKind,
): Promise<void> {
  const made = await pool.query('select 1 from document where dossier_id = $1 and generated_for = $2', [
    dossierId,
    kind,
  ]);
  if (made.rowCount) return;
  const db = databaseOver(pool);
  const head = await dossierHead(db, dossierId, null);
  if (!head) throw new Error('no such dossier');
  const language = await consumerLanguage(pool, head);
  const identity = await closingIdentity(db, dossierId);
  if (!identity) throw new Error('no such dossier');
  const certificate = `E-${head.number}`;
  const model: DocumentModel =
    kind === 'agreement'
      ? await agreementOf(db, head, identity, certificate, language)
      : await attestationOf(db, head, identity, officeName, language);
  const bytes = await lane.run(dossierId, 'docx', model);
  const { key, sha256, size } = await files.put(contentKey(dossierId, bytes), bytes);
  const fileName = translator(language)(`documents:fileName.${kind}`, { number: head.number });
  const accepted = head.state.proposals.find((proposal) => proposal.state === 'accepted')?.acceptances ?? [];
  const { rowCount } = await pool.query(filing, [
    randomUUID(),
    dossierId,
    kind,
    model.title,
    fileName,
    docx,
    size,
    sha256,
    key,
    language,
    certificate,
    JSON.stringify(accepted),
  ]);
  if (rowCount === 0) await files.remove(key);
}

/** The document and its certificate, both or neither. Tells one row when this call filed it. */
const filing = `
with filed as (
  insert into document (id, dossier_id, owner_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key,
    language, generated_for, published_at)
  values ($1, $2, null, 'system', $3, $4, $5, $6, $7, $8, $9, $10, $3, now())
  on conflict (dossier_id, generated_for) where generated_for is not null do nothing returning id
), certified as (
  insert into agreement_certificate (dossier_id, certificate_number, document_id, sha256, acceptances)
  select $2, $11, id, $8, $12 from filed where $3 = 'agreement' on conflict (dossier_id) do nothing
)
select id from filed`;

async function consumerLanguage(pool: Pool, { state }: DossierHead): Promise<Language> {
  const { rows } = await pool.query<{ language: Language }>('select language from app_user where id = $1', [
    state.consumerId,
  ]);
  return rows[0]?.language ?? 'fr';
}
