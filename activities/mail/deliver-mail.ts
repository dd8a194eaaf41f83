import { renderMail } from '#content/mail/render.ts';
import { invitationKey } from '#db/codes.ts';
import { claimMail, markMailFailed, markMailSent, type ClaimedMail } from '#db/outbox/queued-mails.ts';
import type { MailDeps } from './deps.ts';
import { isOneAddress, sendingFailure } from './transport.ts';

/** `elsewhere`: already sent, abandoned, or claimed by another worker. */
export type Delivery = 'sent' | 'later' | 'failed' | 'elsewhere';

/**
 * Sends a mail of the outbox, once as far as a mail server allows: it is claimed first, and its Message-ID is the id of its row, so that a second
 * copy, after a crash between the server's answer and our update, is recognised as the same mail (RFC 5322 §3.6.4).
 */
export async function deliverMail(deps: MailDeps, id: string): Promise<Delivery> {
  const { db } = deps;
  const mail = await claimMail(db, id);
  if (!mail) return 'elsewhere';
  let message;
  try {
    message = messageOf(mail, deps.settings);
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

/** @throws Error when the address is not one address, or a parameter of the text is missing. */
function messageOf(mail: ClaimedMail, settings: MailDeps['settings']) {
  if (!isOneAddress(mail.toAddress)) throw new Error('not one address');
  const { template, language, dossierId, toName } = mail;
  const rendered = renderMail(
    { template, language, dossierId, params: paramsOf(mail, settings), recipientName: toName },
    settings,
  );
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

/** The validation key is only in the mail itself (F-077). */
function paramsOf(mail: ClaimedMail, settings: MailDeps['settings']): ClaimedMail['params'] {
  const { invitationId } = mail.params;
  return typeof invitationId === 'string'
    ? { ...mail.params, key: invitationKey(settings.pepper, invitationId) }
    : mail.params;
}

function headerName(name: string): string {
  return name.replace(/[\p{Cc}"<>@]+/gu, ' ').trim();
}
