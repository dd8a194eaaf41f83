import type { Database } from '#db/database.ts';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { dossierFolder, type FileStore } from '#db/files/store.ts';

/** What the erasure needs of the file store. */
export type FileRemover = Pick<FileStore, 'removeFolder'>;

/**
 * F-142, A-26: erases what people wrote in a dossier, its files, the mails about it and the invited person's particulars. The journal (ids, codes,
 * instants), the row that statistics read and the agreement's hash stay, with a record of the destruction. Files go first, including those that a
 * crash left without a row.
 */
export async function eraseContent(db: Database, files: FileRemover, dossierId: string): Promise<void> {
  await files.removeFolder(dossierFolder(dossierId));
  await eraseDossierContent(db, dossierId);
}
