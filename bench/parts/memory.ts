import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#scripts/system/problem.ts';
import { databaseOver } from '#db/database.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { createPeople } from '#tests/kit/people.ts';
import { anonymousMemory } from '../measure/process-memory.ts';
import type { Row } from '../measure/report.ts';
import { median } from '../measure/rounds.ts';
import type { Servers } from '../servers/servers.ts';
import type { Measured } from '../servers/site.ts';

const batch = 60;
const atOnce = 6;
const rounds = 5;
const megabyte = 2 ** 20;

/** In bytes, garbage collected: what the heaps of all threads hold, and the whole process's memory that is no file's (Linux only). */
type Reading = { heap: number; process: number | null };

/**
 * Memory that a dossier in the worker's cache takes: growth over batches of dossiers in negotiation, and of the bare worker over as
 * many bare workflows.
 */
export async function benchMemory(servers: Servers): Promise<Row[]> {
  const { client, pool, taskQueue, commandKey, bareQueue, worker, bareWorker } = await servers.site();
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const people = await createPeople(pool);
  const openOurs = () => openPlay({ engine, pool, people }, inNegotiation);
  const openBare = async () => {
    const handle = await client.workflow.start('counter', { taskQueue: bareQueue, workflowId: `bare-${randomUUID()}` });
    await handle.executeUpdate('add', { args: [{ id: handle.workflowId, note: 'une ligne' }] });
  };
  const ours: Reading[] = [];
  const bare: Reading[] = [];
  // The first batch does not count: it warms both processes.
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(await after(worker, openOurs));
    bare.push(await after(bareWorker, openBare));
  }
  const rows = [row('heap per cached dossier', 'heap', { ours, bare })];
  if (ours[0]!.process !== null) rows.push(row('process memory per cached dossier', 'process', { ours, bare }));
  return rows;
}

function row(name: string, of: keyof Reading, { ours, bare }: { ours: Reading[]; bare: Reading[] }): Row {
  const growths = (readings: Reading[]) =>
    readings.slice(1).map((reading, index) => (reading[of]! - readings[index]![of]!) / batch / megabyte);
  const [grown, bareGrown] = [growths(ours), growths(bare)];
  return {
    name,
    unit: 'MB',
    ours: median(grown),
    bare: median(bareGrown),
    low: Math.min(...grown),
    high: Math.max(...grown),
    target: { atMost: 1 },
    note: `median of ${rounds} batches of ${batch} dossiers in negotiation, and as many bare workflows; the target and the range are of ours.`,
  };
}

/** What a process holds after a batch of work. */
async function after({ program, heapFile }: Measured, work: () => Promise<unknown>): Promise<Reading> {
  for (let count = 0; count < batch; count += atOnce) await Promise.all(Array.from({ length: atOnce }, work));
  // Mails and other reactions are over by then.
  await sleep(1_500);
  process.kill(program.id.pid, 'SIGHUP');
  await sleep(1_500);
  if (program.hasEnded()) throw new Problem(`The ${program.name} ended by itself:\n${program.tail()}`);
  return { heap: Number(await readFile(heapFile, 'utf8')), process: await anonymousMemory(program.id.pid) };
}
