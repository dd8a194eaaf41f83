import { deadlines } from './deadlines.ts';
import { turn } from './turn.ts';
import type { Deadline, Dossier, Instant, Turn } from './types.ts';

/** What a dossier waits for, and after how many events: as the journal or the engine sees it. */
export type DossierView = { seq: number; turn: Turn; deadlines: readonly Deadline[] };

/** What two views of a dossier may differ in. */
export type Difference = 'seq' | 'turn' | 'deadlines';

export function viewOf(state: Dossier, now: Instant): DossierView {
  return { seq: state.seq, turn: turn(state, now), deadlines: deadlines(state) };
}

/**
 * In what the engine's view is not the journal's (ADR 5): nothing when they agree. The next moment of a turn is left out: a workflow that sleeps
 * reads it off a clock that stands still.
 */
export function differences(journal: DossierView, engine: DossierView): Difference[] {
  const turnOf = ({ turn: { who, what, since } }: DossierView) => [who, what, since].join(' ');
  const deadlinesOf = (view: DossierView) => view.deadlines.map(({ kind, at }) => `${kind} ${at}`).join(' ');
  return [
    ...(journal.seq === engine.seq ? [] : (['seq'] as const)),
    ...(turnOf(journal) === turnOf(engine) ? [] : (['turn'] as const)),
    ...(deadlinesOf(journal) === deadlinesOf(engine) ? [] : (['deadlines'] as const)),
  ];
}
