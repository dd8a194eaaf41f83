import type { PendingReaction } from '#activities/reactions/ports.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { knowsOfMessages } from '#db/outbox/known-messages.ts';
import { mailInputs, type MailInputs } from '#db/outbox/mail-inputs.ts';
import { mailFor } from '#domain/visibility/index.ts';
import type { DossierMailTemplate } from '#domain/dossier/reactions/mail-templates.ts';
import type { Actor } from '#domain/dossier/types.ts';
import { recipientsOf, type Recipient } from './audience.ts';
import type { MailDeps } from './deps.ts';
import { deliverMail } from './deliver-mail.ts';
import { paramsFor } from './params.ts';

/**
 * Tells an audience of an event (F-144): one mail a person, queued under a key made of the reaction and the person, then tried at once.
 * Nobody is told what the matrix hides from them (domain/visibility), whoever stands in for whom. Called twice it queues and sends nothing more;
 * a mail server that is away leaves the mails to the outbox.
 */
export async function notify(
  deps: MailDeps,
  { id, dossierId, seq, reaction }: PendingReaction<'notify'>,
): Promise<void> {
  const { db } = deps;
  const inputs = await mailInputs(db, { dossierId, seq });
  if (!inputs) return;
  const office = { address: deps.settings.officeEmail, name: deps.settings.officeName };
  const invitationId = 'invitationId' in inputs.event ? inputs.event.invitationId : null;
  const people = await recipientsOf(db, { dossierId, audience: reaction.audience, invitationId, office });
  for (const person of people) {
    const { userId, address, name, language } = person;
    const template = templateFor(person, reaction.template, inputs);
    if (!template) continue;
    // What another reaction queued counts, and not this one's own mail: asking twice answers alike.
    const dedupeKey = `${id}:${userId ?? invitationId ?? 'address'}`;
    if (template === 'message-received' && userId && inputs.event.type === 'messagePosted') {
      const { thread, at } = inputs.event;
      if (await knowsOfMessages(db, { dossierId, thread, at, userId, dedupeKey })) continue;
    }
    const mailId = await enqueueMail(db, {
      dedupeKey,
      template,
      to: { address, name },
      language,
      recipientId: userId,
      params: paramsFor(template, inputs),
      dossierId,
    });
    await deliverMail(deps, mailId);
  }
}

/** The mail that this person may get; who gets or loses a place is told so whatever they may read (`user:`, `invitee`). */
function templateFor(
  { userId, role }: Recipient,
  template: DossierMailTemplate,
  { event, state }: MailInputs,
): DossierMailTemplate | null {
  if (!role) return template;
  const reader = { role, userId: userId ?? '', merchantId: state.merchantId } as Actor;
  return mailFor(reader, { template, event, state, now: new Date().toISOString() });
}
