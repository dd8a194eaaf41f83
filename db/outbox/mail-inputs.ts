import { sql } from 'kysely';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { upgradeState } from '#domain/dossier/state/upgrade.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedFor } from '../prepared.ts';
import { fullName } from '../sql.ts';

/** What a mail of a dossier may say: the event, the state, and the names of those who take part. */
export type MailInputs = {
  number: string;
  merchantName: string;
  event: DossierEvent;
  state: Dossier;
  consumerName: string;
  representativeName: string;
  handlerName: string;
  mediatorName: string;
  /** Who did it, by the name of their account. */
  giverName: string;
  invitationUntil: string | null;
};

const inputs = preparedFor(
  'mail-inputs',
  () => sql<MailInputs>`
    select d.number, m.name as "merchantName", e.payload as event, d.state, ${fullName('c')} as "consumerName",
      coalesce(${fullName('r')}, '') as "representativeName", coalesce(nullif(${fullName('h')}, ''), m.name) as "handlerName",
      coalesce(${fullName('t')}, '') as "mediatorName", coalesce(${fullName('g')}, '') as "giverName", i.expires_at as "invitationUntil"
    from dossier d
    join dossier_event e on e.dossier_id = d.id and e.seq = ${placeholder('seq')}::int
    join merchant m on m.id = d.merchant_id
    join app_user c on c.id = d.consumer_id
    left join app_user r on r.id = coalesce((e.payload ->> 'userId')::uuid, d.representative_id)
    left join app_user h on h.id = coalesce((e.payload ->> 'userId')::uuid, d.handler_id)
    left join app_user t on t.id = coalesce((e.payload ->> 'mediatorId')::uuid, d.mediator_id)
    left join app_user g on g.id = e.actor_id
    left join invitation i on i.id = (e.payload ->> 'invitationId')::uuid
    where d.id = ${placeholder('dossierId')}::uuid`,
);

/** Reads what mails need of one event; undefined when the journal does not know it. */
export async function mailInputs(
  db: Database,
  { dossierId, seq }: { dossierId: string; seq: number },
): Promise<MailInputs | undefined> {
  const { rows } = await inputs(db, null, { dossierId, seq });
  const [row] = rows;
  return row && { ...row, state: upgradeState(row.state) };
}
