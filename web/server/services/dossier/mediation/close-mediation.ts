import { randomUUID } from 'node:crypto';
import { isCode } from '#content/lists/index.ts';
import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import type { MediationClosingForm } from '#contracts/schemas/mediation.ts';
import { messageDrafts } from '#db/content/drafts.ts';
import { takeBackDraftRow } from '#db/content/draft-rows.ts';
import { actionFor } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { postMessage } from '../messages/post-message.ts';
import { fileDraft, giveDraft, type OtherDraft } from '../open-dossier/drafts.ts';
import { codeOf } from '../open-dossier/execute.ts';
import { justificationDraft, startedJustification, type StartedJustification } from '../open-dossier/justification.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

export type MediationClosingFacts = {
  /** When the closing was announced to the parties; null while that is to be done first (F-131). */
  announcedAt: string | null;
  /** What was begun of an announcement. */
  announcement: StartedJustification & { savedAt: string | null };
  justification: StartedJustification;
  nature: StartedJustification;
};

const kinds = { justification: 'closeMediation', nature: 'nature' } as const;

/**
 * The form by which the mediator closes without agreement (F-119, F-132, F-133, F-134), and before it the one by which they announce it (F-131).
 *
 * @throws AppError the rules' reason, unless it is that the parties were not told yet.
 */
export async function mediationClosingForm(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<MediationClosingFacts> {
  const { allowed, why } = actionFor(opened.state, opened, 'closeMediation');
  if (!allowed && why !== 'mediation.parties_not_told') throw new AppError(why ?? 'actor.not_allowed');
  const [announcement, justification, nature] = await Promise.all([
    startedAnnouncement(deps, opened),
    startedJustification(deps, opened, kinds.justification),
    startedJustification(deps, opened, kinds.nature),
  ]);
  return {
    announcedAt: allowed ? (opened.state.mediation?.closingAnnouncedAt ?? null) : null,
    announcement,
    justification,
    nature,
  };
}

async function startedAnnouncement(
  { db }: Pick<ServiceDeps, 'db'>,
  { summaryRow, user }: OpenDossier,
): Promise<MediationClosingFacts['announcement']> {
  const drafts = await messageDrafts(db, { dossierId: summaryRow.id, thread: 'mediationRoom', authorId: user.id });
  const [draft, ...others]: OtherDraft[] = drafts.filter(({ announcesClosing }) => announcesClosing);
  return {
    id: draft?.id ?? randomUUID(),
    body: draft?.body ?? '',
    base: draft ? draftMark(draft.body) : '',
    savedAt: draft?.savedAt ?? null,
    others,
  };
}

/** Announces the closing to both parties, as a message of the discussion space (F-131). @throws AppError the rules' refusals. */
export function announceClosing(
  deps: Pick<ServiceDeps, 'db' | 'engine'>,
  opened: OpenDossier,
  { key, form }: { key: string; form: { messageId: string; body: string; base: string } },
): Promise<void> {
  return postMessage(deps, opened, { key, message: { ...form, thread: 'mediationRoom', announcesClosing: true } });
}

/**
 * Closes the mediation without agreement: both texts are filed with it, the justification for the parties and the nature of the problem for the
 * attestation.
 *
 * @throws AppError with the rule's code; `value.invalid` for a reason that is not of the list.
 */
export async function closeMediation(
  deps: Pick<ServiceDeps, 'db' | 'engine'>,
  opened: OpenDossier,
  { key, form }: { key: string; form: MediationClosingForm },
): Promise<void> {
  const { reason } = form;
  if (!isCode('mediatorClosingReasons', reason)) throw new AppError('value.invalid');
  const nature = { justificationId: form.natureId, justification: form.nature, base: form.natureBase };
  const natureId = await giveDraft(deps.db, justificationDraft(opened, { kind: kinds.nature, form: nature }));
  try {
    await fileDraft(deps, opened, {
      draft: justificationDraft(opened, { kind: kinds.justification, form }),
      key,
      command: (justificationId) => ({ type: 'closeMediation', reason, justificationId, natureId, mustAnnounce: true }),
      otherwise: 'refused',
      done: async () => (await deps.engine.state(opened.summaryRow.id))?.closing?.natureId === natureId,
    });
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && code !== 'engine.unavailable') await takeBackDraftRow(deps.db, 'justification', natureId);
    throw error;
  }
}
