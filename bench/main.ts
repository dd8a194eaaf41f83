import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { benchCommands } from './commands.ts';
import { benchHistory } from './history.ts';
import { benchMemory } from './memory.ts';
import { page, type Row } from './report.ts';
import { openSite, type Site } from './site.ts';

/** Every bench, in the order of the results. */
const benches: { title: string; run: (site: Site) => Promise<Row[]> }[] = [
  { title: 'Memory', run: benchMemory },
  { title: 'Commands', run: benchCommands },
  { title: 'History', run: benchHistory },
];

/** Runs every bench on real servers of its own, prints the results and writes them to bench/results.md. */
export async function bench(): Promise<void> {
  const site = await openSite();
  try {
    const sections: { title: string; rows: Row[] }[] = [];
    for (const { title, run } of benches) {
      process.stdout.write(`${title}…\n`);
      sections.push({ title, rows: await run(site) });
    }
    const results = page(sections, new Date());
    await writeFile(path.join(import.meta.dirname, 'results.md'), results);
    process.stdout.write(`\n${results}`);
  } finally {
    await site.stop();
  }
}
