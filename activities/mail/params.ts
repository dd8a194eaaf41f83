import { mailPlans } from '#content/mail/mail-plans.ts';
import type { MailParams } from '#content/mail/types.ts';
import { deadlines } from '#domain/dossier/deadlines.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { DossierMailTemplate } from '#domain/dossier/reactions/mail-templates.ts';
import { authorOf } from '#domain/dossier/state/parties.ts';
import { mediatorAwaitedSince } from '#domain/dossier/state/mediator-awaited.ts';
import type { DeadlineKind } from '#domain/dossier/types.ts';
import type { MailInputs } from '#db/outbox/mail-inputs.ts';

/** Exactly the parameters that a mail of this event asks for, as instants and codes; put into words when it is sent. */
export function paramsFor(template: DossierMailTemplate, inputs: MailInputs): MailParams {
  const all: Record<string, string | null | undefined> = {
    ...named(inputs),
    ...dated(inputs),
    ...eventParams(inputs.event),
    awaited: inputs.state.awaiting?.who ?? 'both',
  };
  const params: MailParams = { number: inputs.number, merchantName: inputs.merchantName };
  for (const name of mailPlans[template].needs) {
    const value = all[name];
    if (value) params[name] = value;
  }
  if (mailPlans[template].to === 'invitation' && 'invitationId' in inputs.event)
    params['invitationId'] = inputs.event.invitationId;
  const thread = threadOf(inputs.event);
  if (thread) params['thread'] = thread;
  return params;
}

function named({ consumerName, representativeName, handlerName, mediatorName, giverName }: MailInputs) {
  return { consumerName, representativeName, handlerName, mediatorName, giverName };
}

function dated({ state, event, invitationUntil }: MailInputs) {
  const coming = deadlines(state);
  const when = (kind: DeadlineKind) => coming.find((deadline) => deadline.kind === kind)?.at ?? null;
  return {
    invitationUntil,
    draftUntil: event.type === 'draftExtended' ? event.until : state.draftExpiresAt,
    erasedAt: when('draftPurge'),
    submittedAt: state.submittedAt,
    messagesUntil: state.messagesOpenUntil,
    readableUntil: when('purge'),
    // The notice is about the wait that triggered it, which is over when the turn has passed since.
    mediatorSince: mediatorAwaitedSince(state) ?? event.at,
    awaitedSince: state.awaiting?.since ?? event.at,
    target: state.mediation?.target,
    closesAt: when('withdrawalClose') ?? state.closing?.at,
  };
}

/** Who did it and what codes the event carries. */
function eventParams(event: DossierEvent): Record<string, string | null | undefined> {
  return {
    side: 'side' in event && event.side ? event.side : speakerOf(event),
    thread: threadOf(event),
    report: event.type === 'reportedToOffice' || event.type === 'reportAnswered' ? event.kind : null,
    ...(event.type === 'reportAnswered' ? { reportAnswer: event.answer, answeredAt: event.at } : {}),
    recusalReason: event.type === 'mediatorRecused' ? event.reason : null,
    ...(event.type === 'glassBroken' ? { readingReason: event.reason, until: event.until } : {}),
  };
}

/** The conversation that a mail leads to. */
function threadOf(event: DossierEvent): Thread | null {
  if (event.type === 'caucusOpened') return event.side === 'consumer' ? 'consumerCaucus' : 'merchantCaucus';
  return 'thread' in event ? event.thread : null;
}

function speakerOf({ by }: DossierEvent): string {
  return authorOf(by) ?? (by.role === 'officer' ? 'office' : 'system');
}
