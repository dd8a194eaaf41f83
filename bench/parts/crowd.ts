import os from 'node:os';
import type pg from 'pg';
import sharp from 'sharp';
import { databaseOver } from '#db/database.ts';
import { countered } from '#domain/testing/scenario/scenarios.ts';
import { buildPages } from '#scripts/start/pages.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { watchLoop, type Held } from '#tests/kit/loop-delay.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { createPerson, photographName, type Person } from '../crowd/person.ts';
import type { Row } from '../measure/report.ts';
import { openSession } from '../servers/session.ts';
import type { Servers } from '../servers/servers.ts';

/** People who write at once: both sides of half as many dossiers. */
const people = 32;
const photographs = 20;
const summaries = 6;
/** At the 99th percentile: nobody waits for others longer than they would notice (milliseconds). */
const target = { atMost: 100 };

/**
 * How late the web process's event loop runs while thirty-two people write, each saved at every pause and sending a message every five seconds; the same
 * while one of them sends twenty photographs, and while one makes the complete summary. The real engine and worker carry out what is sent.
 */
export async function benchCrowd(servers: Servers): Promise<Row[]> {
  await buildPages(consoleProgress(), os.tmpdir());
  const { client, pool, taskQueue, commandKey, webEnv } = await servers.site();
  const engine = createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 60_000 });
  const crowd: Person[] = [];
  const { child, origin } = await servers.web(await webEnv());
  for (let n = 0; n < people / 2; n += 1) {
    const cast = await createPeople(pool);
    await admitEveryone(pool);
    const { dossierId } = await openPlay({ engine, pool, people: cast }, countered);
    for (const { userId } of [cast.consumer, cast.clerk])
      crowd.push(createPerson({ origin, cookie: await openSession(pool, userId), dossierId }));
  }
  const [first, second] = crowd as [Person, Person];
  const files = await Promise.all(Array.from({ length: photographs }, photograph));
  const loop = watchLoop(child, origin);
  const during = async (beside: () => Promise<void>): Promise<Held> =>
    (
      await loop.during(async () => {
        let ends = false;
        const writers = crowd.map(async (person) => {
          do await person.writeMessage();
          while (!ends);
        });
        await beside();
        ends = true;
        await Promise.all(writers);
      })
    ).held;
  const alone = await during(async () => {
    for (let n = 0; n < 2; n += 1) await first.writeMessage();
  });
  const withPhotographs = await during(async () => {
    for (const file of files) await first.sendPhotograph(file, photographName());
  });
  const withSummary = await during(async () => {
    for (let n = 0; n < summaries; n += 1) await second.makeSummary();
  });
  return [
    rowOf(`${people} people write`, alone),
    rowOf(`the same, one sends ${photographs} photographs`, withPhotographs, `${megabytes(files)} MB in all.`),
    rowOf(`the same, one makes ${summaries} summaries`, withSummary),
    await savingCost(crowd, pool),
  ];
}

function rowOf(name: string, { p50, p99, max, slowestProbe }: Held, more = ''): Row {
  const note = `p50 ${round(p50)} ms, at most ${round(max)} ms; a page without data took ${round(slowestProbe)} ms at worst. ${more}`;
  return { name: `${name}: delay of the event loop, p99`, unit: 'ms', ours: p99, target, note: note.trim() };
}

/** What one save of what is typed costs on the way; statements are counted in tests/integration/pages/weight. */
async function savingCost(crowd: Person[], pool: pg.Pool): Promise<Row> {
  const sum = (key: keyof Person['asked']): number => crowd.reduce((total, { asked }) => total + asked[key], 0);
  const saves = sum('saves');
  const { rows } = await pool.query<{ drafts: number }>(
    `select count(*)::int as drafts from message where published_at is null`,
  );
  return {
    name: 'a pause while typing: bytes of the form and its answer',
    unit: 'bytes',
    ours: (sum('bytesUp') + sum('bytesDown')) / saves,
    target: null,
    note: `one request a pause, ${saves} in all, for ${sum('messages')} messages sent; ${rows[0]!.drafts} drafts are left of them.`,
  };
}

/** What a telephone hands over: twelve million pixels, with grain. */
async function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 18 };
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

const megabytes = (files: Buffer[]): number => round(files.reduce((sum, { length }) => sum + length, 0) / 1e6);
const round = (value: number): number => Math.round(value * 10) / 10;
