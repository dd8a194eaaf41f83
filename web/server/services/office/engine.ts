import type { Env } from '#config/env.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { differences, viewOf, type Difference } from '#domain/dossier/view.ts';
import type { Deadline } from '#domain/dossier/types.ts';
import { knownDeadlines } from '#domain/visibility/index.ts';
import type { ServiceDeps } from '../deps.ts';
import type { OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

/**
 * What a dossier waits for by itself, as the journal says it, and what the running workflow answered of it: `agrees`, `differs` (and in what), or
 * `silent` when it was away or too slow. `workflow`: its page in the Temporal UI, where there is one, for those whom the platform's settings name.
 */
export type Watched = {
  deadlines: Deadline[];
  engine: { answer: 'agrees' | 'silent' } | { answer: 'differs'; in: Difference[] };
  workflow: string | null;
};

/** The dossier asked of its own workflow, and checked against the journal (B-11, ADR 40). Null once it is purged: nothing runs any more. */
export async function watch(
  { engine, env }: Pick<ServiceDeps, 'engine' | 'env'>,
  opened: OpenDossier,
): Promise<Watched | null> {
  const { state, now, summaryRow } = opened;
  if (state.status === 'purged') return null;
  const known = viewOf(state, now);
  const view = await engine.view(summaryRow.id);
  const watched = {
    deadlines: knownDeadlines(state, opened, known.deadlines),
    workflow: workflowPage(env, opened),
  };
  if (!view) return { ...watched, engine: { answer: 'silent' } };
  let differ = differences(known, view);
  if (differ.length > 0) {
    // An act may have come between the two questions: the journal is asked again before anything is said.
    const again = await engine.state(summaryRow.id);
    if (again) differ = differences(viewOf(again, now), view);
  }
  return { ...watched, engine: differ.length > 0 ? { answer: 'differs', in: differ } : { answer: 'agrees' } };
}

/**
 * Where the Temporal UI shows a dossier's workflow; null where no UI is named (`TEMPORAL_UI_URL`), and for an officer whom `TEMPORAL_UI_OFFICERS` does not: it
 * shows acceptances, of which the Office may not know (ADR 40, ADR 51).
 */
function workflowPage(env: Env, { user, summaryRow }: OpenDossier): string | null {
  const { TEMPORAL_UI_URL: ui, TEMPORAL_UI_OFFICERS: allowed, TEMPORAL_NAMESPACE: namespace } = env;
  if (!ui || !allowed.includes(user.email.toLowerCase())) return null;
  const path = ['namespaces', namespace, 'workflows', dossierWorkflowId(summaryRow.id)]
    .map(encodeURIComponent)
    .join('/');
  return `${ui.replace(/\/+$/, '')}/${path}`;
}
