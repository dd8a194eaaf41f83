import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { dossierWorkflowId } from '#contracts/ids.ts';
import {
  dossierWorkflow,
  resyncSignal,
  stateQuery,
  type DossierInput,
  type StateView,
} from '#contracts/messages/dossier.ts';
import type { Dossier } from '#domain/dossier/types.ts';

/** What recovery asks of the engine. */
export type RecoveryEngine = {
  /** Identity of the engine's database: another one after it was erased. */
  identity(): Promise<string>;
  /** How far the dossier's workflow has followed; `gone` when the engine has none, `unknown` when it did not answer in time. */
  seqOf(dossierId: string): Promise<number | 'gone' | 'unknown'>;
  /** Tells the workflow where the journal is, starting it from the journal's state when there is none. */
  wake(dossier: { id: string; number: string; state: Dossier }): Promise<void>;
};

/** One query must not hold up the sweep: a dossier that does not answer is examined by the next sweep. */
const queryMs = 5_000;

/** Recovery through a Temporal client. */
export function createRecoveryEngine({ client, taskQueue }: { client: Client; taskQueue: string }): RecoveryEngine {
  const namespace = client.options.namespace;
  return {
    async identity() {
      const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace });
      return namespaceInfo?.id ?? namespace;
    },
    async seqOf(dossierId) {
      const handle = client.workflow.getHandle(dossierWorkflowId(dossierId));
      try {
        const state = await client.withDeadline(Date.now() + queryMs, () => handle.query<StateView>(stateQuery));
        return state?.seq ?? 0;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'gone';
        if (isGrpcServiceError(error) || (error instanceof Error && error.name.startsWith('Query'))) return 'unknown';
        throw error;
      }
    },
    async wake({ id: dossierId, number, state }) {
      const input: DossierInput = { dossierId, state, number };
      await client.workflow.signalWithStart(dossierWorkflow, {
        workflowId: dossierWorkflowId(dossierId),
        taskQueue,
        args: [input],
        signal: resyncSignal,
        signalArgs: [{ seq: state.seq }],
      });
    },
  };
}
