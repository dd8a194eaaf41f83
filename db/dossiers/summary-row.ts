import { sql } from 'kysely';
import { upgradeState } from '#domain/dossier/state/upgrade.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { Seat } from '#domain/visibility/index.ts';
import type { Database } from '../database.ts';
import type { Identity } from './identity.ts';
import { currentMember } from '../predicates.ts';
import { placeholder, preparedFor } from '../prepared.ts';
import { inCharge, isNamed } from './list-branches.ts';

/** A dossier's row with the names that its pages show. `memberRole`: the reader's role in the merchant today, if any. */
export type SummaryRow = Identity & {
  id: string;
  number: string;
  state: Dossier;
  problemKind: string;
  documentsCount: number;
  /** Of the documents that the platform makes. */
  consumerLanguage: 'fr' | 'en';
  memberRole: 'respondent' | 'representative' | null;
  /** When each seat last learnt of something, to the microsecond. */
  changedFor: Record<Seat, string | null>;
  respondent: { name: string; email: string; phone: string } | null;
};

const summaryRow = preparedFor(
  'dossier',
  ({ whoever }: { whoever: boolean }) => sql<SummaryRow>`
    select d.id, d.number, d.state, d.problem_kind as "problemKind",
      (select count(*)::int from document o where o.dossier_id = d.id and o.published_at is not null and o.withdrawn_at is null)
        as "documentsCount", c.language as "consumerLanguage",
      (select mm.role from merchant_member mm where mm.merchant_id = d.merchant_id and mm.user_id = ${placeholder('readerId')}::uuid
        and ${currentMember('mm')}) as "memberRole",
      jsonb_build_object('consumer', d.changed_for_consumer, 'handler', d.changed_for_handler, 'respondent', d.changed_for_respondent,
        'colleague', d.changed_for_colleague, 'mediator', d.changed_for_mediator, 'office', d.changed_for_office) as "changedFor",
      coalesce(f.title, '') as title,
      jsonb_build_object('name', trim(c.first_name || ' ' || c.last_name), 'email', c.email,
        'phone', coalesce(nullif(f.parties ->> 'phone', ''), c.phone),
        'addressLine', coalesce(nullif(f.parties ->> 'addressLine', ''), c.address_line),
        'city', coalesce(nullif(f.parties ->> 'city', ''), c.city), 'province', coalesce(nullif(f.parties ->> 'province', ''), c.province),
        'postalCode', coalesce(nullif(f.parties ->> 'postalCode', ''), c.postal_code)) as consumer,
      jsonb_build_object('name', m.name, 'email', m.email, 'phone', m.phone,
        'addressLine', m.address_line, 'city', m.city, 'province', m.province, 'postalCode', m.postal_code) as merchant,
      case when i.id is not null then jsonb_build_object('name', trim(i.first_name || ' ' || i.last_name), 'email', i.email,
        'phone', coalesce(ru.phone, ''), 'relationship', i.relationship) end as representative,
      (select jsonb_build_object('name', trim(ru2.first_name || ' ' || ru2.last_name), 'email', ru2.email, 'phone', ru2.phone)
        from merchant_member r2 join app_user ru2 on ru2.id = r2.user_id
        where r2.merchant_id = d.merchant_id and r2.role = 'respondent' and ${currentMember('r2')}
        order by r2.since, ru2.id limit 1) as respondent,
      case when h.id is not null then jsonb_build_object('id', h.id, 'name', trim(h.first_name || ' ' || h.last_name),
        'jobTitle', h.job_title, 'email', case when ${inCharge} then h.email else '' end,
        'phone', case when ${inCharge} then h.phone else '' end) end as handler,
      case when e.id is not null then jsonb_build_object('name', trim(e.first_name || ' ' || e.last_name),
        'accreditation', e.accreditation) end as mediator,
      case when w.id is not null then jsonb_build_object('name', trim(w.first_name || ' ' || w.last_name),
        'accreditation', w.accreditation) end as mediated
    from dossier d
    join app_user c on c.id = d.consumer_id
    join merchant m on m.id = d.merchant_id
    left join dossier_form f on f.dossier_id = d.id
    left join app_user h on h.id = d.handler_id and ${whoever ? sql`true` : isNamed}
    left join app_user e on e.id = d.mediator_id
    left join app_user w on w.id = (d.led_by ->> -1)::uuid
    left join invitation i on i.id = (d.state -> 'representative' ->> 'invitationId')::uuid
    left join app_user ru on ru.id = i.accepted_by
    where d.id = ${placeholder('dossierId')}::uuid`,
);

/**
 * A dossier as `readerId` opens it, or as nobody in particular does. Says nothing of who may see it: see domain/access. `whoever`: who has charge is named though they
 * left the company, as what is kept of those who acted does (ADR 8).
 */
export async function loadSummaryRow(
  db: Database,
  { dossierId, readerId, whoever = false }: { dossierId: string; readerId: string | null; whoever?: boolean },
): Promise<SummaryRow | null> {
  const { rows } = await summaryRow(db, { whoever }, { dossierId, readerId });
  const [row] = rows;
  // A state is stored in the shape of the release that wrote it.
  return row ? { ...row, state: upgradeState(row.state) } : null;
}
