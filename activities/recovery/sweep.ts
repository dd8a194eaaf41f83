import type { SweepResult } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import { noteFollowed } from '#db/journal/reactions.ts';
import {
  dossiersAfter,
  dossiersBehind,
  dossiersOwing,
  noteWalk,
  walkState,
  type RecoveryRow,
} from '#db/journal/recovery.ts';
import type { RecoveryEngine } from './engine.ts';

export type SweepDeps = {
  db: Database;
  engine: RecoveryEngine;
  /** A dossier that changed more recently than this is left to its own workflow. @default 10 */
  graceSeconds?: number;
  /** Reactions that a live activity tries again are attempted at least this often; older ones were left behind. @default 150 */
  abandonedSeconds?: number;
  /** Called often, as a heartbeat. */
  beat?: () => void;
};

const batch = 200;
const inFlight = 16;

/**
 * Architecture §4: wakes every dossier whose journal has moved without the engine, or whose reactions were left behind, and starts
 * again those that the engine no longer has. An engine database never seen before is walked whole, in resumable batches.
 */
export async function sweep(deps: SweepDeps): Promise<SweepResult> {
  const walked = await walk(deps);
  const { db, engine, graceSeconds = 10, abandonedSeconds = 150, beat } = deps;
  const moved = await settle(deps, await dossiersBehind(db, { graceSeconds, limit: batch }));
  const owing = await dossiersOwing(db, { graceSeconds, abandonedSeconds, limit: batch });
  await each(owing, (row) => engine.wake(row), beat);
  return { walked, woken: moved.woken + owing.length, restarted: moved.restarted };
}

/** The whole of an engine database that this journal has not been walked against, open dossiers only. */
async function walk({ db, engine, beat }: SweepDeps): Promise<number> {
  const engineId = await engine.identity();
  const begun = await walkState(db, engineId);
  let walkedTo = begun.walkedTo;
  let walked = 0;
  for (let finished = begun.finishedAt !== null; !finished;) {
    const page = await dossiersAfter(db, walkedTo, batch);
    await each(page, (row) => engine.wake(row), beat);
    walked += page.length;
    walkedTo = page.at(-1)?.id ?? walkedTo;
    finished = page.length < batch;
    await noteWalk(db, { engineId, walkedTo, finished });
  }
  return walked;
}

/** Asks each workflow how far it is: those that are up to date are recorded, the others are woken or started again. */
async function settle(deps: SweepDeps, rows: RecoveryRow[]): Promise<{ woken: number; restarted: number }> {
  const { db, engine, beat } = deps;
  let woken = 0;
  let restarted = 0;
  await each(
    rows,
    async (row) => {
      const seq = await engine.seqOf(row.id);
      if (seq === 'unknown') return;
      if (seq !== 'gone' && seq < row.seq) {
        woken += 1;
        return engine.wake(row);
      }
      if (seq === 'gone' && row.status !== 'purged') {
        restarted += 1;
        return engine.wake(row);
      }
      await noteFollowed(db, [{ dossierId: row.id, seq: row.seq }]);
    },
    beat,
  );
  return { woken, restarted };
}

async function each(rows: RecoveryRow[], work: (row: RecoveryRow) => Promise<void>, beat?: () => void): Promise<void> {
  for (let start = 0; start < rows.length; start += inFlight) {
    await Promise.all(rows.slice(start, start + inFlight).map(work));
    beat?.();
  }
}
