import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { idOf } from '#db/key-id.ts';
import { handOverRow, noteHandOverLine, type HandOverLineRow, type HandOverRow } from '#db/office/hand-overs.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier } from '../dossier/open-dossier/load-dossier.ts';
import { assignMediator } from './assignment.ts';

export type { HandOverRow };

type Deps = Pick<ServiceDeps, 'db' | 'now' | 'engine'>;

/** How long a step goes on before its page says how far it has come, in milliseconds. */
const stepMs = 1_500;

/** What must be waited for is no answer about a dossier: the others would wait as long, for nothing. */
const stops: readonly ErrorCode[] = ['engine.unavailable', 'rate.acts'];

/** Mediations that go from one person together, with what is done and what remains. @throws AppError `access.not_found`. */
export async function handOverProgress({ db }: Pick<Deps, 'db'>, id: string): Promise<HandOverRow> {
  const found = isUuid(id) ? await handOverRow(db, id) : undefined;
  if (!found) throw new AppError('access.not_found');
  return found;
}

/**
 * One step of it: gives the dossiers that remain to whom they go, or back to the Office's queue, one after the other, for a moment (F-020, F-121). Each is an act of its own under a key of
 * its line: whoever goes on, two officers at once and after a crash too, does each once. What one refuses does not hold up the others.
 *
 * @throws AppError `engine.unavailable` at the first dossier that the engine does not answer for, `rate.acts`: what is done stays done; `access.not_found`.
 */
export async function goOn(deps: Deps, officer: CurrentUser, id: string): Promise<void> {
  const given = await handOverProgress(deps, id);
  const until = performance.now() + stepMs;
  for (const line of given.lines.filter(({ done }) => !done)) {
    const refused = await outcomeOf(() =>
      line.to ? give(deps, officer, { given, line }) : release(deps, officer, { given, line }),
    );
    await noteHandOverLine(deps.db, { id, dossierId: line.dossierId, refused });
    if (performance.now() > until) return;
  }
}

type OneLine = { given: HandOverRow; line: HandOverLineRow };

async function outcomeOf(act: () => Promise<ErrorCode | null>): Promise<ErrorCode | null> {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || stops.includes(refusal.code)) throw error;
    return refusal.code;
  }
}

/** @returns why the dossier is not, or no longer, with the person whom it was given to; null while it is. */
async function give(deps: Deps, officer: CurrentUser, { given, line }: OneLine): Promise<ErrorCode | null> {
  const { dossierId, to } = line;
  if (!to) return 'form.gone';
  const key = idOf('hand-over', given.id, dossierId);
  await assignMediator(deps, officer, { dossierId, mediatorId: to.id, replaces: given.mediator.id, key });
  const leads = await mediatorOf(deps, dossierId);
  if (leads === to.id) return null;
  return leads === null ? 'form.gone' : 'mediation.mediator_changed';
}

/** @returns why the dossier is not in the Office's queue; null when it is, whoever put it there. An account that was opened again keeps what is left. */
async function release(deps: Deps, officer: CurrentUser, { given, line }: OneLine): Promise<ErrorCode | null> {
  const { dossierId } = line;
  const { state } = await loadDossier(deps, officer, dossierId);
  if (state.status === 'mediation' && state.mediation.mediatorId === null) return null;
  if (!given.mediator.closed) return 'form.gone';
  const mediatorId = given.mediator.id;
  await deps.engine.command(dossierId, {
    key: idOf('hand-over', given.id, dossierId),
    command: { type: 'releaseMediator', mediatorId, by: { role: 'officer', userId: officer.id } },
  });
  return null;
}

async function mediatorOf({ engine }: Pick<Deps, 'engine'>, dossierId: string): Promise<string | null> {
  return (await engine.state(dossierId))?.mediation?.mediatorId ?? null;
}
