import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { verifyJournal } from '#activities/journal/verify-journal.ts';
import { databaseOver } from '#db/database.ts';
import { journalKey } from '../million/chain.ts';
import { fill, fillOffice, openAsked, withPool, type Asked } from '../million/fill.ts';
import { officeQuestions } from '../million/office.ts';
import { peopleQuestions } from '../million/people.ts';
import { millionPage, target, type Measured } from '../million/report.ts';
import { sizesOf, type Sizes } from '../million/sizes.ts';
import type { Seeded } from '../list/seed.ts';
import type { Row } from '../measure/report.ts';
import { percentile } from '../measure/rounds.ts';
import { machine } from '../servers/machine.ts';
import type { Servers } from '../servers/servers.ts';

const whole = [10_000, 100_000, 1_000_000];
const chosen = process.env['MILLION_SIZES'];
/** How many dossiers, from what everything is compared with to what a province may have in ten years; or as `MILLION_SIZES=2000,20000` says. */
const sizes = chosen ? chosen.split(',').map(Number) : whole;
const runs = 60;
/** A statement is planned for good at its sixth run. */
const unmeasured = 10;

/**
 * What is asked of the database, at ten thousand dossiers, a hundred thousand and a million: what a page shows must cost the same, what reads all may
 * cost in proportion. The three databases are filled first and then asked in turn, so that whatever else the machine does weighs on all of them. Run whole, it writes
 * bench/million.md, with the plans at the largest size and what is on disk; of other sizes it prints the same.
 */
export async function benchMillion({ database, versions }: Servers): Promise<Row[]> {
  const urls: string[] = [];
  for (const size of sizes) urls.push(await database(`bench_${size}`));
  const filled: Seeded[] = [];
  for (const [index, url] of urls.entries()) filled.push(await fill(url, sizes[index]!));
  // Those of people, over one company that has all dossiers; then, once they are shared out among many, the Office's.
  const measured = await measure(urls, (index) => (asking, pool) => peopleQuestions(asking, pool, filled[index]!));
  measured.push(await verification(urls));
  const seeded: Awaited<ReturnType<typeof fillOffice>>[] = [];
  for (const [index, url] of urls.entries()) seeded.push(await fillOffice(url, filled[index]!));
  measured.push(...(await measure(urls, (index) => (asking, pool) => officeQuestions(asking, pool, seeded[index]!))));
  const disk: Sizes[] = [];
  for (const url of urls) disk.push(await withPool(url, sizesOf));
  const written = millionPage({ sizes, measured, disk, when: new Date(), machine: machine(versions) });
  if (chosen) process.stdout.write(written);
  else await writeFile(path.join(import.meta.dirname, '../million.md'), written);
  return measured.map(rowOf);
}

type Make = Parameters<typeof openAsked>[1];

/** Each question's time at each size, and its plans at the largest. */
async function measure(urls: readonly string[], makeFor: (index: number) => Make): Promise<Measured[]> {
  const opened: Awaited<ReturnType<typeof openAsked>>[] = [];
  try {
    for (const [index, url] of urls.entries()) opened.push(await openAsked(url, makeFor(index)));
    const measured: Measured[] = [];
    for (const [index, { name, flat }] of opened[0]!.questions.entries()) {
      const asked = opened.map(({ questions }) => questions[index]!);
      measured.push({ name, flat, times: await timesOf(asked), plans: flat ? await asked.at(-1)!.plans() : [] });
    }
    return measured;
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

/** Of each, asked in turn, the time within which a quarter of its askings were answered: what else the machine does only adds. What reads all is asked a few times. */
async function timesOf(asked: readonly Asked[]): Promise<number[]> {
  const times = asked.map((): number[] => []);
  const most = asked[0]!.flat ? runs : 10;
  for (let run = 0; run < most + unmeasured; run += 1) {
    for (const [index, { ask }] of asked.entries()) {
      const start = performance.now();
      await ask();
      if (run >= unmeasured) times[index]!.push(performance.now() - start);
    }
  }
  return times.map((each) => percentile(each, 0.25));
}

/** The nightly verification reads every dossier's journal, with its signatures: once. @throws Error when it finds one that does not hold. */
async function verification(urls: readonly string[]): Promise<Measured> {
  const times: number[] = [];
  for (const url of urls) {
    const start = performance.now();
    const { broken, unsigned } = await withPool(url, (pool) =>
      verifyJournal(databaseOver(pool), { keys: [journalKey] }),
    );
    times.push(performance.now() - start);
    if (broken.length > 0 || unsigned > 0)
      throw new Error(`the journal of ${broken[0]?.dossierId} is ${broken[0]?.why}`);
  }
  return { name: 'every dossier’s journal, verified', flat: false, times, plans: [] };
}

function rowOf({ name, flat, times }: Measured): Row {
  const [first = 1, second = 1] = times;
  const last = times.at(-1) ?? 1;
  return {
    name,
    unit: 'ms',
    ours: last,
    bare: first,
    ratio: last / first,
    low: second / first,
    high: last / first,
    target: { atMost: flat ? target : (target * sizes.at(-1)!) / sizes[0]! },
    ...(flat ? {} : { note: 'reads all' }),
  };
}
