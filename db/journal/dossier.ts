import { sql } from 'kysely';
import type { Journalled } from '#contracts/messages/dossier.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { nextNumber } from '../sql.ts';

const load = prepared<{ seq: number; number: string; state: Dossier }>(
  'journal-load',
  `select seq, number, state from dossier where id = $1`,
);

/** The dossier as the journal knows it, read whether the engine runs or not; null when there is none. */
export async function loadJournalled(db: Database, dossierId: string): Promise<Journalled> {
  const { rows } = await load(db, [dossierId]);
  return rows[0] ?? null;
}

/**
 * A dossier whose row is locked, and the result of a command if it was recorded before. `state`: its JSON, which most commands need not read.
 */
export type LockedDossier = {
  seq: number;
  number: string;
  state: string;
  commandSeq: number | null;
  commandStatus: Status | null;
  commandDigest: string | null;
};

type Locked = Pick<LockedDossier, 'seq' | 'number' | 'state'>;
type Recorded = Omit<LockedDossier, keyof Locked>;

const lock = prepared<Locked>(
  'journal-lock',
  `select seq, number, state::text as state from dossier where id = $1 for update`,
);

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
