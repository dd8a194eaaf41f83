import type { Owed } from '#activities/reactions/ports.ts';
import { kyselyOver } from '#db/kysely.ts';
import { enqueueMail } from '#db/queries/outbox.ts';
import { recipientsOf } from './audience.ts';
import type { MailDeps } from './deps.ts';
import { deliverMail } from './deliver.ts';
import { mailFacts, paramsFor } from './facts.ts';
import { knowsOfMessages } from './known.ts';

/**
 * Tells an audience of an event (F-144): one mail a person, queued under a key made of the reaction and the person, then tried at once.
 * Called twice it queues and sends nothing more; a mail server that is away leaves the mails to the outbox.
 */
export async function notify(deps: MailDeps, { id, dossierId, seq, reaction }: Owed<'notify'>): Promise<void> {
  const db = kyselyOver(deps.pool);
  const facts = await mailFacts(db, dossierId, seq);
  if (!facts) return;
  const { template, audience } = reaction;
  const office = { address: deps.settings.officeEmail, name: deps.settings.officeName };
  const invitationId = 'invitationId' in facts.event ? facts.event.invitationId : null;
  const people = await recipientsOf(db, dossierId, audience, invitationId, office);
  for (const { userId, address, name, language } of people) {
    if (template === 'message-received' && (await knowsOfMessages(db, id, dossierId, userId, facts.event))) continue;
    const mailId = await enqueueMail(db, {
      dedupeKey: `${id}:${userId ?? invitationId ?? 'address'}`,
      template,
      to: { address, name },
      language,
      recipientId: userId,
      params: paramsFor(template, facts),
      dossierId,
    });
    await deliverMail(deps, mailId);
  }
}
