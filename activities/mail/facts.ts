import { sql } from 'kysely';
import { mailPlans } from '#content/mail/plan.ts';
import type { MailParams } from '#content/mail/types.ts';
import { deadlines } from '#domain/dossier/deadlines.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { DossierMailTemplate } from '#domain/dossier/mail-templates.ts';
import { authorOf } from '#domain/dossier/parties.ts';
import type { DeadlineKind, Dossier } from '#domain/dossier/types.ts';
import { firstRow, type Db } from '#db/queries/sql.ts';

/** What a mail of a dossier may say: the event, the state, and the names of those who take part. */
export type MailFacts = {
  number: string;
  merchantName: string;
  event: DossierEvent;
  state: Dossier;
  consumerName: string;
  representativeName: string;
  handlerName: string;
  mediatorName: string;
  invitationUntil: string | null;
};

/** Reads the facts of one event; null when the journal does not know it. */
export async function mailFacts(db: Db, dossierId: string, seq: number): Promise<MailFacts | null> {
  const name = (alias: string) =>
    sql`trim(${sql.ref(`${alias}.first_name`)} || ' ' || ${sql.ref(`${alias}.last_name`)})`;
  return firstRow(
    db,
    sql<MailFacts>`
      select d.number, m.name as "merchantName", e.payload as event, d.state,
        ${name('c')} as "consumerName", coalesce(${name('r')}, '') as "representativeName",
        coalesce(nullif(${name('h')}, ''), m.name) as "handlerName", coalesce(${name('t')}, '') as "mediatorName",
        to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "invitationUntil"
      from dossier d
      join dossier_event e on e.dossier_id = d.id and e.seq = ${seq}
      join merchant m on m.id = d.merchant_id
      join app_user c on c.id = d.consumer_id
      left join app_user r on r.id = coalesce((e.payload ->> 'userId')::uuid, d.representative_id)
      left join app_user h on h.id = coalesce((e.payload ->> 'userId')::uuid, d.handler_id)
      left join app_user t on t.id = coalesce((e.payload ->> 'mediatorId')::uuid, d.mediator_id)
      left join invitation i on i.id = (e.payload ->> 'invitationId')::uuid
      where d.id = ${dossierId}::uuid`,
  );
}

/** Exactly the parameters that a mail of this event asks for, as instants and codes; put into words when it leaves. */
export function paramsFor(template: DossierMailTemplate, facts: MailFacts): MailParams {
  const all: Record<string, string | null | undefined> = {
    ...named(facts),
    ...dated(facts),
    ...told(facts.event),
    awaited: facts.state.awaiting?.who ?? 'both',
  };
  const params: MailParams = { number: facts.number, merchantName: facts.merchantName };
  for (const name of mailPlans[template].needs) {
    const value = all[name];
    if (value) params[name] = value;
  }
  if (template === 'representative-invitation' && 'invitationId' in facts.event)
    params['invitationId'] = facts.event.invitationId;
  if ('thread' in facts.event) params['thread'] = facts.event.thread;
  return params;
}

function named({ consumerName, representativeName, handlerName, mediatorName }: MailFacts) {
  return { consumerName, representativeName, handlerName, mediatorName };
}

function dated({ state, event, invitationUntil }: MailFacts) {
  const coming = deadlines(state);
  const when = (kind: DeadlineKind) => coming.find((deadline) => deadline.kind === kind)?.at ?? null;
  return {
    invitationUntil,
    draftUntil: event.type === 'draftExtended' ? event.until : state.draftExpiresAt,
    erasedAt: when('draftPurge'),
    submittedAt: state.submittedAt,
    messagesUntil: state.messagesOpenUntil,
    readableUntil: when('purge'),
    // A ladder is told of the silence that fired it, which is over when the turn has passed since.
    awaitedSince: state.awaiting?.since ?? event.at,
    target: state.mediation?.target,
    closesAt: when('withdrawalClose') ?? state.closing?.at,
  };
}

/** Who did it and what codes the event carries. */
function told(event: DossierEvent): Record<string, string | null | undefined> {
  return {
    side: 'side' in event && event.side ? event.side : speakerOf(event),
    thread: 'thread' in event ? event.thread : null,
    report: event.type === 'reportedToOffice' ? event.kind : null,
    recusalReason: event.type === 'mediatorRecused' ? event.reason : null,
  };
}

function speakerOf({ by }: DossierEvent): string {
  return authorOf(by) ?? (by.role === 'officer' ? 'office' : 'system');
}
