import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { Plan, Scan } from './plans.ts';
import { indexesIn, type Sizes } from './sizes.ts';

/** A question with its time at each size, in milliseconds, and its plans at the largest. */
export type Measured = { name: string; flat: boolean; times: number[]; plans: Plan[] };

/** Most that a question that is flat may take of its time at the smallest size. */
export const target = 1.2;

const count = (value: number): string => value.toLocaleString('en-CA');

/** The page that `npm run bench -- million` writes. */
export function millionPage({
  sizes,
  measured,
  disk,
  when,
  machine,
}: {
  sizes: readonly number[];
  measured: readonly Measured[];
  disk: readonly Sizes[];
  when: Date;
  machine: string;
}): string {
  const flat = measured.filter((each) => each.flat);
  return `# A million dossiers

Written by \`npm run bench -- million\`, on ${todayInQuebec(when.toISOString())}, on ${machine}; not by hand. What is asked, and how to read it: [README](README.md); why a target is missed: [missed.md](missed.md).

Milliseconds from the question to its rows, within which a quarter of sixty askings were answered; the sizes are asked in turn, so that whatever else the machine does weighs on all of them. A ratio is to the time at ${count(sizes[0]!)}.

## What a page shows: at most ${target}×

${figures(sizes, flat)}

## What reads all: in proportion

${figures(
  sizes,
  measured.filter((each) => !each.flat),
)}

## On disk

In megabytes. A table with what it keeps aside (TOAST), then each of its indexes. Indexes were made after the rows: one that grew in life is up to half as large again. Left out: what is under one megabyte everywhere.

${onDisk(sizes, disk)}

## Plans at ${count(sizes.at(-1)!)}

What each question that a page shows reads: for each statement the pages of the database that it looked at and its time, then one line for each table or index, rows that it gave and pages. « planned once »: the statement has a name, and its plan knows no value.

${flat.map(plansOf).join('\n\n')}
`;
}

function figures(sizes: readonly number[], measured: readonly Measured[]): string {
  const later = sizes.slice(1);
  const head = ['asked', ...sizes.map(count), ...later.map((size) => `${count(size)}, ratio`), ''];
  const lines = measured.map(({ name, flat, times }) => {
    const ratios = times.slice(1).map((time) => time / times[0]!);
    const most = flat ? target : target * (sizes.at(-1)! / sizes[0]!);
    const verdict = ratios.at(-1)! <= most ? 'met' : 'missed';
    return [name, ...times.map(milliseconds), ...ratios.map((ratio) => `${ratio.toFixed(2)}×`), verdict];
  });
  const rule = ['---', ...[...sizes, ...later].map(() => '---:'), '---'];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const milliseconds = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '' : (bytes / 2 ** 20).toFixed(1));

function onDisk(sizes: readonly number[], disk: readonly Sizes[]): string {
  const rows: string[][] = [
    ['**all**', ...disk.map(({ whole }) => megabytes(whole))],
    ['**of which indexes**', ...disk.map((each) => megabytes(indexesIn(each)))],
  ];
  const shown = (values: (number | undefined)[]) => values.some((bytes) => (bytes ?? 0) >= 2 ** 20);
  for (const [name, { indexes }] of disk.at(-1)!.tables) {
    const tables = disk.map(({ tables: each }) => each.get(name)?.bytes);
    if (shown(tables)) rows.push([`**${name}**`, ...tables.map(megabytes)]);
    for (const index of indexes.keys()) {
      const bytes = disk.map(({ tables: each }) => each.get(name)?.indexes.get(index));
      if (shown(bytes)) rows.push([index, ...bytes.map(megabytes)]);
    }
  }
  const head = [
    ['table, index', ...sizes.map(count)],
    ['---', ...sizes.map(() => '---:')],
  ];
  return [...head, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function plansOf({ name, plans }: Measured): string {
  const lines = plans.flatMap((plan) => [
    `${plan.once ? 'planned once' : 'planned each time'}: ${pagesOf(plan.buffers)}, ${plan.ms.toFixed(2)} ms`,
    ...plan.scans.map((scan) => `  ${scanLine(scan)}`),
  ]);
  return `### ${name}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

const pagesOf = (pages: number): string => `${count(pages)} ${pages === 1 ? 'page' : 'pages'}`;

function scanLine({ name, rows, rounds, buffers, fetched, dropped }: Scan): string {
  const parts = [`${count(rows)} ${rows === 1 ? 'row' : 'rows'}`, pagesOf(buffers)];
  if (rounds > 1) parts.push(`in ${count(rounds)} rounds`);
  if (dropped > 0) parts.push(`${count(dropped)} read for nothing`);
  if (fetched > 0) parts.push(`${count(fetched)} looked up in the table`);
  return `${name}: ${parts.join(', ')}`;
}
