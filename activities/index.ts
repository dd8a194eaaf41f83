import { heartbeat } from '@temporalio/activity';
import type { Database } from '#db/database.ts';
import type { ReactionsInput, SweepResult } from '#contracts/messages/dossier.ts';
import type { AdmissionDeps } from './journal/admission.ts';
import type { Anchors } from './journal/anchors.ts';
import { createJournalActivities, type JournalActivities } from './journal/index.ts';
import type { NoticeRunner } from './reactions/notices.ts';
import type { ReactionPorts } from './reactions/ports.ts';
import { runReactions } from './reactions/run-reactions.ts';
import type { RecoveryEngine } from './recovery/engine.ts';
import { sweep } from './recovery/sweep.ts';

export type ActivityDeps = {
  /** Connections of the journal; reactions have their own, so that a slow one never holds up a command. */
  journalDb: Database;
  db: Database;
  ports: ReactionPorts;
  engine: RecoveryEngine;
  notices: NoticeRunner;
  anchors?: Anchors;
  /** Whose commands are journalled. */
  admission: Omit<AdmissionDeps, 'db'>;
};

/** Everything the worker runs for workflows, under the names they call. */
export type Activities = JournalActivities & {
  runReactions(input: ReactionsInput): Promise<void>;
  sweep(): Promise<SweepResult>;
};

export function createActivities(deps: ActivityDeps): Activities {
  const { journalDb, db, ports, engine, notices, anchors, admission } = deps;
  return {
    ...createJournalActivities({ db: journalDb, notices, anchors, ...admission }),
    runReactions: (input) => runReactions(db, ports, input),
    sweep: () => sweep({ db, engine, beat: () => heartbeat() }),
  };
}
