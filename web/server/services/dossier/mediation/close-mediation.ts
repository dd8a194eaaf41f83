import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { MediationClosingForm } from '#contracts/schemas/mediation.ts';
import { takeBackDraftRow } from '#db/content/draft-rows.ts';
import { actionFor } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { fileDraft, giveDraft } from '../open-dossier/drafts.ts';
import { codeOf } from '../open-dossier/execute.ts';
import { justificationDraft, startedJustification, type StartedJustification } from '../open-dossier/justification.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

export type MediationClosingFacts = {
  /** The parties must be told in the discussion space first (F-131). */
  tellFirst: boolean;
  justification: StartedJustification;
  nature: StartedJustification;
};

const kinds = { justification: 'closeMediation', nature: 'nature' } as const;

/**
 * The form by which the mediator closes without agreement (F-119, F-132, F-133, F-134).
 *
 * @throws AppError the rules' reason, unless it is that the parties were not told yet.
 */
export async function mediationClosingForm(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<MediationClosingFacts> {
  const { allowed, why } = actionFor(opened.state, opened, 'closeMediation');
  const tellFirst = why === 'mediation.parties_not_told';
  if (!allowed && !tellFirst) throw new AppError(why ?? 'actor.not_allowed');
  const [justification, nature] = await Promise.all([
    startedJustification(deps, opened, kinds.justification),
    startedJustification(deps, opened, kinds.nature),
  ]);
  return { tellFirst, justification, nature };
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
      command: (justificationId) => ({ type: 'closeMediation', reason, justificationId, natureId }),
      otherwise: 'refused',
      done: async () => (await deps.engine.state(opened.summaryRow.id))?.closing?.natureId === natureId,
    });
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && code !== 'engine.unavailable') await takeBackDraftRow(deps.db, 'justification', natureId);
    throw error;
  }
}
