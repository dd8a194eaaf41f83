/**
 * Prints the life of a dossier, as the rules really allow it, into docs/dossier-states.md. Run after a change of rules:
 * `node scripts/state-diagram.ts`. A test fails while the page is out of date.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stateDiagramPage } from '#domain/testing/state-diagram.ts';
import { walk } from '#domain/testing/walk.ts';

const page = fileURLToPath(new URL('../docs/dossier-states.md', import.meta.url));
const walked = walk();
writeFileSync(page, stateDiagramPage(walked));
process.stdout.write(`${walked.states} states, ${walked.steps.length} kinds of steps: docs/dossier-states.md\n`);
