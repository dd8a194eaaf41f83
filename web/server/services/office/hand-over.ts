import { AppError } from '#contracts/errors.ts';
import { absencesByMediator } from '#db/absences/absences.ts';
import {
  activeMediators,
  dossierNumbers,
  dossiersToHandOver,
  earlierWith,
  mediatorRow,
} from '#db/directory/mediators.ts';
import { idOf } from '#db/key-id.ts';
import { insertHandOver } from '#db/office/hand-overs.ts';
import { absenceInTheWay, type Absence } from '#domain/absence/absence.ts';
import { inField, suggestEach, type InField, type Suggestion } from '#domain/assignment/suggestion.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { mayBeNamed } from '#domain/dossier/state/parties.ts';
import { isUuid } from '#contracts/ids.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';

/** Somebody who could take a dossier over. */
export type Taker = {
  id: string;
  name: string;
  language: 'fr' | 'en';
  field: InField;
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
  suggested: Suggestion | null;
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
      .map(({ id, name, language, fields, mediations }) => ({
        id,
        name,
        language,
        field: inField(fields, row.problemKind),
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

/**
 * Writes down which dossiers of a mediator go to whom (F-121); `goOn` does it. The same form sent twice is the same hand-over.
 *
 * @returns its id.
 * @throws AppError `access.not_found`; `mediator.not_available` for somebody whose account is not active.
 */
export async function startHandOver(
  { db }: Pick<ServiceDeps, 'db'>,
  officer: CurrentUser,
  { mediatorId, to, key }: { mediatorId: string; to: { dossierId: string; mediatorId: string }[]; key: string },
): Promise<string> {
  if (!isUuid(mediatorId) || !(await mediatorRow(db, mediatorId))) throw new AppError('access.not_found');
  const chosen = to.slice(0, mostAtOnce).toSorted((one, other) => (one.dossierId < other.dossierId ? -1 : 1));
  const [numbers, active] = await Promise.all([
    dossierNumbers(
      db,
      chosen.map(({ dossierId }) => dossierId),
    ),
    activeMediators(db),
  ]);
  if (chosen.some((each) => !numbers.has(each.dossierId))) throw new AppError('access.not_found');
  if (chosen.some((each) => !active.some(({ id }) => id === each.mediatorId)))
    throw new AppError('mediator.not_available');
  const id = idOf('hand-over', officer.id, key, ...chosen.flatMap((each) => [each.dossierId, each.mediatorId]));
  const lines = chosen.map((each) => ({ dossierId: each.dossierId, toId: each.mediatorId }));
  await insertHandOver(db, { id, mediatorId, setBy: officer.id, lines });
  return id;
}
