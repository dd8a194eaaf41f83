import { marksIn } from '#contracts/draft-mark.ts';
import { justificationRow } from '#db/content/drafts.ts';
import type { DraftText } from './drafts.ts';
import type { OpenDossier } from './load-dossier.ts';

/** A justification as a form sends it: its row, its words, and the marks of what the page saw. */
export type JustificationForm = { justificationId: string; justification: string; base: string };

/** The reason that a person writes for an act, as the text that the act publishes. `kind`: the act. */
export function justificationDraft(
  opened: OpenDossier,
  { kind, form }: { kind: string; form: JustificationForm },
): DraftText<string> {
  const row = (id: string) =>
    justificationRow({ id, dossierId: opened.summaryRow.id, authorId: opened.user.id, kind, body: form.justification });
  return { row, id: form.justificationId, seen: marksIn(form.base) };
}
