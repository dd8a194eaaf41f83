import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { InvitationForm, RepresentativeForm } from '#contracts/schemas/intake.ts';
import { codeMatches, hashCode, invitationKey } from '#db/codes.ts';
import {
  countWrongKey,
  deleteUnusedInvitation,
  insertInvitation,
  invitationOfDossier,
  invitedPerson,
} from '#db/dossiers/invitations.ts';
import { limitAfter } from '#domain/calendar/durations.ts';
import { actions } from '#domain/dossier/index.ts';
import { acceptTerms } from '../accounts/terms.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { openDossier, type Opened } from '../dossier/reader.ts';
import { idOf } from '../key-id.ts';
import type { Limits } from '../limits/index.ts';
import { countKey } from './open.ts';

/** The consumer's representative, named or not, as the page shows it. */
export type Representation = {
  opened: Opened;
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
  mayName: boolean;
  mayRemove: boolean;
};

/** Wrong keys given for one invitation by the person invited, before it must be made again. */
export const mostKeyAttempts = 10;

/**
 * What the consumer's side sees of representation, in a draft or later (F-074).
 *
 * @throws AppError as {@link openDossier}; `access.not_found` for the other side.
 */
export async function openRepresentation(
  deps: ServiceDeps,
  user: CurrentUser | null,
  dossierId: string,
): Promise<Representation> {
  const now = deps.now().toISOString();
  const opened = await openDossier(deps.db, user, dossierId, now);
  const { actor, state } = opened;
  if (actor.role !== 'consumer' && actor.role !== 'consumerRepresentative') throw new AppError('access.not_found');
  const offered = (type: 'nameRepresentative' | 'removeRepresentative') =>
    actions(state, actor, now).some((action) => action.type === type && action.allowed);
  return {
    opened,
    person: state.representative ? await personOf(deps, dossierId, state.representative) : null,
    mayName: offered('nameRepresentative'),
    mayRemove: offered('removeRepresentative'),
  };
}

async function personOf(
  deps: ServiceDeps,
  dossierId: string,
  representative: NonNullable<Opened['state']['representative']>,
): Promise<Representation['person']> {
  const row = await invitedPerson(deps.db, { id: representative.invitationId, dossierId });
  if (!row) return null;
  const { status, invitedAt, activeAt } = representative;
  return { ...row, status, invitedAt, activeAt };
}

/**
 * Names a trusted person, who receives an e-mail with the dossier's number and a validation key (F-070, F-073, F-074, F-075, F-076, F-077). The row is
 * written before the command (architecture §4); refused, the command leaves nothing behind.
 *
 * @throws AppError the rules' refusals; `representative.is_party` for the consumer's own address; `form.used` when the same form named
 *   someone else before.
 */
export async function nameRepresentative(
  deps: ServiceDeps,
  { opened }: Representation,
  form: RepresentativeForm,
  key: string,
): Promise<void> {
  const { state, actor, user } = opened;
  if (form.email === user.email.toLowerCase()) throw new AppError('representative.is_party');
  const now = deps.now().toISOString();
  const id = idOf('invitation', state.id, key);
  const pepper = deps.env.CODE_PEPPER;
  const { email, firstName, lastName, relationship } = form;
  await insertInvitation(deps.db, {
    id,
    dossierId: state.id,
    email,
    firstName,
    lastName,
    relationship,
    keyHash: hashCode(pepper, invitationKey(pepper, id)),
    consentedAt: now,
    expiresAt: limitAfter(now, state.policy.invitation),
  });
  const invited = await invitedPerson(deps.db, { id, dossierId: state.id });
  if (invited && !isSamePerson(invited, form)) throw new AppError('form.used');
  try {
    await deps.engine.command(state.id, { key, command: { type: 'nameRepresentative', invitationId: id, by: actor } });
  } catch (error) {
    // Out of reach, the engine may still have heard: only a refusal makes the row useless.
    if (error instanceof AppError && error.code !== 'engine.unavailable') {
      await deleteUnusedInvitation(deps.db, id);
    }
    throw error;
  }
}

type Invited = Pick<RepresentativeForm, 'email' | 'firstName' | 'lastName' | 'relationship'>;

function isSamePerson(one: Invited, other: Invited): boolean {
  return (
    one.email.toLowerCase() === other.email.toLowerCase() &&
    one.firstName === other.firstName &&
    one.lastName === other.lastName &&
    one.relationship === other.relationship
  );
}

/** Ends a representation, or takes an invitation back, at once (F-073). @throws AppError the rules' refusals. */
export async function removeRepresentative(deps: ServiceDeps, { opened }: Representation, key: string): Promise<void> {
  await deps.engine.command(opened.state.id, { key, command: { type: 'removeRepresentative', by: opened.actor } });
}

/**
 * Accepts an invitation with the dossier's number and the validation key (F-077), by an account whose verified address is the one
 * invited (A-19), with the person's own word that they are 18 or over and no lawyer (A-18), the terms and the undertaking (A-20).
 *
 * @returns the dossier's id.
 * @throws AppError `invitation.unknown` for a wrong number or key, or another address; `invitation.expired`; `rate.limited`; the
 *   rules' refusals.
 */
export async function acceptInvitation(
  deps: ServiceDeps & { limits: Limits },
  user: Pick<CurrentUser, 'id' | 'email'>,
  form: InvitationForm,
  key: string,
  how: { language: Language; ip: string },
): Promise<string> {
  await countKey(deps.limits, user.id, how.ip);
  const number = form.number.replaceAll(/\s/g, '').replaceAll(/[–—]/g, '-');
  const invitation = await invitationOfDossier(deps.db, number);
  if (!invitation || invitation.email.toLowerCase() !== user.email.toLowerCase())
    throw new AppError('invitation.unknown');
  if (!codeMatches(deps.env.CODE_PEPPER, form.validationKey, invitation.keyHash)) {
    await countWrongKey(deps.db, invitation.id);
    throw new AppError('invitation.unknown');
  }
  const at = deps.now();
  const over = invitation.revokedAt !== null || invitation.expiresAt <= at.toISOString();
  if (over || invitation.attempts >= mostKeyAttempts) throw new AppError('invitation.expired');
  const { dossierId } = invitation;
  await acceptTerms(deps.db, { userId: user.id, dossierId, ...how, at });
  await deps.engine.command(dossierId, {
    key,
    command: {
      type: 'acceptInvitation',
      invitationId: invitation.id,
      by: { role: 'consumerRepresentative', userId: user.id },
    },
  });
  return dossierId;
}
