import path from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import pg from 'pg';
import { readEnv } from '#config/env.ts';
import { temporalOptions } from '#config/temporal.ts';
import { createBareActivities } from './activities.ts';

/** The process of the bare workflow: nothing but the SDK and one pool. */
const env = readEnv();
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });
const worker = await Worker.create({
  connection: await NativeConnection.connect(temporalOptions(env).connection),
  namespace: env.TEMPORAL_NAMESPACE,
  taskQueue: env.TEMPORAL_TASK_QUEUE,
  workflowsPath: path.join(import.meta.dirname, 'counter.workflow.ts'),
  activities: createBareActivities(pool),
  maxCachedWorkflows: 500,
});
process.once('SIGTERM', () => worker.shutdown());
await worker.run();
await pool.end();
