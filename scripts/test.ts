import { groups, type Stage } from '#scripts/test/stages.ts';
import { exitCode, total, type StageResult } from '#scripts/test/result.ts';
import { onStopAsked } from '#config/stop.ts';
import { endAll } from '#scripts/system/processes.ts';
import { consoleProgress } from '#scripts/system/progress.ts';

/**
 * `npm test`: everything. `npm test -- unit domain/dossier` runs the stages that are named, on the files that fit; a pattern
 * alone runs every stage made of tests.
 */
const args = process.argv.slice(2);
const all = groups.flat(2);
const isStage = (word: string): boolean => all.some(({ name }) => name === word);
const named = args.filter(isStage);
const patterns = args.filter((word) => !isStage(word));
const testStages = ['unit', 'replay', 'integration', 'processes', 'held', 'e2e'];
const wanted = ({ name }: Stage): boolean =>
  named.length > 0 ? named.includes(name) : patterns.length === 0 || testStages.includes(name);

const progress = consoleProgress();
const results: StageResult[] = [];

let stopping = false;
onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
  if (!stopping) process.stderr.write('\nStopping…\n');
  stopping = true;
  void endAll();
});

async function runLane(stages: Stage[]): Promise<void> {
  for (const stage of stages.filter(wanted)) {
    if (stopping) return;
    const step = progress.step(stage.title);
    let suites = 0;
    const onSuite = (line: string): void => {
      suites += 1;
      step.update(`${suites} suites, ${line}`);
      if (line.startsWith('FAIL')) process.stderr.write(`  ${line}\n`);
    };
    const result = await stage.run({ patterns, progress, onSuite });
    if (stopping) return;
    results.push(result);
    const { passed, failed, skipped, longest, details } = result;
    const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
    step.done(`${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${skips}`);
    for (const { name, seconds } of longest) process.stdout.write(`  ${Math.round(seconds)} s ${name}\n`);
    if (failed > 0) process.stdout.write(`\n${stage.title}:\n${details.trimEnd()}\n\n`);
  }
}

for (const lanes of groups) await Promise.all(lanes.map(runLane));
if (stopping) {
  await endAll();
  process.exit(1);
}

const sum = total(results);
const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) process.stdout.write(`What failed:\n\n${failures.join('\n\n')}\n\n`);
for (const name of sum.skipped) process.stdout.write(`Skipped: ${name}\n`);
const code = exitCode(sum, process.env['CI'] === 'true');
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`, () => process.exit(code));
