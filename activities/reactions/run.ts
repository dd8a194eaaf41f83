import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { Pool } from 'pg';
import type { ReactionsInput } from '#contracts/messages/dossier.ts';
import type { Reaction } from '#domain/dossier/events.ts';
import type { Owed, ReactionPorts } from './ports.ts';

type Row = { id: string; seq: number; payload: string };

/** How often a run that waits for a slow mail server shows that its worker lives. */
const heartbeatMs = 4_000;

/**
 * Runs what the journal owes for a dossier, all at once, so that a slow mail delays no document. What fails stays owed and the
 * activity fails, to be tried again by the engine; what is refused for good is given up, with its code in the row.
 *
 * @throws ApplicationFailure `reactions.owed` (retryable) when something stays owed.
 */
export async function runReactions(pool: Pool, ports: ReactionPorts, input: ReactionsInput): Promise<void> {
  const beat = setInterval(() => heartbeat(), heartbeatMs);
  try {
    await pool.query(`update dossier set engine_seq = $2 where id = $1 and engine_seq < $2`, [
      input.dossierId,
      input.upTo,
    ]);
    const rows = await claim(pool, input);
    const outcomes = await Promise.all(rows.map((row) => runOne(pool, ports, input.dossierId, row)));
    const owed = outcomes.filter((done) => !done).length;
    if (owed > 0) throw ApplicationFailure.retryable(`${owed} reactions owed`, 'reactions.owed');
  } finally {
    clearInterval(beat);
  }
}

async function claim(pool: Pool, { dossierId, upTo, except }: ReactionsInput): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `update reaction r set attempts = attempts + 1, attempted_at = clock_timestamp()
     where r.dossier_id = $1 and r.event_seq <= $2 and r.done_at is null
       and not exists (select from unnest($3::int[], $4::int[]) as x (a, b) where r.event_seq between x.a and x.b)
     returning r.id, r.event_seq as seq, r.payload::text as payload`,
    [dossierId, upTo, except.map(({ from }) => from), except.map(({ to }) => to)],
  );
  return rows;
}

async function runOne(pool: Pool, ports: ReactionPorts, dossierId: string, row: Row): Promise<boolean> {
  try {
    await dispatch(ports, { id: row.id, dossierId, seq: row.seq, reaction: JSON.parse(row.payload) as Reaction });
    await pool.query(`update reaction set done_at = clock_timestamp(), last_error = null where id = $1`, [row.id]);
    return true;
  } catch (error) {
    const forGood = error instanceof ApplicationFailure && error.nonRetryable === true;
    await pool.query(
      `update reaction set last_error = $2, done_at = case when $3 then clock_timestamp() end where id = $1`,
      [row.id, codeOf(error), forGood],
    );
    return forGood;
  }
}

/** A code only: messages of mail servers and databases quote addresses. */
function codeOf(error: unknown): string {
  if (error instanceof ApplicationFailure) return error.type ?? 'failed';
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'failed';
}

function dispatch(ports: ReactionPorts, owed: Owed): Promise<void> {
  const { reaction, ...rest } = owed;
  switch (reaction.kind) {
    case 'renderDocument':
      return ports.renderDocument({ ...rest, reaction });
    case 'notify':
      return ports.notify({ ...rest, reaction });
    case 'eraseContent':
      return ports.eraseContent({ ...rest, reaction });
  }
}
