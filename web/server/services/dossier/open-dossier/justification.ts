import { randomUUID } from 'node:crypto';
import { draftMark, marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { justificationDrafts, justificationRow } from '#db/content/drafts.ts';
import { authorOf } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { DraftText, OtherDraft } from './drafts.ts';
import type { OpenDossier } from './load-dossier.ts';

/** A justification as a form sends it: its row, its words, and the marks of what the page saw. */
export type JustificationForm = { justificationId: string; justification: string; base: string };

/** What a form of a justification starts from: its row, the words left there and their mark, and other texts that were kept for it. */
export type StartedJustification = { id: string; body: string; base: string; others: OtherDraft[] };

/** What this person left unfinished of a justification. `kind`: the act. */
export async function startedJustification(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  kind: string,
): Promise<StartedJustification> {
  const whose = { dossierId: opened.summaryRow.id, authorId: opened.user.id, kind };
  const [draft, ...others] = await justificationDrafts(db, whose);
  return {
    id: draft?.id ?? randomUUID(),
    body: draft?.body ?? '',
    base: draft ? draftMark(draft.body) : '',
    others,
  };
}

/**
 * The reason that a person writes for an act, as the text that the act publishes. `kind`: the act. Nothing is kept of one by somebody who is neither of
 * a side nor the mediator: no such act is theirs but reading for a reason, and the dossier may be erased already.
 *
 * @throws AppError `actor.not_allowed`.
 */
export function justificationDraft(
  opened: OpenDossier,
  { kind, form }: { kind: string; form: JustificationForm },
): DraftText<string> {
  const reads = kind === 'breakGlass' && opened.actor.role === 'officer';
  if (authorOf(opened.actor) === null && !reads) throw new AppError('actor.not_allowed');
  const row = (id: string) =>
    justificationRow({ id, dossierId: opened.summaryRow.id, authorId: opened.user.id, kind, body: form.justification });
  return { row, id: form.justificationId, seen: marksIn(form.base) };
}
