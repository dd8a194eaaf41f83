import { inOrder } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import type { ParticipationForm } from '#contracts/schemas/participation.ts';
import {
  insertParticipation,
  lockParticipation,
  participationById,
  replaceForm,
  type SentParticipation,
} from '#db/participation/requests.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { undertakingVersion } from '#content/terms/versions.ts';
import type { Language } from '#content/texts/index.ts';
import { enqueueAccountMail } from '../accounts/account-mail.ts';
import type { ParticipationDeps } from './deps.ts';
import { isLive, requestOfLink } from './links.ts';

/** A form of the public: what it says, under its key, from where, in the language of its page. */
type Sending = { form: ParticipationForm; key: string; ip: string; language: Language };

/**
 * F-014: writes down that a company asks to take part, for the Office, and tells whoever filled the form in that it was received. Sent twice it is one
 * request. The answer and the work are the same whoever has an account: nothing of it is looked at here.
 *
 * @throws AppError `rate.limited`, `rate.today`; `form.used` for a key that came with something else.
 */
export async function sendParticipation(deps: ParticipationDeps, sending: Sending): Promise<void> {
  const sent = await counted(deps, sending);
  await inTransaction(deps, async ({ db }) => {
    const number = await insertParticipation(db, sent);
    if (number) return confirm(db, { number, sent });
    const before = await participationById(db, sent.key);
    if (before?.lastKey === sent.key && inOrder(before.form) === inOrder(sent.form)) return;
    throw new AppError('form.used');
  });
}

/**
 * F-014: puts a corrected form in the place of the one that the Office had questions about; it waits for the Office again. Sent twice it is one
 * correction.
 *
 * @throws AppError `auth.link_invalid`; `participation.link_over` for a link that is too old, or a request that is not to be corrected (any more).
 */
export async function correctParticipation(
  deps: ParticipationDeps,
  { token, ...sending }: Sending & { token: string },
): Promise<void> {
  const { id } = await requestOfLink(deps, token);
  const sent = await counted(deps, sending);
  await inTransaction(deps, async ({ db }) => {
    const row = await lockParticipation(db, id);
    if (row?.lastKey === sent.key && inOrder(row.form) === inOrder(sent.form)) return;
    if (row?.state !== 'correction' || !isLive(deps, row.linkUntil)) throw new AppError('participation.link_over');
    await replaceForm(db, id, sent);
    await confirm(db, { number: row.number, sent });
  });
}

/** Each is a mail to an address that nobody has proved: few from one place, fewer to one address. */
async function counted(
  { limits, now }: ParticipationDeps,
  { form, key, ip, language }: Sending,
): Promise<SentParticipation> {
  const senderEmail = form.sender?.email ?? form.respondent.email;
  await limits.count('participationPlace', ip);
  await limits.count('participationAddress', senderEmail);
  // The form is refused without it.
  return { key, form, senderEmail, undertaking: undertakingVersion, language, at: now().toISOString() };
}

async function confirm(db: Database, { number, sent }: { number: string; sent: SentParticipation }): Promise<void> {
  await enqueueAccountMail(db, {
    to: senderOf(sent),
    template: 'participation-received',
    subject: sent.key,
    params: { requestNumber: number },
  });
}

/** Who filled a form in, as mails address them: by no name, since anybody may have typed it. */
export function senderOf({ senderEmail, language }: Pick<SentParticipation, 'senderEmail' | 'language'>) {
  return { id: null, email: senderEmail, firstName: '', lastName: '', language };
}
