import type { ReactionPorts } from '#activities/reactions/ports.ts';
import { dueMails } from '#db/outbox/queued-mails.ts';
import { deliverMail } from './deliver-mail.ts';
import type { MailDeps } from './deps.ts';
import { notify } from './notify-audience.ts';

export type MailActivities = Pick<ReactionPorts, 'notify'> & {
  /** Tries every mail that is due, those that the web enqueued and those left behind included; returns how many left the queue. */
  deliverPending(limit?: number): Promise<number>;
};

/** The mails of the product: the notices of dossiers, and the sweep of the outbox. */
export function createMailActivities(deps: MailDeps): MailActivities {
  return {
    notify: (pending) => notify(deps, pending),
    async deliverPending(limit = 50) {
      let gone = 0;
      for (const id of await dueMails(deps.db, limit)) {
        const delivery = await deliverMail(deps, id);
        if (delivery === 'sent' || delivery === 'over') gone += 1;
      }
      return gone;
    },
  };
}

export { mailSettings, type MailDeps } from './deps.ts';
export { createMailTransport } from './transport.ts';
