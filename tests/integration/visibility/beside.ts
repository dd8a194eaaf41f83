import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { dayFromToday } from '#tests/kit/days.ts';
import { waitingAccessRequest, waitingParticipation } from '#tests/kit/participation.ts';
import { marks } from './marks.ts';
import type { World } from './world.ts';

/** What is written beside a dossier's acts, and what its addresses name. */
export type Beside = { participationId: string; requestIds: string[]; replyId: string; absenceId: string };

/** The form of a closing, as the texts that are being typed are kept under it. */
export const keptFormOf = (dossierId: string): string => `/dossiers/${dossierId}/fermeture|`;

/**
 * Writes, each with its mark, what people write without an act of the dossier: their profile, notes for themselves, texts that they have not sent, what the Office
 * notes and plans, what a company keeps and asks. Proposals get a remedy beside their words.
 */
export async function writeBeside(pool: Pool, world: World): Promise<Beside> {
  const { dossierId, people, acting } = world;
  const { merchantId, consumer, mediator, respondent, clerk, otherClerk, officer } = people;
  const [replyId, absenceId] = [randomUUID(), randomUUID()];
  const run = (sql: string, ...values: unknown[]) => pool.query(sql, values);
  await run(
    `update app_user set phone = $2, address_line = $2, city = $2, province = $2, postal_code = $2, job_title = $2 where id = $1`,
    consumer.userId,
    marks.consumerAccount,
  );
  if (acting === 'consumer' && (await world.state()).closing === null) {
    await world.run([{ by: 'consumer', act: 'nameRepresentative' }]);
    await run(
      `update invitation set email = $2 || '@personne.example', first_name = $2, last_name = $2 where dossier_id = $1`,
      dossierId,
      marks.invited,
    );
  }
  await run(
    `update proposal_content set remedies = jsonb_build_array(jsonb_build_object('code', 'autre', 'values',
       jsonb_build_object('description', terms))) where dossier_id = $1`,
    dossierId,
  );
  await run(
    `insert into mediator_note (dossier_id, mediator_id, body) values ($1, $2, $3)`,
    dossierId,
    mediator.userId,
    marks.notes,
  );
  for (const [by, mark] of [
    [people[acting], marks.consumerKept],
    [mediator, marks.mediatorKept],
  ] as const) {
    await run(
      `insert into kept_text (user_id, form, dossier_id, typed, shown) values ($1, $2, $3, $4, $4)`,
      ...[by.userId, keptFormOf(dossierId), dossierId, JSON.stringify([['justification', mark]])],
    );
  }
  await run(
    `insert into office_contact (id, dossier_id, author_id, kind, body) values (gen_random_uuid(), $1, $2, 'note', $3)`,
    ...[dossierId, officer.userId, marks.officeNote],
  );
  await run(
    `insert into office_step (dossier_id, due_day, body, set_by) values ($1, '${dayFromToday(-2)}'::date, $3, $2)`,
    ...[dossierId, officer.userId, marks.officeStep],
  );
  await run(
    `insert into saved_reply (id, merchant_id, title, body, saved_by) values ($1, $2, $3, $3, $4)`,
    ...[replyId, merchantId, marks.reply, clerk.userId],
  );
  await run(
    `with named as (insert into establishment (id, merchant_id, name, place) values (gen_random_uuid(), $1, $2, 1) returning id)
     insert into dossier_establishment (dossier_id, establishment_id, set_by) select $3, id, $4 from named`,
    ...[merchantId, marks.place, dossierId, clerk.userId],
  );
  await run(
    `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
     values (gen_random_uuid(), $1, $2, $3, '${dayFromToday()}'::date, '${dayFromToday(9)}'::date, $2)`,
    ...[merchantId, clerk.userId, otherClerk.userId],
  );
  await run(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late) values ($1, $2, '${dayFromToday(20)}'::date, '${dayFromToday(40)}'::date, false)`,
    ...[absenceId, mediator.userId],
  );
  const participationId = await waitingParticipation(pool, `${randomUUID()}@quai.example`);
  await run(
    `update participation set legal_name = $2, answer = $3, state = 'correction', form = form || jsonb_build_object('legalName', $2::text,
       'tradeNames', jsonb_build_array($2::text), 'establishments', jsonb_build_array($2::text), 'city', $2::text) where id = $1`,
    ...[participationId, marks.applicant, marks.applicantAnswer],
  );
  const ask = () =>
    waitingAccessRequest(pool, { merchantId, askedBy: respondent.userId, email: `${randomUUID()}@quai.example` });
  const requestIds = [await ask(), await ask()];
  await run(
    `update access_request set person = person || jsonb_build_object('firstName', $2::text, 'lastName', $2::text), body = $2 where id = any($1)`,
    ...[requestIds, marks.accessAsked],
  );
  await run(
    `update access_request set state = 'declined', answer = $2, answered_by = $3, answered_at = now() where id = $1`,
    ...[requestIds[1], marks.accessAnswer, officer.userId],
  );
  return { participationId, requestIds, replyId, absenceId };
}
