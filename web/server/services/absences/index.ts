import { AppError } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { AbsenceForm } from '#contracts/schemas/absence.ts';
import {
  absencesOf,
  absencesOverseen,
  cancelAbsence,
  insertAbsence,
  isAbsenceByName,
  isAbsenceOf,
  lockMediator,
  updateAbsence,
  type AbsenceRow,
  type OverseenAbsence,
  type OverseenAbsenceOrder,
} from '#db/absences/absences.ts';
import type { Database } from '#db/database.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { inTransaction } from '#db/transaction.ts';
import { absencesMeet, lateAfterChange, noticeOf, type Absence } from '#domain/absence/absence.ts';
import { endOfDay, todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { bind } from '../bind.ts';
import { createCursors, type Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, pageOf, type FileWords, type SearchAsked } from '../list-page.ts';
import { auditOnce } from '../office/audit.ts';

export type { AbsenceRow, OverseenAbsence, OverseenAbsenceOrder };

type Deps = Pick<ServiceDeps, 'db' | 'env' | 'limits' | 'now'>;
type ListDeps = Deps & { cursors: Cursors };

export type AbsenceServices = ReturnType<typeof createAbsenceServices>;

/** Absences of mediators: told, changed and cancelled by each, of which the Office is told by mail (F-137, T-06). */
export function createAbsenceServices(services: ServiceDeps) {
  const deps: ListDeps = { ...services, cursors: createCursors(services.env.secrets) };
  return bind(deps, { mine, one, announce, change, cancel, overseen, findOverseen, sendOverseen });
}

const dayOf = ({ now }: Pick<Deps, 'now'>): string => todayInQuebec(now().toISOString());

/** A mediator's own absences, from today on. */
function mine(deps: Deps, mediator: CurrentUser): Promise<AbsenceRow[]> {
  return absencesOf(deps.db, mediator.id, dayOf(deps));
}

/** One of them. @throws AppError `absence.over` for one that is over or cancelled, `access.not_found` for anything else. */
async function one(deps: Deps, mediator: CurrentUser, absenceId: string): Promise<AbsenceRow> {
  const found = (await mine(deps, mediator)).find(({ id }) => id === absenceId);
  if (found) return found;
  throw await refusalFor(deps.db, mediator, absenceId);
}

/** Why an absence is not among those that stand. */
async function refusalFor(db: Database, mediator: CurrentUser, absenceId: string): Promise<AppError> {
  const own = await isAbsenceOf(db, { id: absenceId, mediatorId: mediator.id });
  return new AppError(own ? 'absence.over' : 'access.not_found');
}

/** What the Office asks of them: `begun`, only those of today. */
export type OverseenAsked = { begun: boolean; order: OverseenAbsenceOrder };

type Overseen = { today: string; absences: OverseenAbsence[] };

/** What the Office sees of them, fifty a page. */
async function overseen(
  deps: ListDeps,
  { id }: Pick<CurrentUser, 'id'>,
  { after, ...asked }: OverseenAsked & { after: string | null },
): Promise<Overseen & { next: string | null }> {
  const today = dayOf(deps);
  const named = isAbsenceByName(asked.order);
  const { rows, next } = await pageOf(
    deps,
    { list: ['absences', id, asked.begun, asked.order], after, named },
    (part) => absencesOverseen(deps.db, { ...asked, words: null, today, ...part }),
  );
  return { today, absences: rows, next };
}

/** Those of mediators whose names, address of mail or accreditation hold the words, first to last. @throws AppError `rate.acts`. */
async function findOverseen(
  deps: ListDeps,
  officer: CurrentUser,
  asked: SearchAsked,
): Promise<Overseen & { next: string | null }> {
  const today = dayOf(deps);
  const { rows, next } = await foundPage(deps, officer, {
    ...asked,
    list: ['absences'],
    read: (part) => absencesOverseen(deps.db, { begun: false, words: asked.words, order: 'day', today, ...part }),
  });
  return { today, absences: rows, next };
}

/** The same as a file. @throws AppError `rate.acts`. */
function sendOverseen(
  deps: Deps,
  officer: CurrentUser,
  { words, ...asked }: OverseenAsked & { words: (given: Overseen) => ReturnType<FileWords<OverseenAbsence>> },
): Promise<Response> {
  const today = dayOf(deps);
  return fileOf(deps, officer, {
    read: (part) => absencesOverseen(deps.db, { ...asked, words: null, today, ...part }),
    words: (absences) => words({ today, absences }),
  });
}

/** What a form says, under its key: sent twice, it is one act. */
type Told<Form> = { form: Form; key: string };

/**
 * Tells the Office of an absence; a late one is taken as well.
 *
 * @returns whether it is a late one. @throws AppError `absence.past`, `absence.meets_other`, `rate.acts`.
 */
async function announce(deps: Deps, mediator: CurrentUser, { form, key }: Told<AbsenceForm>): Promise<boolean> {
  const today = dayOf(deps);
  const late = noticeOf(form, today) === 'late';
  await recorded(deps, mediator, {
    act: { action: 'absence.announced', subject: key, key, values: form },
    async write(db, at) {
      demandFree(form, { today, others: await absencesOf(db, mediator.id, today) });
      await insertAbsence(db, { ...form, id: key, mediatorId: mediator.id, late, at });
      return { template: late ? 'mediator-absence-late' : 'mediator-absence', absence: form };
    },
  });
  return late;
}

/** Other days for an absence. @throws AppError as {@link announce}; `absence.over` for one that is over or cancelled. */
async function change(
  deps: Deps,
  mediator: CurrentUser,
  { absenceId, form, key }: Told<AbsenceForm> & { absenceId: string },
): Promise<void> {
  const today = dayOf(deps);
  await recorded(deps, mediator, {
    act: { action: 'absence.changed', subject: absenceId, key, values: form },
    async write(db, at) {
      const absences = await absencesOf(db, mediator.id, today);
      const before = absences.find(({ id }) => id === absenceId);
      if (!before) throw await refusalFor(db, mediator, absenceId);
      demandFree(form, { today, others: absences.filter(({ id }) => id !== absenceId) });
      const late = lateAfterChange(before, form, today);
      await updateAbsence(db, { ...form, id: absenceId, late, at });
      return { template: late ? 'mediator-absence-late' : 'mediator-absence', absence: form };
    },
  });
}

/** The mediator will be there after all. @throws AppError `absence.over` for one that is over or cancelled. */
async function cancel(
  deps: Deps,
  mediator: CurrentUser,
  { absenceId, key }: { absenceId: string; key: string },
): Promise<void> {
  await recorded(deps, mediator, {
    act: { action: 'absence.cancelled', subject: absenceId, key },
    async write(db, at) {
      const before = (await absencesOf(db, mediator.id, dayOf(deps))).find(({ id }) => id === absenceId);
      if (!before) throw await refusalFor(db, mediator, absenceId);
      await cancelAbsence(db, { id: absenceId, at });
      return { template: 'mediator-absence-cancelled', absence: before };
    },
  });
}

type AbsenceAct = {
  act: { action: string; subject: string; key: string; values?: AbsenceForm };
  /** Writes the row, and says which mail the Office gets about which days. */
  write(db: Database, at: string): Promise<{ template: AccountMailTemplate; absence: Absence }>;
};

/** Row, audit and the Office's mail in one transaction, once for each key. */
async function recorded(deps: Deps, mediator: CurrentUser, { act, write }: AbsenceAct): Promise<void> {
  // Each is a mail to the Office.
  await deps.limits.count('acts', `${mediator.id} absences`);
  await inTransaction(deps, async ({ db }) => {
    await lockMediator(db, mediator.id);
    if (!(await auditOnce(db, { actorId: mediator.id, ...act }))) return;
    const { template, absence } = await write(db, deps.now().toISOString());
    await enqueueMail(db, {
      dedupeKey: `absence:${act.key}`,
      template,
      to: { address: deps.env.OFFICE_EMAIL, name: deps.env.OFFICE_NAME },
      // The Office's shared address is written to in French (activities/mail/audience.ts).
      language: 'fr',
      recipientId: null,
      params: {
        mediatorName: fullName(mediator),
        firstDay: endOfDay(absence.firstDay) ?? '',
        lastDay: endOfDay(absence.lastDay) ?? '',
        path: href(pages.office.absences),
      },
      dossierId: null,
    });
  });
}

function demandFree(form: AbsenceForm, { today, others }: { today: string; others: AbsenceRow[] }): void {
  if (form.lastDay < today) throw new AppError('absence.past');
  if (others.some((other) => absencesMeet(form, other))) throw new AppError('absence.meets_other');
}
