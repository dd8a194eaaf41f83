import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#db/database.ts';
import { loadJournalled } from '#db/journal/dossier.ts';
import type { ClaimedReaction } from '#db/journal/reactions.ts';
import type { RecoveryEngine } from '../recovery/engine.ts';
import type { ReactionPorts } from './ports.ts';
import { runReaction } from './run-reactions.ts';

/**
 * Runs the notices of an act in the process that journalled it, as soon as it is journalled (ADR 19). It keeps nothing that could be lost: the rows
 * are the journal's, and what is left of them when the process ends, or what fails, is run by the engine.
 */
export type NoticeRunner = {
  /** Whether it runs these reactions. False: the engine is to run them. */
  take(dossierId: string, reactions: readonly ClaimedReaction[]): boolean;
  /** Takes no more; resolved when all that it took was tried, or after ten seconds: the rest is found by the recovery schedule. */
  stop(): Promise<void>;
};

export type NoticeDeps = { db: Database; ports: ReactionPorts; engine: Pick<RecoveryEngine, 'wake'> };

/** Dossiers at the same time: fewer than connections, since reactions share them. */
const maxDossiers = 8;
/** A dossier whose notice takes longer waits for a mail server: its later ones are the engine's, which has time. */
const slowAfterMs = 5_000;
/** As long as the engine's own activities have when the worker stops. */
const graceMs = 10_000;

type Lane = { waiting: ClaimedReaction[]; since: number };

export function createNoticeRunner(deps: NoticeDeps): NoticeRunner {
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  let stopping = false;

  /** One dossier's notices one after the other: a later message knows of the mail about the one before. */
  async function run(dossierId: string, lane: Lane): Promise<void> {
    let failed = false;
    for (let next = lane.waiting.shift(); next; next = lane.waiting.shift()) {
      lane.since = Date.now();
      const done = await runReaction(deps, { dossierId, row: next, uncounted: 1 }).catch(() => false);
      if (!done) failed = true;
    }
    lanes.delete(dossierId);
    // Unreachable: the recovery schedule finds the row.
    if (failed) await leaveToEngine(deps, dossierId).catch(() => undefined);
  }

  return {
    take(dossierId, reactions) {
      if (stopping || reactions.some(({ payload }) => payload.kind !== 'notify')) return false;
      const lane = lanes.get(dossierId);
      if (lane) {
        if (Date.now() - lane.since > slowAfterMs) return false;
        lane.waiting.push(...reactions);
        return true;
      }
      if (lanes.size >= maxDossiers) return false;
      const begun = { waiting: [...reactions], since: Date.now() };
      lanes.set(dossierId, begun);
      const work = run(dossierId, begun).finally(() => running.delete(work));
      running.add(work);
      return true;
    },
    async stop() {
      stopping = true;
      const late = new AbortController();
      const { signal } = late;
      await Promise.race([Promise.all(running), sleep(graceMs, undefined, { signal }).catch(() => undefined)]);
      late.abort();
    },
  };
}

/** The workflow runs what is pending, with the engine's patience. */
async function leaveToEngine({ db, engine }: NoticeDeps, dossierId: string): Promise<void> {
  const journal = await loadJournalled(db, dossierId);
  if (journal) await engine.wake({ id: dossierId, ...journal });
}
