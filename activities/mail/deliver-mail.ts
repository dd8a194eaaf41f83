import { renderMail } from '#content/mail/render.ts';
import { keyOfInvitation } from '#db/codes.ts';
import { keyHashOf } from '#db/dossiers/invitations.ts';
import { seqOfReaction } from '#contracts/ids.ts';
import { openedParams } from '#db/outbox/enqueue-mail.ts';
import { hasRead } from '#db/outbox/known-messages.ts';
import { mailInputs } from '#db/outbox/mail-inputs.ts';
import { claimMail, dropMail, markMailFailed, markMailSent, type ClaimedMail } from '#db/outbox/queued-mails.ts';
import { isOver } from '#domain/dossier/reactions/over.ts';
import { standsInNoMore } from './audience.ts';
import type { MailDeps } from './deps.ts';
import { isOneAddress, sendingFailure } from './transport.ts';

/** `elsewhere`: already sent, abandoned, or claimed by another worker. `over`: it waited until what it would tell was over, and leaves no more. */
export type Delivery = 'sent' | 'later' | 'failed' | 'elsewhere' | 'over';

/**
 * Sends a mail of the outbox, once as far as a mail server allows: it is claimed first, and its Message-ID is the id of its row, so that a second
 * copy, after a crash between the server's answer and our update, is recognised as the same mail (RFC 5322 §3.6.4).
 */
export async function deliverMail(deps: MailDeps, id: string): Promise<Delivery> {
  const { db } = deps;
  const mail = await claimMail(db, id);
  if (!mail) return 'elsewhere';
  if (mail.waited && (await tellsWhatIsOver(db, mail))) {
    await dropMail(db, id);
    return 'over';
  }
  const params = await paramsOf(deps, mail);
  // Sealed with a secret that this worker does not have, or not yet: it waits, as for a server that says « later ».
  if (!params) return (await markMailFailed(db, { id, code: 'mail.sealed', failure: 'forNow' })) ? 'failed' : 'later';
  let message;
  try {
    message = messageOf({ ...mail, params }, deps.settings);
  } catch {
    await markMailFailed(db, { id, code: 'mail.unreadable', failure: 'forGood' });
    return 'failed';
  }
  try {
    await deps.transport.sendMail(message);
  } catch (error) {
    const { code, failure } = sendingFailure(error);
    return (await markMailFailed(db, { id, code, failure })) ? 'failed' : 'later';
  }
  await markMailSent(db, id);
  return 'sent';
}

/** A notice that was true when it was queued, and has waited since (reactions/over.ts); told in a place that its reader has no more; of a message that was read meanwhile, too. */
async function tellsWhatIsOver(db: MailDeps['db'], mail: ClaimedMail): Promise<boolean> {
  const { dossierId, dedupeKey, template, recipientId: userId } = mail;
  const seq = dossierId === null ? null : seqOfReaction(dossierId, dedupeKey);
  const inputs = dossierId === null || seq === null ? undefined : await mailInputs(db, { dossierId, seq });
  if (dossierId === null || inputs === undefined) return false;
  const { event, state } = inputs;
  if (isOver({ event, template }, state) || (await standsInNoMore(db, { dossierId, userId, template }))) return true;
  if (template !== 'message-received' || event.type !== 'messagePosted' || userId === null) return false;
  return hasRead(db, { dossierId, userId, thread: event.thread, at: event.at });
}

/** @throws Error when the address is not one address, or a parameter of the text is missing. */
function messageOf(mail: ClaimedMail, settings: MailDeps['settings']) {
  if (!isOneAddress(mail.toAddress)) throw new Error('not one address');
  const { template, language, dossierId, params, toName } = mail;
  const rendered = renderMail({ template, language, dossierId, params, recipientName: toName }, settings);
  return {
    messageId: `<${mail.id}@${settings.from.address.split('@')[1]}>`,
    from: settings.from,
    to: { address: mail.toAddress, name: headerName(toName) },
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
  };
}

/** The parameters with the codes and links that only the mail itself shows, validation keys among them (F-077); null when they cannot be opened. */
async function paramsOf({ db, settings }: MailDeps, mail: ClaimedMail): Promise<ClaimedMail['params'] | null> {
  const { secrets } = settings;
  const opened = openedParams(secrets, mail);
  const { invitationId } = mail.params;
  if (!opened || typeof invitationId !== 'string') return opened;
  const keyHash = await keyHashOf(db, invitationId);
  const key = keyHash && keyOfInvitation(secrets, { id: invitationId, keyHash });
  return key ? { ...opened, key } : null;
}

function headerName(name: string): string {
  return name.replace(/[\p{Cc}"<>@]+/gu, ' ').trim();
}
