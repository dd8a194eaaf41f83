import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import type { InvitationForm } from '#contracts/schemas/filing.ts';
import { compareCode } from '#db/codes.ts';
import { compute } from '#web/server/compute/index.ts';
import { spelledNumber } from '#domain/typed/codes.ts';
import { giveKeyTryBack, invitationOfDossier, takeKeyTry } from '#db/dossiers/invitations.ts';
import { acceptTerms, demandInForce } from '../accounts/accept-terms.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { countKey } from '../limits/count-key.ts';

/** Wrong keys given for one invitation by the person invited, before it must be made again. */
const maxKeyAttempts = 10;

/** Who accepts, with what they typed; `key` is that of the form. */
export type InvitationAcceptance = {
  user: Pick<CurrentUser, 'id' | 'email'>;
  form: InvitationForm;
  key: string;
  language: Language;
  ip: string;
};

/**
 * Accepts an invitation with the dossier's number and the validation key (F-077), by an account whose verified address is the one
 * invited (A-19), with the person's own word that they are 18 or over and no lawyer (A-18), the terms and the undertaking (A-20).
 *
 * @returns the dossier's id.
 * @throws AppError `invitation.unknown` for a wrong number or key, or another address; `invitation.expired`; `invitation.used` once this person accepted it
 *   by another form; `rate.limited`; `auth.terms_changed`; the rules' refusals.
 */
export async function acceptInvitation(
  deps: ServiceDeps,
  { user, form, key, language, ip }: InvitationAcceptance,
): Promise<string> {
  demandInForce(form);
  await countKey(deps.limits, { userId: user.id, ip });
  const invitation = await invitationOfDossier(deps.db, spelledNumber(form.number));
  if (!invitation || invitation.email.toLowerCase() !== user.email.toLowerCase())
    throw new AppError('invitation.unknown');
  const { id, keyHash } = invitation;
  if (!(await takeKeyTry(deps.db, { id, most: maxKeyAttempts }))) throw new AppError('invitation.expired');
  let compared: Awaited<ReturnType<typeof compareCode>> | null = null;
  try {
    compared = await compute.hashes.run(user.id, () => compareCode(deps.env.secrets, form.validationKey, keyHash));
  } finally {
    if (compared !== 'wrong') await giveKeyTryBack(deps.db, id);
  }
  if (compared === 'wrong') throw new AppError('invitation.unknown');
  const over = invitation.revokedAt !== null || invitation.expiresAt <= deps.now().toISOString();
  if (over || compared === 'forgotten') throw new AppError('invitation.expired');
  const { dossierId } = invitation;
  await acceptTerms(deps, { by: user.id, for: dossierId, shown: form, language, ip });
  const by = { role: 'consumerRepresentative', userId: user.id } as const;
  try {
    await deps.engine.command(dossierId, { key, command: { type: 'acceptInvitation', invitationId: id, by } });
  } catch (error) {
    // To the rules it is no invitation any more; to the person who accepted it in another window, it is done.
    const isUnknown = refusalOf(error)?.code === 'invitation.unknown';
    if (isUnknown && (await invitationOfDossier(deps.db, spelledNumber(form.number)))?.acceptedBy === user.id)
      throw new AppError('invitation.used');
    throw error;
  }
  return dossierId;
}
