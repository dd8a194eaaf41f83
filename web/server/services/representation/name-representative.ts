import { AppError } from '#contracts/errors.ts';
import type { RepresentativeForm } from '#contracts/schemas/filing.ts';
import { hashCode, invitationKey } from '#db/codes.ts';
import {
  deleteUnusedInvitation,
  insertInvitation,
  invitationsSince,
  invitedPerson,
  lockInvitationsOf,
} from '#db/dossiers/invitations.ts';
import { inTransaction } from '#db/transaction.ts';
import { compute } from '#web/server/compute/index.ts';
import { limitAfter } from '#domain/calendar/durations.ts';
import type { ServiceDeps } from '../deps.ts';
import { idOf } from '#db/key-id.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { Representation } from './load-representation.ts';

/** Each is a mail to an address that nobody proved. */
const maxInvitationsADay = 3;

/** Whom an invitation is for; `replaces`: the pending one that is sent again. */
type Inviting = { representation: Representation; invited: Invited; key: string; replaces?: string };

/**
 * Names a trusted person, who receives an e-mail with the dossier's number and a validation key (F-070, F-073, F-074, F-075, F-076, F-077).
 *
 * @throws AppError the rules' refusals; `representative.is_party` for the consumer's own address; `form.used` when the same form named
 *   someone else before; `rate.invitations` for a fourth invitation within a day.
 */
export async function nameRepresentative(
  deps: ServiceDeps,
  { representation, form, key }: { representation: Representation; form: RepresentativeForm; key: string },
): Promise<void> {
  if (form.email === representation.opened.user.email.toLowerCase()) throw new AppError('representative.is_party');
  await invite(deps, { representation, invited: form, key });
}

/**
 * Sends a pending invitation again, to the same person, with another validation key; the former one opens nothing any more (F-075).
 *
 * @throws AppError the rules' refusals; `representative.none` when nobody is invited; `rate.invitations` for a fourth invitation within a day.
 */
export async function resendInvitation(
  deps: ServiceDeps,
  { representation, key }: { representation: Representation; key: string },
): Promise<void> {
  const { state } = representation.opened;
  const id = idOf('invitation', state.id, key);
  // Sent twice, the form finds the invitation that it made itself.
  if (state.representative?.invitationId === id) return;
  const { person } = representation;
  if (!person || person.status !== 'invited' || !state.representative) throw new AppError('representative.none');
  const replaces = state.representative.invitationId;
  await invite(deps, { representation, invited: person, key, replaces });
}

/** The row is written before the command (architecture §4); refused, the command leaves nothing behind. */
async function invite(deps: ServiceDeps, { representation, invited: form, key, replaces }: Inviting): Promise<void> {
  const { state, actor, user } = representation.opened;
  const now = deps.now().toISOString();
  const id = idOf('invitation', state.id, key);
  const since = new Date(Date.parse(now) - 24 * 3_600_000).toISOString();
  const { secrets } = deps.env;
  const validationKey = invitationKey(secrets[0], id);
  const { email, firstName, lastName, relationship } = form;
  // Before the transaction, which would hold its connection meanwhile.
  const keyHash = await compute.hashes.run(user.id, () => hashCode(secrets, validationKey));
  const room = await inTransaction(deps, async ({ db }) => {
    await lockInvitationsOf(db, state.id);
    if ((await invitationsSince(db, { dossierId: state.id, since, but: id })) >= maxInvitationsADay) return false;
    await insertInvitation(db, {
      id,
      dossierId: state.id,
      email,
      firstName,
      lastName,
      relationship,
      keyHash,
      consentedAt: now,
      expiresAt: limitAfter(now, state.policy.invitation),
    });
    return true;
  });
  if (!room) {
    tell('limit.reached', { limit: 'invitationsDay', subject: state.id });
    throw new AppError('rate.invitations');
  }
  const invited = await invitedPerson(deps.db, { id, dossierId: state.id });
  if (invited && !isSamePerson(invited, form)) throw new AppError('form.used');
  try {
    await deps.engine.command(state.id, {
      key,
      command: { type: 'nameRepresentative', invitationId: id, ...(replaces ? { replaces } : {}), by: actor },
    });
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
export async function removeRepresentative(
  deps: ServiceDeps,
  { representation, key }: { representation: Representation; key: string },
): Promise<void> {
  const { opened } = representation;
  await deps.engine.command(opened.state.id, { key, command: { type: 'removeRepresentative', by: opened.actor } });
}
