import { access, phaseOf, readerRoleOf } from '../access/index.ts';
import type { Viewpoint } from '../actor.ts';
import type { DossierEvent } from '../dossier/events.ts';
import type { DossierMailTemplate } from '../dossier/reactions/mail-templates.ts';
import { sideOf } from '../dossier/state/parties.ts';
import { hasAccepted, hasAskedForRevision, openProposal } from '../dossier/state/proposals.ts';
import type { Actor, Dossier, Instant, Side } from '../dossier/types.ts';
import { canKnow } from './known-events.ts';

/** A mail that is to tell someone of an event. */
type Notification = { template: DossierMailTemplate; event: DossierEvent; state: Dossier; now: Instant };

/**
 * Which mail this person gets: the one meant, another, or none. An audience is a place in the dossier, and who holds it when the mail
 * leaves may know less than who held it before: a respondent who stands in for an absent handler does not learn from a mail, nor
 * from its absence, what the handler alone may know (requirements §6).
 */
export function mailFor(reader: Actor, { template, event, state, now }: Notification): DossierMailTemplate | null {
  if (!canKnow(state, { actor: reader, now }, event)) return null;
  const side = sideOf(reader);
  if (side === null) return template;
  const knowsOwn = knowsAcceptances(side, state, { actor: reader, now });
  if (template === 'acceptance-voided') return knowsOwn ? template : 'mediator-proposal-edited';
  if (template === 'turn-reminder' || template === 'turn-reminder-last') {
    const open = openProposal(state);
    const answered = open && (hasAccepted(open, side) || hasAskedForRevision(open, side));
    return knowsOwn && answered ? null : template;
  }
  return template;
}

/**
 * In whose place somebody of the company is told: who has charge, by who stands in while they are away; nobody, by a respondent or the company itself; or an absent
 * respondent of a dossier that nobody has charge of, by who stands in for them (A-22, B-09).
 */
export type InPlace = 'handler' | 'nobody' | 'respondent';

/**
 * As {@link mailFor}, for somebody who is told in the place of another: what they may know themselves or, of what waits for who has charge, that there is something new, without a
 * word of what it is. Told when any of those would be whom they stand in for: what is hidden from one of them is not told by silence.
 */
export function mailInPlace(reader: Actor, notification: Notification, place: InPlace): DossierMailTemplate | null {
  const own = mailFor(reader, notification);
  if (own) return own;
  const { handlerId, merchantId } = notification.state;
  const told = (actor: Actor) => mailFor(actor, notification) !== null;
  const waits =
    told({ role: 'respondent', userId: '', merchantId }) ||
    (handlerId !== null && told({ role: 'merchantRepresentative', userId: handlerId, merchantId }));
  if (!waits) return null;
  return place === 'handler' ? 'substitute-update' : 'charge-waiting';
}

function knowsAcceptances(side: Side, state: Dossier, { actor, now }: Viewpoint): boolean {
  const resource = side === 'consumer' ? 'consumerAcceptance' : 'merchantAcceptance';
  return access(readerRoleOf(state, { actor, now }), resource, phaseOf(state, now)) !== 'none';
}
