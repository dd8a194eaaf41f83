import { draftMark, marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import type { NotesForm } from '#contracts/schemas/mediation.ts';
import { mediatorNote, saveMediatorNote } from '#db/content/mediator-notes.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** A mediator's own notes, their mark, and when they were saved. */
export type NotesFacts = { body: string; base: string; savedAt: string | null };

/** What the mediator who leads this dossier noted for themselves (B-10). @throws AppError `access.denied` for everyone else. */
export async function notesOf({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<NotesFacts> {
  const note = await mediatorNote(db, whose(opened));
  return { body: note?.body ?? '', base: note ? draftMark(note.body) : '', savedAt: note?.savedAt ?? null };
}

/** Saves them. @throws AppError `draft.changed` when another page saved other notes meanwhile; `rate.limited`. */
export async function saveNotes(
  { db, limits }: Pick<ServiceDeps, 'db' | 'limits'>,
  opened: OpenDossier,
  { body, base }: NotesForm,
): Promise<void> {
  const saved = { ...whose(opened), body, seen: marksIn(base) };
  await limits.count('saves', opened.user.id);
  if (!(await saveMediatorNote(db, saved))) throw new AppError('draft.changed');
}

function whose({ readerRole, summaryRow, user }: OpenDossier) {
  if (readerRole !== 'mediator') throw new AppError('access.denied');
  return { dossierId: summaryRow.id, mediatorId: user.id };
}
