import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createEngine } from '#web/server/services/engine.ts';
import { openNegotiation } from './dossiers.ts';
import { insertPeople } from './people.ts';
import type { Row } from './report.ts';
import { median } from './rounds.ts';
import type { Site } from './site.ts';

const batch = 60;
const rounds = 5;

/**
 * Memory that a dossier in the worker's cache takes: growth of the whole process (all its threads) over batches of dossiers in
 * negotiation, and of the bare worker over as many bare workflows.
 */
export async function benchMemory(site: Site): Promise<Row[]> {
  const { client, env, pool } = site;
  const engine = createEngine({ client, taskQueue: env['TEMPORAL_TASK_QUEUE']!, pool, timeoutMs: 60_000 });
  const people = await insertPeople(pool);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const grown = await growth(site.worker.id.pid, async () => {
      for (let count = 0; count < batch; count += 1) await openNegotiation(engine, pool, people);
    });
    const bareGrown = await growth(site.bareWorker.id.pid, async () => {
      for (let count = 0; count < batch; count += 1) {
        const handle = await client.workflow.start('counter', {
          taskQueue: site.bareQueue,
          workflowId: `bare-${randomUUID()}`,
        });
        await handle.executeUpdate('add', { args: [{ id: handle.workflowId, note: 'une ligne' }] });
      }
    });
    if (round === 0) continue;
    ours.push(grown);
    bare.push(bareGrown);
  }
  return [
    {
      name: 'memory per cached dossier',
      unit: 'MB',
      ours: median(ours),
      target: { atMost: 1 },
      note: `the bare workflow took ${median(bare).toFixed(2)} MB; both are growths of the whole process, garbage not yet collected included.`,
    },
  ];
}

/** Growth of a process's resident memory over some work, per item of a batch, in megabytes. */
async function growth(pid: number, work: () => Promise<void>): Promise<number> {
  const before = resident(pid);
  await work();
  return (resident(pid) - before) / batch;
}

function resident(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1_024;
}
