import { sql } from 'kysely';
import type { Journalled } from '#contracts/messages/dossier.ts';
import { handledKeysLimit } from '#contracts/messages/snapshot.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { nextNumber } from '../sql.ts';

const load = prepared<{ seq: number; state: Dossier }>('journal-load', `select seq, state from dossier where id = $1`);

/** The dossier as the journal knows it, read whether the engine runs or not; null when there is none. */
export async function loadDossier(db: Database, dossierId: string): Promise<{ seq: number; state: Dossier } | null> {
  const { rows } = await load(db, [dossierId]);
  return rows[0] ?? null;
}

/**
 * What the engine goes on from, of a row `d` of `dossier`: its state with the last handled keys, which stand with their commands. A state that an earlier
 * release wrote holds its own.
 */
export const journalledState = `d.state || jsonb_build_object('processed', coalesce((
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', k.command_key, 'seq', k.seq, 'digest', k.digest)) order by k.seq)
  from (
    select c.command_key, c.seq, c.digest from dossier_command c where c.dossier_id = d.id and c.refused_code is null
    order by c.seq desc limit ${handledKeysLimit}
  ) k), '[]'))`;

const loadWhole = prepared<NonNullable<Journalled>>(
  'journal-load-whole',
  `select d.seq, d.number, ${journalledState} as state from dossier d where d.id = $1`,
);

/** The dossier as the engine goes on from it; null when the journal knows none. */
export async function loadJournalled(db: Database, dossierId: string): Promise<Journalled> {
  const { rows } = await loadWhole(db, [dossierId]);
  return rows[0] ?? null;
}

/** A dossier whose row is locked, and the result of a command if it was recorded before. */
export type LockedDossier = {
  seq: number;
  status: Status;
  commandSeq: number | null;
  commandStatus: Status | null;
  commandDigest: string | null;
};

type Locked = Pick<LockedDossier, 'seq' | 'status'>;
type Recorded = Omit<LockedDossier, keyof Locked>;

const lock = prepared<Locked>('journal-lock', `select seq, status from dossier where id = $1 for update`);

const command = prepared<Recorded>(
  'journal-command',
  `select seq as "commandSeq", status as "commandStatus", digest as "commandDigest"
    from dossier_command where dossier_id = $1 and command_key = $2 and refused_code is null`,
);

const notRecorded: Recorded = { commandSeq: null, commandStatus: null, commandDigest: null };

/**
 * Locks a dossier's row until the transaction ends: commands are recorded one after the other. The command is looked up by a statement of its own: one
 * that had to wait for the lock would join what was recorded before it waited.
 */
export async function lockDossier(
  db: Database,
  { dossierId, commandKey }: { dossierId: string; commandKey: string },
): Promise<LockedDossier | null> {
  const [locked] = (await lock(db, [dossierId])).rows;
  if (!locked) return null;
  const [recorded = notRecorded] = (await command(db, [dossierId, commandKey])).rows;
  return { ...locked, ...recorded };
}

/** What never changes in a dossier's row; the other columns are written with its first events. */
export type NewDossier = { id: string; consumerId: string; merchantId: string; createdAt: string; headHash: Buffer };

/** Writes the row of a dossier that opens, under the next number of its year in Québec. */
export async function insertDossier(db: Database, dossier: NewDossier): Promise<void> {
  const { id, createdAt } = dossier;
  const year = sql`to_char(${createdAt}::timestamptz at time zone 'America/Toronto', 'YYYY')`;
  await db
    .insertInto('dossier')
    .values(({ fn, selectFrom, val }) => ({
      ...dossier,
      number: sql<string>`${year} || '-' || ${nextNumber('dossier_number_seq')}`,
      status: 'draft',
      turn: sql`''`,
      turnWhat: sql`''`,
      problemKind: fn.coalesce(selectFrom('referral').select('problemKind').where('dossierId', '=', id), val('')),
      updatedAt: createdAt,
      seq: 0,
      state: sql`'{}'`,
    }))
    .execute();
}

/** Keys of the commands that a dossier's journal knows. */
export async function recordedCommands(db: Database, dossierId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('dossier_command').select('commandKey').where('dossierId', '=', dossierId).execute();
  return new Set(rows.map((row) => row.commandKey));
}
