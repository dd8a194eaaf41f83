import { record } from '#activities/journal/record-events.ts';
import type { CommandEnvelope, CommandResult } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import { loadDossier } from '#db/journal/dossier.ts';
import { decide, evolve } from '#domain/dossier/index.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { Engine } from '#web/server/services/engine.ts';

/**
 * The rules and the journal without Temporal: commands are decided here and recorded as the workflow does, so that a suite about what is
 * owed afterwards (mails, documents) says itself when it is run. `now` is the dossier's own clock.
 */
export function manualEngine(db: Database, now: () => Date = () => new Date()): Engine {
  const state = async (dossierId: string): Promise<Dossier | null> => (await loadDossier(db, dossierId))?.state ?? null;
  const command = async (dossierId: string, { key, command }: CommandEnvelope): Promise<CommandResult> => {
    const before = await state(dossierId);
    const events = decide(before, command, now().toISOString());
    const after = events.reduce<Dossier | null>(evolve, before)!;
    await record({ db }, { dossierId, expectedSeq: before?.seq ?? 0, events, state: after, commandKey: key });
    return { seq: after.seq, status: after.status, repeated: false };
  };
  return {
    state,
    view: async () => null,
    command,
    create: (envelope) => command((envelope.command as { dossierId: string }).dossierId, envelope),
  };
}
