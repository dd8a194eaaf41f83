import { AppError } from '#contracts/errors.ts';
import { demonstrationPeople, demonstrationPerson, type DemonstrationPerson } from '#db/demonstration/people.ts';
import { tell } from '#web/server/security-log/index.ts';
import { bind } from './bind.ts';
import type { ServiceDeps } from './deps.ts';
import { desk } from './office/queues.ts';

export type { DemonstrationPerson };

export type DemonstrationServices = ReturnType<typeof createDemonstrationServices>;

/** Signing in to a demonstration by one click; where there is none, nothing of it exists (ADR 33). */
export function createDemonstrationServices(deps: ServiceDeps) {
  return bind(deps, { people, signIn });
}

type Deps = Pick<ServiceDeps, 'db' | 'env' | 'now'>;

/**
 * Everyone of the demonstration, those for whom most waits first; for an officer, what stands on the Office's desk.
 *
 * @throws AppError `access.not_found` where there is no demonstration.
 */
async function people(deps: Deps): Promise<DemonstrationPerson[]> {
  requireDemonstration(deps.env);
  const [everyone, { counts, locked }] = await Promise.all([demonstrationPeople(deps.db), desk(deps)]);
  const onDesk = Object.values(counts).reduce((sum, count) => sum + count, locked);
  return everyone.map((person) => (person.kind === 'officer' ? { ...person, waiting: onDesk } : person));
}

/**
 * Lets anybody in as someone of the demonstration. An account that is somebody's is never entered so, in a demonstration either.
 *
 * @throws AppError `access.not_found` where there is no demonstration, and for anyone who is not of it.
 */
async function signIn({ db, env }: Deps, userId: string) {
  requireDemonstration(env);
  const person = await demonstrationPerson(db, userId);
  if (!person) throw new AppError('access.not_found');
  tell('sign_in.accepted', { subject: userId });
  return person;
}

function requireDemonstration({ DEMO }: Pick<ServiceDeps['env'], 'DEMO'>): void {
  if (!DEMO) throw new AppError('access.not_found');
}
