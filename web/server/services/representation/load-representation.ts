import { AppError } from '#contracts/errors.ts';
import { invitedPerson } from '#db/dossiers/invitations.ts';
import { actions, decide, DomainError } from '#domain/dossier/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

/** The consumer's representative, named or not, as the page shows it. */
export type Representation = {
  opened: OpenDossier;
  person: {
    firstName: string;
    lastName: string;
    email: string;
    relationship: string;
    status: 'invited' | 'active';
    invitedAt: string;
    expiresAt: string;
    activeAt: string | null;
  } | null;
  canName: boolean;
  canRemove: boolean;
  /** The consumer may send the pending invitation again. */
  canResend: boolean;
};

/**
 * What the consumer's side sees of representation, in a draft or later (F-074).
 *
 * @throws AppError as {@link loadDossier}; `access.not_found` for the other side.
 */
export async function loadRepresentation(
  deps: ServiceDeps,
  user: CurrentUser | null,
  dossierId: string,
): Promise<Representation> {
  const now = deps.now().toISOString();
  const opened = await loadDossier(deps, user, dossierId);
  const { actor, state } = opened;
  if (actor.role !== 'consumer' && actor.role !== 'consumerRepresentative') throw new AppError('access.not_found');
  const offered = (type: 'nameRepresentative' | 'removeRepresentative') =>
    actions(state, actor, now).some((action) => action.type === type && action.allowed);
  return {
    opened,
    person: state.representative ? await personOf(deps, dossierId, state.representative) : null,
    canName: offered('nameRepresentative'),
    canRemove: offered('removeRepresentative'),
    canResend: canResend(state, actor, now),
  };
}

function canResend(state: OpenDossier['state'], actor: OpenDossier['actor'], now: string): boolean {
  const replaces = state.representative?.status === 'invited' ? state.representative.invitationId : null;
  // Naming another in its place is what the rules allow or not.
  if (replaces === null) return false;
  try {
    decide(state, { type: 'nameRepresentative', invitationId: replaces, replaces, by: actor }, now);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function personOf(
  deps: ServiceDeps,
  dossierId: string,
  representative: NonNullable<OpenDossier['state']['representative']>,
): Promise<Representation['person']> {
  const row = await invitedPerson(deps.db, { id: representative.invitationId, dossierId });
  if (!row) return null;
  const { status, invitedAt, activeAt } = representative;
  return { ...row, status, invitedAt, activeAt };
}
