import type { Walk, WalkedStep } from './walk.ts';

/** The page docs/dossier-states.md: a Mermaid diagram and a table, both from an exhaustive walk of the rules. */
export function stateDiagramPage(walked: Walk): string {
  const changes = walked.steps.filter(({ from, to }) => from !== to && !(from === 'closed' && to.startsWith('closed')));
  const within = walked.steps.filter((step) => !changes.includes(step));
  return [
    '# The life of a dossier',
    '',
    'Made by `node scripts/state-diagram.ts` from an exhaustive walk of `domain/dossier`: every command of every person and every',
    `deadline was tried in each of the ${walked.states} states that the rules can tell apart. Nothing here is drawn by hand.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...diagram(changes),
    '```',
    '',
    '## What can happen in each state without leaving it',
    '',
    '| State | Commands |',
    '| --- | --- |',
    ...grouped(within, ({ from }) => from).map(([state, steps]) => `| ${state} | ${names(steps).join(', ')} |`),
    '',
    '## What follows from each command',
    '',
    '| Command | Events |',
    '| --- | --- |',
    ...grouped(walked.steps, ({ command }) => command).map(([command, steps]) => `| ${command} | ${outcomes(steps)} |`),
    '',
  ].join('\n');
}

function diagram(changes: WalkedStep[]): string[] {
  const lines = grouped(changes, ({ from, to }) => `${node(from)} --> ${node(to)}`).map(
    ([arrow, steps]) => `  ${arrow}: ${names(steps).join(', ')}`,
  );
  return [...lines, '  purged --> [*]'];
}

/** A closed dossier is drawn as one box: what can follow does not depend on how it ended. */
function node(status: string): string {
  if (status === 'none') return '[*]';
  return status.startsWith('closed') ? 'closed' : status;
}

function names(steps: WalkedStep[]): string[] {
  const labels = steps.map(({ command, to }) => (to.startsWith('closed (') ? `${command} ${to.slice(7)}` : command));
  return [...new Set(labels)].sort();
}

function outcomes(steps: WalkedStep[]): string {
  return [...new Set(steps.map(({ events }) => events.join(' + ')))].sort().join('; or ');
}

function grouped(steps: WalkedStep[], by: (step: WalkedStep) => string): [string, WalkedStep[]][] {
  const groups = new Map<string, WalkedStep[]>();
  for (const step of steps) groups.set(by(step), [...(groups.get(by(step)) ?? []), step]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
