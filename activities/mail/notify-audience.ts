import type { PendingReaction } from '#activities/reactions/ports.ts';
import { mailPlans } from '#content/mail/mail-plans.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { knowsOfMessages, lockTelling, mayBeThere, toldToday } from '#db/outbox/known-messages.ts';
import { mailInputs, type MailInputs } from '#db/outbox/mail-inputs.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { mailFor, mailInPlace } from '#domain/visibility/index.ts';
import type { DossierMailTemplate } from '#domain/dossier/reactions/mail-templates.ts';
import { isOver } from '#domain/dossier/reactions/over.ts';
import { phaseOf } from '#domain/access/index.ts';
import { isRunning } from '#domain/dossier/state/statuses.ts';
import type { Audience } from '#domain/dossier/events.ts';
import type { Actor } from '#domain/dossier/types.ts';
import { recipientsOf, type Recipient } from './audience.ts';
import type { MailDeps } from './deps.ts';
import { deliverMail } from './deliver-mail.ts';
import { paramsFor } from './params.ts';

/**
 * Notifies an audience of an event (F-144): one mail per person, enqueued under a key made of the reaction and the person, then tried at once. Nobody
 * is notified of what the matrix hides from them (domain/visibility), even when they stand in for someone else, nor of a moment that is over by now. Called
 * twice, it enqueues and sends nothing more; while the mail server is unavailable the mails stay in the outbox.
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
    if (!template || isOver({ event: inputs.event, template }, inputs.state)) continue;
    // Mails that other reactions enqueued count, this reaction's own does not: calling it twice gives the same answer.
    const dedupeKey = `${id}:${userId ?? invitationId ?? 'address'}`;
    const isTold = otherTelling({ dossierId, userId, template, dedupeKey }, inputs);
    if (isTold && (await isTold(db))) continue;
    const held = (await isReading(db, { dossierId, userId, template }, inputs)) ? glance : 0;
    const mail = {
      dedupeKey,
      template,
      to: { address, name },
      language,
      recipientId: userId,
      params: {
        ...paramsFor(template, inputs),
        ...(mailPlans[template].acts && standing(person, reaction.audience, inputs)),
      },
      dossierId,
      held,
    };
    const mailId =
      isTold && userId
        ? await inTransaction({ db }, async ({ db: tx }) => {
            // Of two notices at once, the second one waits for what the first one enqueues.
            await lockTelling(tx, { dossierId, userId });
            return (await isTold(tx)) ? null : enqueueMail(tx, mail);
          })
        : await enqueueMail(db, mail);
    if (mailId !== null && held === 0) await deliverMail(deps, mailId);
  }
}

/** Seconds in which someone who has the conversation open sees what came (web/app/live): they need no mail of it. */
const glance = 10;

/** Whether it may be read at this moment, without a mail. */
async function isReading(
  db: Database,
  { dossierId, userId, template }: Omit<Asked, 'dedupeKey'>,
  { event }: MailInputs,
): Promise<boolean> {
  if (userId === null || template !== 'message-received' || event.type !== 'messagePosted') return false;
  return mayBeThere(db, { dossierId, userId, thread: event.thread });
}

/** Members of a merchant who are told in place of the one in charge act once they have charge themselves (A-22, A-23, B-09); after an agreement too, while messages are open (F-103). */
function standing({ userId }: Recipient, audience: Audience, { state }: MailInputs): Record<string, string> {
  const inCharge = userId !== null && userId === state.handlerId;
  const open = isRunning(state.status) || phaseOf(state, new Date().toISOString()) === 'afterAgreement';
  return audience === 'merchantSide' && !inCharge && open ? { standing: 'notInCharge' } : {};
}

type Asked = { dossierId: string; userId: string | null; template: DossierMailTemplate; dedupeKey: string };

/** How to find out whether another mail has told a person the same; null for what is always told. */
function otherTelling(
  { userId, template, ...telling }: Asked,
  { event }: MailInputs,
): ((db: Database) => Promise<boolean>) | null {
  if (userId === null) return null;
  if (template === 'message-received' && event.type === 'messagePosted') {
    const { thread, at } = event;
    return (db) => knowsOfMessages(db, { ...telling, userId, thread, at });
  }
  return template === 'substitute-update' || template === 'charge-waiting'
    ? (db) => toldToday(db, { ...telling, userId, template })
    : null;
}

/**
 * The mail that this person may get. A person who gets or loses a place is notified of that whatever they may read (`user:`, `invitee`). Who stands in for
 * another of the company is told of what that person would know, without being told what it is when they do not read it themselves (ADR 39, ADR 52).
 */
function templateFor(
  { userId, role, inPlace }: Recipient,
  template: DossierMailTemplate,
  { event, state }: MailInputs,
): DossierMailTemplate | null {
  if (!role) return template;
  const reader = { role, userId: userId ?? '', merchantId: state.merchantId } as Actor;
  const notification = { template, event, state, now: new Date().toISOString() };
  return inPlace ? mailInPlace(reader, notification, inPlace) : mailFor(reader, notification);
}
