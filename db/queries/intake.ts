import { sql } from 'kysely';
import type { Remedy } from '#domain/agreement/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import { allRows, firstRow, iso, type Db } from './sql.ts';

/** What a consumer's side has written so far in a draft, wherever it is kept. */
export type DraftContent = {
  parties: PartiesForm;
  problem: ProblemForm;
  remedies: Remedy[];
  terms: string;
  savedAt: string | null;
};

export type DraftDocument = {
  id: string;
  kind: string;
  title: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  ownerId: string;
  savedAt: string;
  published: boolean;
};

/** Opens the form of a draft the first time, with what the consumer's profile knows; later calls change nothing. */
export async function startForm(db: Db, dossierId: string): Promise<void> {
  await sql`
    insert into dossier_form (dossier_id, parties, saved_by)
    select d.id, jsonb_strip_nulls(jsonb_build_object('addressLine', nullif(u.address_line, ''), 'city', nullif(u.city, ''),
      'province', nullif(u.province, ''), 'postalCode', nullif(u.postal_code, ''), 'phone', nullif(u.phone, ''))), null
    from dossier d join app_user u on u.id = d.consumer_id where d.id = ${dossierId}::uuid
    on conflict (dossier_id) do nothing`.execute(db);
}

/** The draft's content; `lock` keeps the form for the present transaction, so that two savings follow one another. */
export async function draftContent(
  db: Db,
  dossierId: string,
  contentId: string,
  lock = false,
): Promise<DraftContent | null> {
  return firstRow(
    db,
    sql<DraftContent>`
      select f.parties, f.problem, coalesce(p.remedies, '[]'::jsonb) as remedies, coalesce(p.terms, '') as terms,
        case when f.saved_by is not null then ${iso('f.saved_at')} end as "savedAt"
      from dossier_form f left join proposal_content p on p.id = ${contentId}::uuid and p.dossier_id = f.dossier_id
      where f.dossier_id = ${dossierId}::uuid ${lock ? sql`for update of f` : sql``}`,
  );
}

/** Holds the dossier as it stands: no command changes it until the transaction ends. Null when there is none. */
export async function holdStatus(tx: Db, dossierId: string): Promise<string | null> {
  const row = await firstRow(
    tx,
    sql<{ status: string }>`select status from dossier where id = ${dossierId}::uuid for share`,
  );
  return row?.status ?? null;
}

/** Writes the form's two parts and its title. Returns when it was saved. */
export async function writeForm(
  db: Db,
  dossierId: string,
  userId: string,
  form: { parties: PartiesForm; problem: ProblemForm },
): Promise<string> {
  const row = await firstRow(
    db,
    sql<{ savedAt: string }>`
      update dossier_form set parties = ${JSON.stringify(form.parties)}::jsonb, problem = ${JSON.stringify(form.problem)}::jsonb,
        title = ${form.problem.item ?? ''}, saved_at = now(), saved_by = ${userId}::uuid, version = version + 1
      where dossier_id = ${dossierId}::uuid returning ${iso('saved_at')} as "savedAt"`,
  );
  return row?.savedAt ?? '';
}

/** Writes the first proposal's draft; whoever of the consumer's side writes last is its author until it is sent. */
export async function writeProposal(
  db: Db,
  ids: { dossierId: string; contentId: string; proposalId: string; userId: string },
  content: { remedies: Remedy[]; terms: string },
): Promise<void> {
  await sql`
    insert into proposal_content (id, dossier_id, proposal_id, author_id, author, remedies, terms)
    values (${ids.contentId}::uuid, ${ids.dossierId}::uuid, ${ids.proposalId}::uuid, ${ids.userId}::uuid, 'consumer',
      ${JSON.stringify(content.remedies)}::jsonb, ${content.terms})
    on conflict (id) do update set remedies = excluded.remedies, terms = excluded.terms, author_id = excluded.author_id, saved_at = now()
      where proposal_content.published_at is null`.execute(db);
}

/** Documents that the consumer's side has put in a draft, in the order they came. */
export async function draftDocuments(db: Db, dossierId: string): Promise<DraftDocument[]> {
  return allRows(
    db,
    sql<DraftDocument>`
      select id, kind, title, file_name as "fileName", media_type as "mediaType", byte_size::float8 as "byteSize",
        owner_id as "ownerId", ${iso('saved_at')} as "savedAt", published_at is not null as published
      from document where dossier_id = ${dossierId}::uuid and generated_for is null and withdrawn_at is null
        and owner_role in ('consumer', 'consumerRepresentative')
      order by document.saved_at, id`,
  );
}
