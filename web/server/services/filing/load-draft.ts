import { AppError } from '#contracts/errors.ts';
import { accessOf } from '#domain/access/index.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { Actor } from '#domain/dossier/types.ts';
import {
  stepStates,
  missingToSubmit,
  type Missing,
  type Step,
  type StepState,
} from '#domain/problem/missing-fields.ts';
import { draftDocuments, type DraftDocument } from '#db/filing/documents.ts';
import { draftContent, startForm, type DraftContent } from '#db/filing/draft-form.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';
import { idOf } from '#db/key-id.ts';

/** A draft loaded for someone of the consumer's side. */
export type Draft = DraftContent & {
  opened: OpenDossier;
  actor: Extract<Actor, { role: 'consumer' | 'consumerRepresentative' }>;
  /** False for a represented consumer (F-071) and once the time to submit has passed. */
  writable: boolean;
  /** True also for a represented consumer (F-072). */
  canAddDocuments: boolean;
  documents: DraftDocument[];
  missing: Missing[];
  steps: Record<Step, StepState>;
  /** Ids of the first proposal: always the same for a dossier, so that two windows write one proposal. */
  contentId: string;
  proposalId: string;
};

/** Ids of a dossier's first proposal. */
function firstProposalIds(dossierId: string): { contentId: string; proposalId: string } {
  return { contentId: idOf('first-content', dossierId), proposalId: idOf('first-proposal', dossierId) };
}

/**
 * Loads a draft for its consumer's side, with all that was saved (B-03).
 *
 * @throws AppError as {@link loadDossier}; `dossier.not_draft` once it was submitted; `access.not_found` for anyone else.
 */
export async function loadDraft(deps: ServiceDeps, user: CurrentUser | null, dossierId: string): Promise<Draft> {
  const now = deps.now().toISOString();
  const opened = await loadDossier(deps, user, dossierId);
  const { actor, state } = opened;
  if (actor.role !== 'consumer' && actor.role !== 'consumerRepresentative') throw new AppError('access.not_found');
  if (state.status !== 'draft' && state.status !== 'expired') throw new AppError('dossier.not_draft');
  await startForm(deps.db, dossierId);
  const ids = firstProposalIds(dossierId);
  const [content, documents] = await Promise.all([
    draftContent(deps.db, { dossierId, contentId: ids.contentId }),
    draftDocuments(deps.db, dossierId),
  ]);
  if (!content) throw new AppError('access.not_found');
  const open = state.status === 'draft' && now <= state.draftExpiresAt;
  const proposal = { remedies: content.remedies, terms: content.terms };
  const today = todayInQuebec(now);
  return {
    ...content,
    ...ids,
    opened,
    actor,
    documents,
    writable: open && accessOf(state, { actor, now }, 'draft') === 'write',
    canAddDocuments: open,
    missing: missingToSubmit({ ...content, proposal, documents }, today),
    steps: stepStates({ parties: content.parties, problem: content.problem, proposal, documents }, today),
  };
}

/**
 * The draft when this person may write in it.
 *
 * @throws AppError `actor.represented` (F-071), `dossier.draft_expired`, and as {@link loadDraft}.
 */
export async function loadWritableDraft(
  deps: ServiceDeps,
  user: CurrentUser | null,
  dossierId: string,
): Promise<Draft> {
  const draft = await loadDraft(deps, user, dossierId);
  if (draft.writable) return draft;
  throw new AppError(draft.canAddDocuments ? 'actor.represented' : 'dossier.draft_expired');
}
