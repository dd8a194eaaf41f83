import { randomUUID } from 'node:crypto';
import type { ReactionPorts } from '#activities/reactions/ports.ts';
import { docxType } from '#contracts/docx-type.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { translator } from '#content/texts/index.ts';
import { contentKey, type FileStore } from '#db/files/store.ts';
import { fileGeneratedDocument, isGenerated } from '#db/content/generated-documents.ts';
import type { Database } from '#db/database.ts';
import { closingIdentity } from '#db/dossiers/closing-identity.ts';
import { loadSummaryRow } from '#db/dossiers/summary-row.ts';
import type { DocumentKind } from '#domain/dossier/events.ts';
import { createLane, type Lane } from '#threads/lane.ts';
import { agreementOf, attestationOf } from './document-models.ts';
import type * as tasks from './tasks.ts';

export type DocumentDeps = { db: Database; files: FileStore; officeName: string };

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
    renderDocument: ({ dossierId, reaction }) => renderDocument({ ...deps, lane }, dossierId, reaction.document),
    stop: () => lane.stop(),
  };
}

/**
 * Makes a document in the consumer's language, stores its bytes, files its row with their SHA-256. A DOCX is not reproducible byte for
 * byte: the first row filed is the document, and a second call leaves it as it is and removes its own bytes.
 */
async function renderDocument(
  { db, files, officeName, lane }: DocumentDeps & { lane: Lane<typeof tasks> },
  dossierId: string,
  kind: DocumentKind,
): Promise<void> {
  if (await isGenerated(db, { dossierId, kind })) return;
  const summaryRow = await loadSummaryRow(db, { dossierId, readerId: null });
  if (!summaryRow) throw new Error('no such dossier');
  const language = summaryRow.consumerLanguage;
  const who = await closingIdentity(db, dossierId);
  if (!who) throw new Error('no such dossier');
  const certificate = `E-${summaryRow.number}`;
  const model: DocumentModel =
    kind === 'agreement'
      ? await agreementOf(db, { summaryRow, who, language }, certificate)
      : await attestationOf(db, { summaryRow, who, language }, officeName);
  const bytes = await lane.run(dossierId, 'docx', model);
  const { key, sha256, size } = await files.put(contentKey(dossierId, bytes), bytes);
  const fileName = translator(language)(`documents:fileName.${kind}`, { number: summaryRow.number });
  const accepted = summaryRow.state.proposals.find((proposal) => proposal.state === 'accepted')?.acceptances ?? [];
  const filed = await fileGeneratedDocument(
    db,
    {
      id: randomUUID(),
      dossierId,
      kind,
      title: model.title,
      fileName,
      mediaType: docxType,
      byteSize: size,
      sha256,
      storageKey: key,
      language,
    },
    kind === 'agreement' ? { certificateNumber: certificate, acceptances: accepted } : null,
  );
  if (!filed) await files.remove(key);
}
