import { refusalOf } from '#contracts/refusal.ts';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { absencesByMediator } from '#db/absences/absences.ts';
import {
  activeMediators,
  dossierNumbers,
  dossiersToHandOver,
  earlierWith,
  mediatorRow,
} from '#db/directory/mediators.ts';
import { idOf } from '#db/key-id.ts';
import { absenceInTheWay, type Absence } from '#domain/absence/absence.ts';
import { suggestEach } from '#domain/assignment/suggestion.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { mayBeNamed } from '#domain/dossier/state/parties.ts';
import { isUuid } from '#contracts/ids.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { assignMediator } from './assignment.ts';

/** Somebody who could take a dossier over. */
export type Taker = {
  id: string;
  name: string;
  language: 'fr' | 'en';
  load: number;
  earlier: number;
  away: Absence | null;
};

/** A dossier that its mediator leaves, with who could take it, in the order of their names, and who is suggested. */
type ToHandOver = {
  id: string;
  number: string;
  merchantName: string;
  problemKind: string;
  language: 'fr' | 'en';
  target: string | null;
  takers: Taker[];
  suggested: string | null;
};

export type HandOver = {
  mediator: { id: string; name: string };
  /** Of this person, coming or under way. */
  absences: Absence[];
  /** {@link mostAtOnce} at most, by number. */
  dossiers: ToHandOver[];
  /** How many are under way with this person. */
  count: number;
};

/** As many dossiers as one page hands over; the others come when these are gone. */
const mostAtOnce = 50;

/** The mediations that a mediator has under way, each with a suggestion (F-121). @throws AppError `access.not_found`. */
export async function handOver({ db, now }: Pick<ServiceDeps, 'db' | 'now'>, mediatorId: string): Promise<HandOver> {
  const mediator = isUuid(mediatorId) ? await mediatorRow(db, mediatorId) : undefined;
  if (!mediator) throw new AppError('access.not_found');
  const today = todayInQuebec(now().toISOString());
  const rows = await dossiersToHandOver(db, { mediatorId, limit: mostAtOnce });
  const [others, earlier, absences] = await Promise.all([
    activeMediators(db),
    earlierWith(db, [...new Set(rows.map(({ merchantId }) => merchantId))]),
    absencesByMediator(db, today),
  ]);
  const dossiers = rows.map(({ state, merchantId, ...row }) => ({
    ...row,
    target: state.mediation?.target ?? null,
    takers: others
      .filter(({ id }) => id !== mediatorId && mayBeNamed(state, id))
      .map(({ id, name, language, mediations }) => ({
        id,
        name,
        language,
        load: mediations,
        earlier: (earlier.get(`${id} ${merchantId}`) ?? 0) - Number(state.mediation?.ledBy.includes(id) ?? false),
        away: absenceInTheWay(absences.get(id) ?? [], today),
      })),
  }));
  const suggestions = suggestEach(dossiers.map(({ takers: candidates, ...each }) => ({ ...each, candidates })));
  return {
    mediator: { id: mediatorId, name: mediator.name },
    absences: absences.get(mediatorId) ?? [],
    dossiers: dossiers.map((each) => ({ ...each, suggested: suggestions.get(each.id) ?? null })),
    count: mediator.mediations,
  };
}

/** What came of one dossier: `name` has it now, or why not. */
export type HandedOver = { dossierId: string; number: string; name: string; refused: ErrorCode | null };

/**
 * Gives dossiers of a mediator to others, one after the other (F-121). Each is an act of its own under a key of the form's: the form sent twice is one act
 * for each dossier, and what one refuses does not hold up the others.
 *
 * @throws what is no refusal of a dossier: the engine or the database away.
 */
export async function handOverAll(
  deps: Pick<ServiceDeps, 'db' | 'now' | 'engine'>,
  officer: CurrentUser,
  { mediatorId, to, key }: { mediatorId: string; to: { dossierId: string; mediatorId: string }[]; key: string },
): Promise<HandedOver[]> {
  const given = to.slice(0, mostAtOnce);
  const [numbers, names] = await Promise.all([
    dossierNumbers(
      deps.db,
      given.map(({ dossierId }) => dossierId),
    ),
    activeMediators(deps.db),
  ]);
  const results: HandedOver[] = [];
  for (const each of given) {
    let refused: ErrorCode | null = null;
    try {
      await assignMediator(deps, officer, {
        ...each,
        replaces: mediatorId,
        key: idOf('hand-over', key, each.dossierId),
      });
      refused = await changedSince(deps, each);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      refused = refusal.code;
    }
    results.push({
      dossierId: each.dossierId,
      number: numbers.get(each.dossierId) ?? '',
      name: names.find(({ id }) => id === each.mediatorId)?.name ?? '',
      refused,
    });
  }
  return results;
}

/** Of a form that is sent again: why a dossier is not, or no longer, with the person whom it was given to; null while it is. */
async function changedSince(
  { engine }: Pick<ServiceDeps, 'engine'>,
  { dossierId, mediatorId }: { dossierId: string; mediatorId: string },
): Promise<ErrorCode | null> {
  const leads = (await engine.state(dossierId))?.mediation?.mediatorId ?? null;
  if (leads === mediatorId) return null;
  return leads === null ? 'form.gone' : 'mediation.mediator_changed';
}
