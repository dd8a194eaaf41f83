import { propertyOf } from '#contracts/unknown-values.ts';
import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import type { Env } from '#config/env.ts';
import { faultOf } from '#contracts/faults.ts';

/** Attributes of the SDK's own entries that may be written: ids and codes. Failures are logged by their type, never by their message. */
const loggedFields = [
  'workflowId',
  'runId',
  'activityId',
  'activityType',
  'taskQueue',
  'attempt',
  'state',
  'upTo',
  'kind',
  'code',
];

/** One JSON line per entry on standard output. */
export function createWorkerLog(level: Env['LOG_LEVEL']): Logger {
  return pino({
    level,
    base: { part: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: faultOf },
  });
}

/** Makes the SDK write to our log, with what {@link loggedFields} allows. To be called once, before anything else of the SDK. */
export function installRuntime(
  write: (level: string, message: string, attributes: Record<string, unknown>) => void,
): void {
  Runtime.install({
    shutdownSignals: [],
    // The native part would print on standard error by itself, with the messages of failures.
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    logger: new DefaultLogger('INFO', (entry) => write(entry.level.toLowerCase(), entry.message, attributesOf(entry))),
  });
}

function attributesOf({ meta }: LogEntry): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const name of loggedFields) if (meta?.[name] !== undefined) attributes[name] = meta[name];
  const error: unknown = meta?.['error'];
  if (error) attributes['failure'] = propertyOf(error, 'type') ?? propertyOf(error, 'name');
  return attributes;
}
