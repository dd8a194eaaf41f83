import { createAnchors } from '#activities/journal/anchors.ts';
import { record } from '#activities/journal/record-events.ts';
import { createRecoveryEngine } from '#activities/recovery/engine.ts';
import type { Env } from '#config/env.ts';
import { deadlineCommandKey } from '#contracts/ids.ts';
import type { CommandEnvelope, CommandResult } from '#contracts/messages/dossier.ts';
import { applyCommand, fromJournalState } from '#contracts/messages/snapshot.ts';
import type { Database } from '#db/database.ts';
import { loadDossier, loadJournalled } from '#db/journal/dossier.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { deadlines } from '#domain/dossier/index.ts';
import type { Engine } from '#web/server/services/engine.ts';
import type { Platform } from './platform.ts';

/** The database as workers have it, and the key with which they sign the journal: what a past is written with. */
export type JournalAccess = { databaseUrl: string; journalKey: string };

/** The platform as it was `daysAgo` days ago, for disputes that began before the demonstration was started (ADR 45). */
export type Past = {
  platform(daysAgo: number): Platform;
  /** Lets the time until now pass for a dossier, then hands it to the engine, which goes on from there. Done before, it does nothing. */
  bringToNow(dossierId: string): Promise<void>;
  close(): Promise<void>;
};

const dayMs = 86_400_000;

export async function openPast(platform: Platform, env: Env, access: JournalAccess): Promise<Past> {
  const orm = await openOrm(access.databaseUrl, { poolMax: 2 });
  const db = await databaseOf(orm);
  const failed = (): void => undefined;
  const anchors = createAnchors({ db, key: access.journalKey, failed });
  const workflows = createRecoveryEngine({ client: platform.client, taskQueue: env.TEMPORAL_TASK_QUEUE });
  const { now } = platform.deps;
  return {
    platform(daysAgo) {
      const then = (): Date => new Date(now().getTime() - daysAgo * dayMs);
      const engine = journalAlone({ db, anchors, now: then });
      return { ...platform, deps: { ...platform.deps, now: then, engine } };
    },
    async bringToNow(dossierId) {
      if ((await workflows.seqOf(dossierId)) !== 'gone') return;
      for (;;) {
        const journal = await loadJournalled(db, dossierId);
        if (!journal) throw new Error('a past that nobody told cannot be brought to now');
        const [due] = deadlines(journal.state);
        if (!due || due.at > now().toISOString()) {
          return workflows.wake({ id: dossierId, number: journal.number, state: journal.state });
        }
        const { command } = journalAlone({ db, anchors, now: () => new Date(due.at) });
        await command(dossierId, {
          key: deadlineCommandKey(due.kind, due.at),
          command: { type: 'passDeadline', kind: due.kind, by: { role: 'system' } },
        });
      }
    },
    async close() {
      await anchors.stop();
      await orm.close(true);
    },
  };
}

type Deps = { db: Database; anchors: ReturnType<typeof createAnchors>; now: () => Date };

/** The rules and the journal, at an instant: what workflow and worker would have decided and written then. */
function journalAlone({ db, anchors, now }: Deps): Engine {
  async function command(dossierId: string, envelope: CommandEnvelope): Promise<CommandResult> {
    const journal = await loadJournalled(db, dossierId);
    const before = journal && fromJournalState(journal.state);
    const done = before?.handledKeys.find(({ key }) => key === envelope.key);
    if (before && done) return { seq: done.seq, status: before.dossier.status, repeated: true };
    const { events, after } = applyCommand(before, envelope, now().toISOString());
    const state = after.dossier;
    const expectedSeq = before?.dossier.seq ?? 0;
    await record({ db, anchors }, { dossierId, expectedSeq, events, state, commandKey: envelope.key });
    return { seq: after.dossier.seq, status: after.dossier.status, repeated: false };
  }
  return {
    command,
    create: (envelope) => command(envelope.command.dossierId, envelope),
    state: async (dossierId) => (await loadDossier(db, dossierId))?.state ?? null,
    view: () => Promise.resolve(null),
  };
}
