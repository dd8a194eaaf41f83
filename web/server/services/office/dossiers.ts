import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { allRows, firstRow, iso } from '#db/queries/sql.ts';
import type { Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { endOfDay } from '../intake/today.ts';

/** A dossier as the Office sees it: its course, never its content (requirements §6). */
export type OfficeDossier = {
  id: string;
  number: string;
  status: Status;
  /** Null once it is over: nobody is awaited. */
  turn: TurnHolder | null;
  turnSince: string | null;
  merchantName: string;
  updatedAt: string;
};

const running = sql`d.status not in ('closed', 'expired', 'purged')`;
const columns = sql`d.id, d.number, d.status, case when ${running} then d.turn end as turn,
  case when ${running} then ${iso('d.turn_since')} end as "turnSince", m.name as "merchantName",
  ${iso('d.updated_at')} as "updatedAt"`;

/** Dossiers of a status (all without one), last changed first, fifty a page. */
export async function officeDossiers(
  deps: ServiceDeps,
  view: { status: string | null; after: { updatedAt: string; id: string } | null },
): Promise<{ rows: OfficeDossier[]; more: boolean }> {
  const rows = await allRows(
    deps.db,
    sql<OfficeDossier>`
      select ${columns} from dossier d join merchant m on m.id = d.merchant_id
      where ${view.status ? sql`d.status = ${view.status}` : sql`true`}
        and ${view.after ? sql`(date_trunc('milliseconds', d.updated_at), d.id) < (${view.after.updatedAt}::timestamptz, ${view.after.id}::uuid)` : sql`true`}
      order by date_trunc('milliseconds', d.updated_at) desc, d.id desc limit 51`,
  );
  return { rows: rows.slice(0, 50), more: rows.length > 50 };
}

/** One dossier with the facts of its journal. @throws AppError `access.not_found`. */
export async function officeDossier(deps: ServiceDeps, dossierId: string) {
  const row = await firstRow(
    deps.db,
    sql<OfficeDossier>`select ${columns} from dossier d join merchant m on m.id = d.merchant_id where d.id::text = ${dossierId}`,
  );
  if (!row) throw new AppError('access.not_found');
  const facts = await allRows(
    deps.db,
    sql<{ seq: number; type: string; at: string; role: string }>`
      select e.seq, e.type, ${iso('e.at')} as at, e.actor_role as role from dossier_event e
      where e.dossier_id = ${row.id}::uuid order by e.seq desc limit 200`,
  );
  return { ...row, facts };
}

/** More time for a draft, to the last moment of a civil day (A-05). @throws AppError `value.invalid`, the rules' refusals. */
export async function extendDraft(
  deps: ServiceDeps,
  officerId: string,
  dossierId: string,
  day: string,
  key: string,
): Promise<void> {
  const until = endOfDay(day);
  if (!until) throw new AppError('value.invalid');
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'extendDraft', until, by: { role: 'officer', userId: officerId } },
  });
}

/** Reminds a side (F-136). @throws AppError the rules' refusals. */
export async function nudge(
  deps: ServiceDeps,
  officerId: string,
  dossierId: string,
  side: Side,
  key: string,
): Promise<void> {
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'nudge', side, by: { role: 'officer', userId: officerId } },
  });
}
