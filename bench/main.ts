import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onStopAsked } from '#config/stop.ts';
import { createStack } from '#scripts/start/stack.ts';
import { explain, Problem } from '#scripts/system/problem.ts';
import { endAll } from '#scripts/system/processes.ts';
import { benchAccess } from './parts/access.ts';
import { benchCommands } from './parts/commands.ts';
import { benchCrowd } from './parts/crowd.ts';
import { benchDocx } from './parts/docx.ts';
import { benchHistory } from './parts/history.ts';
import { benchList } from './parts/list.ts';
import { benchLive } from './parts/live.ts';
import { machine } from './servers/machine.ts';
import { benchMillion } from './parts/million.ts';
import { benchMemory } from './parts/memory.ts';
import { benchPages } from './parts/pages.ts';
import { benchQueues } from './parts/queues.ts';
import { page, table, type Row, type Section } from './measure/report.ts';
import { benchWorkflows } from './parts/workflows.ts';
import { createServers, type Servers } from './servers/servers.ts';

type Part = {
  name: string;
  title: string;
  /** Run only when it is named: it takes half an hour. */
  apart?: boolean;
  run(servers: Servers): Promise<Row[]>;
};

/** Every part, in the order they run: those that need no engine come before it is started, memory while its caches are empty. */
const parts: Part[] = [
  { name: 'access', title: 'Who may read what', run: benchAccess },
  { name: 'docx', title: 'Agreement as DOCX', run: benchDocx },
  { name: 'list', title: 'List of dossiers', run: benchList },
  { name: 'queues', title: 'The Office’s lists, over a hundred thousand dossiers', run: benchQueues },
  { name: 'pages', title: 'Pages: processor a page, thirty-two people at once', run: benchPages },
  { name: 'memory', title: 'Memory', run: benchMemory },
  { name: 'commands', title: 'Commands', run: benchCommands },
  { name: 'crowd', title: 'Thirty-two people who write', run: benchCrowd },
  { name: 'live', title: 'Five hundred open pages', run: benchLive },
  { name: 'history', title: 'History', run: benchHistory },
  { name: 'workflows', title: 'Twenty thousand open dossiers', apart: true, run: benchWorkflows },
  { name: 'million', title: 'A million dossiers', apart: true, run: benchMillion },
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run bench`: runs every part on real servers of its own, prints the results and writes them to bench/results.md.
 * `npm run bench -- list docx` runs those parts and prints only.
 *
 * @returns the exit code: 0 when every figure was taken, whether or not it meets its target.
 */
export async function bench(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    say(`No such part: ${unknown.join(', ')}. There are ${parts.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  const stack = createStack((name, error) => say(`${name} did not end in order: ${explain(error)}`));
  const giveUp = (why: unknown): void => {
    process.stderr.write(`\n${explain(why)}\n`);
    void stack
      .unwind()
      .then(endAll)
      .then(() => process.exit(1));
  };
  onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], (reason) => stack.ending || giveUp(new Problem(`Stopped: ${reason}.`)));
  process.once('uncaughtException', giveUp);
  try {
    const servers = createServers(stack);
    const sections: Section[] = [];
    for (const { name, title, apart, run } of parts) {
      if (names.length > 0 ? !names.includes(name) : apart) continue;
      const began = Date.now();
      const section = { title, rows: await run(servers) };
      sections.push(section);
      // What was taken stays, whatever becomes of the parts that follow.
      say(`${title}: ${Math.round((Date.now() - began) / 1_000)} s\n${table(section)}\n`);
    }
    const results = page(sections, new Date(), machine(servers.versions));
    if (names.length === 0) await writeFile(path.join(import.meta.dirname, 'results.md'), results);
    say(`\n${results}`);
    return 0;
  } catch (error) {
    if (!stack.ending) process.stderr.write(`\n${explain(error)}\n`);
    return 1;
  } finally {
    await stack.unwind();
  }
}
