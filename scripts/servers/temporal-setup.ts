import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import type { TemporalTls } from '#config/temporal.ts';
import { searchAttributes } from '#contracts/search-attributes.ts';
import { namespaceRetentionDays } from '#contracts/task-queues.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { Problem } from '#scripts/system/problem.ts';

/** Numbers of `temporal.api.enums.v1.IndexedValueType` for the types that we use. */
const typeNumbers = { KEYWORD: 2, DATETIME: 6 } as const;
const grpc = { invalidArgument: 3, notFound: 5, alreadyExists: 6, permissionDenied: 7, unimplemented: 12 };
const code = (error: unknown): number | null => (isGrpcServiceError(error) ? error.code : null);
const wanted = Object.entries(searchAttributes).map(([name, type]) => [name, typeNumbers[type]] as const);

export type TemporalTarget = { address: string; namespace: string; tls?: TemporalTls; apiKey?: string };

/** Each service of the server has its own view of a namespace, renewed in turn: retries while it does not know. */
async function whenSeen<T>(work: () => Promise<T>): Promise<T> {
  let refusal: unknown;
  const seen = async (): Promise<{ answer: T } | null> => {
    try {
      return { answer: await work() };
    } catch (error) {
      const notYet = code(error) === grpc.notFound || code(error) === grpc.invalidArgument;
      if (!notYet) throw error;
      refusal = error;
      return null;
    }
  };
  return (await eventually(seen, { within: 60_000, failure: () => refusal })).answer;
}

async function ensureNamespace({ workflowService }: Connection, namespace: string): Promise<void> {
  const describe = (): Promise<unknown> => workflowService.describeNamespace({ namespace });
  try {
    await describe();
    return;
  } catch (error) {
    if (code(error) !== grpc.notFound) throw error;
  }
  const seconds = namespaceRetentionDays * 24 * 3600;
  await workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: seconds as never } })
    .catch((error: unknown) => {
      if (code(error) === grpc.permissionDenied || code(error) === grpc.unimplemented) {
        throw new Problem(
          `The Temporal server has no namespace ${namespace} and does not let us make it: make it there first.`,
        );
      }
      if (code(error) !== grpc.alreadyExists) throw error;
    });
}

async function ensureSearchAttributes({ operatorService }: Connection, namespace: string): Promise<boolean> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  for (const [name, type] of wanted) {
    const present = customAttributes?.[name];
    if (present !== undefined && present !== type) {
      throw new Problem(
        `The search attribute ${name} of namespace ${namespace} has another type: remove it there, then try again.`,
      );
    }
  }
  const missing = wanted.filter(([name]) => customAttributes?.[name] === undefined);
  if (missing.length === 0) return false;
  await operatorService
    .addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) })
    .catch((error: unknown) => {
      if (code(error) !== grpc.alreadyExists) throw error;
    });
  return true;
}

/** A query that names every attribute: it is refused until the server knows them all. */
const probe = wanted.map(([name]) => `${name} IS NOT NULL`).join(' OR ');

/**
 * Makes a Temporal server ready for the platform: its namespace and the search attributes of operators. The same for every
 * kind of server; running it again changes nothing.
 *
 * @throws Problem when the server forbids it or holds something else under the same name.
 */
export async function setUpTemporal(target: TemporalTarget): Promise<void> {
  const { namespace, ...options } = target;
  const connection = await Connection.connect({ ...options, connectTimeout: 10_000 });
  try {
    await ensureNamespace(connection, namespace);
    const added = await whenSeen(() => ensureSearchAttributes(connection, namespace));
    await whenSeen(() => connection.workflowService.countWorkflowExecutions({ namespace, query: probe }));
    // Only one of the services was asked; the others follow within their interval (200 ms on our servers).
    if (added) await sleep(400);
  } finally {
    await connection.close();
  }
}
