import { AppError } from '#contracts/errors.ts';
import type { PolicyForm } from '#contracts/schemas/policy.ts';
import { countRunning, insertPolicyVersion, policyVersions } from '#db/office/policy-versions.ts';
import { inTransaction } from '#db/transaction.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import { changesOf, type TermName } from '#domain/policy/terms.ts';
import { policyAt, standings } from '#domain/policy/versions.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { auditOnce } from '../office/audit.ts';
import { firstPolicy } from '../policy-in-force.ts';
import { findVersions, listVersions, sendVersions } from './versions.ts';

export type PolicyServices = ReturnType<typeof createPolicyServices>;

/** The durations of new dossiers as they stand: in force, and to come. */
export type PolicyFacts = {
  inForce: Policy;
  next: { policy: Policy; fromDay: string } | null;
  /** Number of the last version: what a form of this page has seen. */
  seen: number;
  today: string;
};

/** What a version that is being written would change, and for whom. */
export type Comparison = PolicyFacts & {
  changes: TermName[];
  /** Dossiers under way, which keep theirs; `most` when there are that many or more. */
  running: number;
  most: number;
};

type Deps = Pick<ServiceDeps, 'db' | 'orm' | 'env' | 'now' | 'limits'>;

const mostCounted = 10_000;

/** Durations of new dossiers: read, compared and replaced by officers (T-08, A-06). */
export function createPolicyServices(deps: ServiceDeps) {
  return {
    ...bind(deps, { facts, compare, setNext }),
    ...bind(
      { ...deps, cursors: createCursors(deps.env.secrets) },
      { versions: listVersions, findVersions, sendVersions },
    ),
  };
}

async function facts({ db, env, now }: Pick<Deps, 'db' | 'env' | 'now'>): Promise<PolicyFacts> {
  const at = now().toISOString();
  const first = firstPolicy(env);
  const rows = standings(await policyVersions(db), at);
  const next = rows.find(({ standing }) => standing === 'coming');
  return {
    inForce: policyAt(first, rows, at),
    next: next ? { policy: next.policy, fromDay: next.fromDay } : null,
    seen: rows.at(-1)?.number ?? 1,
    today: todayInQuebec(at),
  };
}

/** What the next version would change of the one in force. @throws AppError as {@link demandFit}. */
async function compare(deps: Pick<Deps, 'db' | 'env' | 'now'>, form: PolicyForm): Promise<Comparison> {
  const [known, running] = await Promise.all([facts(deps), countRunning(deps.db, mostCounted)]);
  demandFit(known, form);
  return { ...known, changes: changesOf(known.inForce, form.policy), running, most: mostCounted };
}

/**
 * Makes the next version, in the place of one that has not come into force yet.
 *
 * @returns `unchanged` when it says what is in force: the one that was to come is undone.
 * @throws AppError `policy.changed` when another officer wrote one since the page was shown, and as {@link demandFit}.
 */
async function setNext(
  deps: Deps,
  officer: CurrentUser,
  { form, key }: { form: PolicyForm; key: string },
): Promise<'changed' | 'unchanged'> {
  await deps.limits.count('acts', `${officer.id} policy`);
  const { policy, day: fromDay, seen } = form;
  await inTransaction(deps, async ({ db }) => {
    const act = { actorId: officer.id, action: 'office.policy_set', subject: fromDay, key, values: form };
    if (!(await auditOnce(db, act))) return;
    demandFit(await facts({ ...deps, db }), form);
    const row = { policy: { ...policy, version: `${fromDay}.${seen + 1}` }, fromDay, seen };
    const setAt = deps.now().toISOString();
    if (!(await insertPolicyVersion(db, { ...row, setBy: officer.id, setAt }))) throw new AppError('policy.changed');
  });
  return changesOf((await facts(deps)).inForce, policy).length === 0 ? 'unchanged' : 'changed';
}

/**
 * @throws AppError `policy.changed` when there is a later version than the form has seen; `policy.day_past` for a day that has begun, `policy.day_far` for one
 *   more than a year ahead; `policy.same` when it says what is in force already, and nothing else is to come.
 */
function demandFit({ inForce, next, seen, today }: PolicyFacts, form: PolicyForm): void {
  if (form.seen !== seen) throw new AppError('policy.changed');
  if (form.day <= today) throw new AppError('policy.day_past');
  if (form.day > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`) throw new AppError('policy.day_far');
  if (!next && changesOf(inForce, form.policy).length === 0) throw new AppError('policy.same');
}
