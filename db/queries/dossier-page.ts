import { sql } from 'kysely';
import type { DossierEvent, EventType } from '#domain/dossier/events.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import { currentMember } from './membership.ts';
import { allRows, firstRow, type Db } from './sql.ts';

/** How to reach a person or a company. */
export type Contact = {
  name: string;
  email: string;
  phone: string;
  addressLine: string;
  city: string;
  province: string;
  postalCode: string;
};

/** A dossier's row with the names that its pages show. `memberRole`: the reader's role in the merchant today, if any. */
export type DossierHead = {
  id: string;
  number: string;
  state: Dossier;
  problemKind: string;
  documentsCount: number;
  memberRole: 'respondent' | 'representative' | null;
  title: string;
  consumer: Contact;
  merchant: Contact;
  representative: { name: string; email: string; phone: string; relationship: string } | null;
  respondent: { name: string; email: string; phone: string } | null;
  handler: { id: string; name: string; jobTitle: string; email: string; phone: string } | null;
  mediator: { name: string; accreditation: string } | null;
};

/** A dossier as `readerId` opens it, or as nobody in particular does. Says nothing of who may see it: see services/dossier/viewer. */
export async function dossierHead(db: Db, dossierId: string, readerId: string | null): Promise<DossierHead | null> {
  return firstRow(
    db,
    sql<DossierHead>`
      select d.id, d.number, d.state, d.problem_kind as "problemKind",
        (select count(*)::int from document o where o.dossier_id = d.id and o.published_at is not null and o.withdrawn_at is null)
          as "documentsCount",
        (select mm.role from merchant_member mm where mm.merchant_id = d.merchant_id and mm.user_id = ${readerId}::uuid
          and ${currentMember('mm')}) as "memberRole",
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
          'jobTitle', h.job_title, 'email', h.email, 'phone', h.phone) end as handler,
        case when e.id is not null then jsonb_build_object('name', trim(e.first_name || ' ' || e.last_name),
          'accreditation', e.accreditation) end as mediator
      from dossier d
      join app_user c on c.id = d.consumer_id
      join merchant m on m.id = d.merchant_id
      left join dossier_form f on f.dossier_id = d.id
      left join app_user h on h.id = d.handler_id and (d.status = 'closed' or exists (select 1 from merchant_member hm
        where hm.merchant_id = d.merchant_id and hm.user_id = h.id and ${currentMember('hm')}))
      left join app_user e on e.id = d.mediator_id
      left join invitation i on i.id = (d.state -> 'representative' ->> 'invitationId')::uuid
      left join app_user ru on ru.id = i.accepted_by
      where d.id = ${dossierId}::uuid`,
  );
}

/** What the consumer told of the problem (F-032). */
export async function dossierForm(
  db: Db,
  dossierId: string,
): Promise<{ parties: PartiesForm; problem: ProblemForm } | null> {
  return firstRow(
    db,
    sql<{
      parties: PartiesForm;
      problem: ProblemForm;
    }>`select parties, problem from dossier_form where dossier_id = ${dossierId}::uuid`,
  );
}

/** An event of the journal with its author's name. Says nothing of who may know of it: see domain/access. */
export type FactRow = { event: DossierEvent; actorName: string | null };

/** Events of a dossier of the types named, newest first. */
export async function dossierFacts(db: Db, dossierId: string, types: readonly EventType[]): Promise<FactRow[]> {
  if (types.length === 0) return [];
  return allRows(
    db,
    sql<FactRow>`
      select e.payload as event, case when u.id is not null then trim(u.first_name || ' ' || u.last_name) end as "actorName"
      from dossier_event e left join app_user u on u.id = e.actor_id
      where e.dossier_id = ${dossierId}::uuid and e.type in (${sql.join(types)})
      order by e.seq desc`,
  );
}

/** What someone wrote to justify an act: closing, refusal, withdrawal of a document. Published rows only. */
export async function justifications(
  db: Db,
  dossierId: string,
  ids: readonly string[],
): Promise<{ id: string; body: string }[]> {
  if (ids.length === 0) return [];
  return allRows(
    db,
    sql<{ id: string; body: string }>`
      select id, body from justification
      where dossier_id = ${dossierId}::uuid and published_at is not null and id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`,
  );
}

/** Names of people, by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await allRows(
    db,
    sql<{ id: string; name: string }>`
      select id, trim(first_name || ' ' || last_name) as name from app_user where id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
