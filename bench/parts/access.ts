import { performance } from 'node:perf_hooks';
import { canRead, resources } from '#domain/access/index.ts';
import { people } from '#domain/testing/people.ts';
import { represented, inMediation } from '#domain/testing/story.ts';
import type { Row } from '../measure/report.ts';
import { median } from '../measure/rounds.ts';

const rounds = 7;
const turns = 4_000;

/**
 * Decisions of the access table, as every page, mail and live event asks them: everybody, strangers too, of every kind of resource of a dossier in
 * mediation whose consumer is represented.
 */
export function benchAccess(): Promise<Row[]> {
  const { state, now } = represented(inMediation());
  const viewpoints = Object.values(people).map((actor) => ({ actor, now }));
  const figures: number[] = [];
  let read = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    for (let turn = 0; turn < turns; turn += 1)
      for (const viewpoint of viewpoints)
        for (const resource of resources) if (canRead(state, viewpoint, resource)) read += 1;
    const decisions = turns * viewpoints.length * resources.length;
    // The first round does not count: it is compiled meanwhile.
    if (round > 0) figures.push((decisions / (performance.now() - began)) * 1_000);
  }
  const share = Math.round((100 * read) / (turns * (rounds + 1) * viewpoints.length * resources.length));
  return Promise.resolve([
    {
      name: 'decisions, one thread',
      unit: 'a second',
      ours: median(figures),
      low: Math.min(...figures),
      high: Math.max(...figures),
      target: { atLeast: 1_000_000 },
      note: `${viewpoints.length} people, ${resources.length} kinds of resources; ${share} % may be read.`,
    },
  ]);
}
