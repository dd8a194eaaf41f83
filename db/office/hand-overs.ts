import { sql } from 'kysely';
import type { ErrorCode } from '#contracts/errors.ts';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/** A dossier of them. `to`: who has it then, null for the Office's queue; `done`: it is with them or was refused, and `refused` says why. */
export type HandOverLineRow = {
  dossierId: string;
  number: string;
  to: { id: string; name: string } | null;
  done: boolean;
  refused: ErrorCode | null;
};

/** Mediations that go from one person together, by number. `closed`: the account of that person is closed. */
export type HandOverRow = {
  id: string;
  mediator: { id: string; name: string; closed: boolean };
  lines: HandOverLineRow[];
};

/** Writes down what is to be done, once. */
export async function insertHandOver(
  db: Database,
  given: { id: string; mediatorId: string; setBy: string | null; lines: { dossierId: string; toId: string | null }[] },
): Promise<void> {
  const { lines, ...row } = given;
  const fresh = await db
    .insertInto('hand_over')
    .values(row)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!fresh || lines.length === 0) return;
  await db
    .insertInto('hand_over_line')
    .values(lines.map((line) => ({ handOverId: given.id, ...line })))
    .execute();
}

export async function handOverRow(db: Database, id: string): Promise<HandOverRow | undefined> {
  const found = await db
    .selectFrom('hand_over as h')
    .innerJoin('app_user as u', 'u.id', 'h.mediatorId')
    .select((eb) => [
      'h.mediatorId',
      fullName('u').as('name'),
      eb('u.disabledAt', 'is not', null).$castTo<boolean>().as('closed'),
    ])
    .where('h.id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const rows = await db
    .selectFrom('hand_over_line as l')
    .innerJoin('dossier as d', 'd.id', 'l.dossierId')
    .leftJoin('app_user as t', 't.id', 'l.toId')
    .select(['l.dossierId', 'd.number', 'l.toId', fullName('t').as('toName'), 'l.doneAt', 'l.refused'])
    .where('l.handOverId', '=', id)
    .orderBy('d.number')
    .execute();
  return {
    id,
    mediator: { id: found.mediatorId, name: found.name, closed: found.closed },
    lines: rows.map(({ toId, toName, doneAt, ...line }) => ({
      ...line,
      to: toId === null ? null : { id: toId, name: toName },
      done: doneAt !== null,
    })),
  };
}

/** Notes what came of a dossier; what was noted first stays. */
export async function noteHandOverLine(
  db: Database,
  { id, dossierId, refused }: { id: string; dossierId: string; refused: ErrorCode | null },
): Promise<void> {
  await db
    .updateTable('hand_over_line')
    .set({ doneAt: sql<string>`now()`, refused })
    .where('handOverId', '=', id)
    .where('dossierId', '=', dossierId)
    .where('doneAt', 'is', null)
    .execute();
}
