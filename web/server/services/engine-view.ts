import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { dossierWorkflowId } from '#contracts/ids.ts';
import {
  deadlinesQuery,
  stateQuery,
  turnQuery,
  type DeadlinesView,
  type StateView,
  type TurnView,
} from '#contracts/messages/dossier.ts';
import type { DossierView } from '#domain/dossier/view.ts';

/** What a workflow answers; what it says is compared with the journal, and never shown in its place. */
export type EngineView = DossierView;

/**
 * Asks a running workflow what it waits for (its queries `turn` and `deadlines`) and how far it has followed. The limit is held twice: a call has its
 * deadline, and a connection that is still being opened has none.
 */
export async function askView({
  client,
  dossierId,
  viewMs,
}: {
  client: Client;
  dossierId: string;
  viewMs: number;
}): Promise<EngineView | null> {
  const handle = client.workflow.getHandle(dossierWorkflowId(dossierId));
  const late = new AbortController();
  const asked = client
    .withDeadline(Date.now() + viewMs, () =>
      Promise.all([
        handle.query<StateView>(stateQuery),
        handle.query<TurnView>(turnQuery),
        handle.query<DeadlinesView>(deadlinesQuery),
      ]),
    )
    .then(([state, turn, deadlines]) => (state && turn ? { seq: state.seq, turn, deadlines } : null))
    .catch(() => null);
  const tooLate = wait(viewMs, null, { signal: late.signal, ref: false }).catch(() => null);
  const answer = await Promise.race([asked, tooLate]);
  late.abort();
  return answer;
}
