import { createHash, randomUUID } from 'node:crypto';
import { ApplicationFailure, type Client, type Workflow } from '@temporalio/client';
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { AppError } from '#contracts/errors.ts';
import { proveCommand } from '#contracts/command-proof.ts';
import { inOrder } from '#contracts/draft-mark.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import {
  commandUnproved,
  dossierWorkflow,
  messageNameOf,
  resyncSignal,
  stateQuery,
  type CommandEnvelope,
  type CommandResult,
  type DossierInput,
  type StateView,
} from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import { loadDossier, loadJournalled } from '#db/journal/dossier.ts';
import { createFollowNotes } from './engine-follow.ts';
import { askView, type EngineView } from './engine-view.ts';
import { domainErrorCodes } from '#domain/dossier/errors.ts';
import { isOneOf } from '#domain/known-values.ts';
import type { Dossier } from '#domain/dossier/types.ts';

/** What the web asks of the engine. Every refusal is an AppError whose code has its sentence in content/texts. */
export type Engine = {
  /**
   * Sends a command to a dossier and waits for the result. The same key is carried out once, however often it is sent.
   *
   * @throws AppError with the rule's code, `form.used` for a key that was used for another command (nothing was done), or `engine.unavailable` when
   *   no answer came in time (the command may still be carried out; asking again with the same key is safe).
   */
  command(dossierId: string, envelope: CommandEnvelope): Promise<CommandResult>;
  /** Opens a dossier: `envelope.command` is `createDossier`. Same contract. */
  create(envelope: CommandEnvelope & { command: { type: 'createDossier' } }): Promise<CommandResult>;
  /** The dossier as the journal knows it, whether the engine is up or down; null when there is none. */
  state(dossierId: string): Promise<Dossier | null>;
  /** What the running workflow says of itself; null when it does not answer within a moment, whatever the reason. Never throws. */
  view(dossierId: string): Promise<EngineView | null>;
};

export type EngineDeps = {
  client: Client;
  taskQueue: string;
  /** Signs what is given (`COMMAND_KEY`). */
  commandKey: string;
  /** Where the journal is read. */
  db: Database;
  /** How long a person waits for an answer. @default 6000 */
  timeoutMs?: number;
  /** How long a page waits for a workflow's view of itself. @default 800 */
  viewMs?: number;
  /** Tests: shortens the runs of the workflows it starts. */
  earlyContinueAsNew?: number;
};

/** Attempts per command: more only keeps a person waiting. */
const maxTries = 3;

type Refusal = { code: (typeof refusals)[number]; params: Record<string, string | number | null> };

/** The engine as the web sees it: commands through Temporal, reads from the journal. */
export function createEngine(deps: EngineDeps): Engine {
  const { client, taskQueue, commandKey, db, timeoutMs = 6_000, viewMs = 800, earlyContinueAsNew } = deps;
  const noteFollowed = createFollowNotes(db);
  const handleOf = (dossierId: string) => client.workflow.getHandle(dossierWorkflowId(dossierId));

  async function update(dossierId: string, envelope: CommandEnvelope, updateId: string): Promise<CommandResult> {
    const args: [CommandEnvelope] = [envelope];
    const options = { args, updateId };
    try {
      return await handleOf(dossierId).executeUpdate<CommandResult, [CommandEnvelope]>(
        messageNameOf(envelope.command.type),
        options,
      );
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      return await updateWithStart({ dossierId, ...(await revivable(dossierId)) }, envelope, updateId);
    }
  }

  /** The engine has no such workflow: the journal's state starts it again (its database may have been lost). */
  async function revivable(dossierId: string): Promise<Pick<DossierInput, 'state' | 'number'>> {
    const journal = await loadJournalled(db, dossierId);
    if (!journal) throw new AppError('dossier.unknown');
    if (journal.state.status === 'purged') throw new AppError('dossier.purged');
    return { state: journal.state, number: journal.number };
  }

  async function updateWithStart(
    given: Pick<DossierInput, 'dossierId' | 'state' | 'number'>,
    envelope: CommandEnvelope,
    updateId: string,
  ): Promise<CommandResult> {
    const input: DossierInput = { ...given, ...(earlyContinueAsNew ? { earlyContinueAsNew } : {}) };
    const startWorkflowOperation = new WithStartWorkflowOperation(dossierWorkflow, {
      workflowId: dossierWorkflowId(given.dossierId),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const args: [CommandEnvelope] = [envelope];
    const options = { args, updateId, startWorkflowOperation };
    return client.workflow.executeUpdateWithStart<Workflow, CommandResult, [CommandEnvelope]>(
      messageNameOf(envelope.command.type),
      options,
    );
  }

  /**
   * Whether the refusal came from a workflow that is behind the journal (a power cut between the two): then it is signalled, and this waits until it
   * has caught up.
   */
  async function caughtUp(dossierId: string): Promise<boolean> {
    const handle = handleOf(dossierId);
    const seqNow = async (): Promise<number> => (await handle.query<StateView>(stateQuery))?.seq ?? 0;
    const journal = await loadDossier(db, dossierId);
    if (!journal || (await seqNow()) >= journal.seq) return false;
    await handle.signal(resyncSignal, { seq: journal.seq });
    for (let tries = 0; tries < 20; tries += 1) {
      if ((await seqNow()) >= journal.seq) return true;
    }
    return false;
  }

  /** One person's command: within the time limit, tried again where an answer was not final. */
  async function ask(
    dossierId: string,
    id: string,
    send: (updateId: string) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    const attempt = async (updateId: string): Promise<CommandResult | Refusal> => {
      try {
        return await send(updateId);
      } catch (error) {
        return refusalOf(error);
      }
    };
    return client.withDeadline(Date.now() + timeoutMs, async () => {
      let answer = await attempt(id);
      for (let tries = 1; 'code' in answer && tries < maxTries; tries += 1) {
        // The engine answers a repeated update id as it did the first time, failures included: the journal's key is what makes it safe to try again.
        const again = answer.code === 'engine.unavailable' || (await caughtUp(dossierId).catch(() => false));
        if (!again) break;
        answer = await attempt(`${id}~${randomUUID()}`);
      }
      if ('code' in answer) throw new AppError(answer.code, answer.params);
      noteFollowed(dossierId, answer.seq);
      return answer;
    });
  }

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asAppError(error);
    }
  };

  return {
    command: (dossierId, envelope) =>
      guarded(() => {
        const marked = withDigest(envelope);
        const proved = proveCommand({ dossierId, envelope: marked }, commandKey);
        return ask(dossierId, updateIdOf(marked), (updateId) => update(dossierId, proved, updateId));
      }),
    create: (envelope) =>
      guarded(() => {
        const { dossierId } = envelope.command;
        const marked = withDigest(envelope);
        const proved = proveCommand({ dossierId, envelope: marked }, commandKey);
        return ask(dossierId, updateIdOf(marked), (updateId) =>
          updateWithStart({ dossierId, state: null }, proved, updateId),
        );
      }),
    state: async (dossierId) => (await loadDossier(db, dossierId))?.state ?? null,
    view: (dossierId) => askView({ client, dossierId, viewMs }),
  };
}

/**
 * The envelope with the digest of what it asks: its author may change between two tries (a consumer, then their representative), and so may the policy in
 * force. Sixteen digits: it tells one text of a person from their next one.
 */
function withDigest(envelope: CommandEnvelope): CommandEnvelope & { digest: string } {
  const { by: _by, policy: _policy, ...said } = envelope.command as CommandEnvelope['command'] & { policy?: unknown };
  return { ...envelope, digest: createHash('sha256').update(inOrder(said), 'utf8').digest('hex').slice(0, 16) };
}

/** The engine answers an update id that it knows without looking at the command: another command has another one. */
const updateIdOf = ({ key, digest }: { key: string; digest: string }): string => `${key}:${digest}`;

/**
 * Nobody refused these, and the journal's key makes it safe to try again. The server's own failures of an update that it dropped: handed to a task that
 * ended without it, or accepted by a run that continued as new before answering. And an answer that is not about this command, since it has its proof: the
 * engine remembers it of one that was given under the same update id by the release before, or by who knew the id.
 */
const dropped = ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow', commandUnproved];

const refusals = [
  'engine.unavailable',
  'form.used',
  'mediator.not_available',
  'draft.unread',
  ...domainErrorCodes,
] as const;

/** A refusal of the rules or of the journal; anything else is rethrown. */
function refusalOf(error: unknown): Refusal {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
  if (!(cause instanceof ApplicationFailure) || !cause.type) throw error;
  if (dropped.includes(cause.type)) return { code: 'engine.unavailable', params: {} };
  const code = cause.type;
  if (!isOneOf(refusals, code)) throw error;
  const params = (cause.details?.[0] ?? {}) as Refusal['params'];
  return { code, params };
}

/** What a page can say of it: an unreachable engine is 503 and the draft is saved, anything else is a defect. */
function asAppError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const outOfReach =
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof WorkflowNotFoundError ||
    isGrpcServiceError(error) ||
    (error instanceof Error && isGrpcServiceError(error.cause));
  return outOfReach ? new AppError('engine.unavailable') : error;
}
