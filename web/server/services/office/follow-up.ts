import { AppError } from '#contracts/errors.ts';
import type { AnswerForm, ContactForm, StepForm } from '#contracts/schemas/office-desk.ts';
import {
  insertContact,
  officeContacts,
  officeStep,
  putStep,
  removeStep,
  type ContactRow,
  type StepRow,
} from '#db/office/contacts.ts';
import type { Database } from '#db/database.ts';
import { dossierEvents } from '#db/dossiers/history.ts';
import { inTransaction } from '#db/transaction.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { fittingLetters, type FittingLetter } from '#domain/dossier/letters.ts';
import { turn } from '#domain/dossier/turn.ts';
import type { ContactWay, MediationReport, Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { isRunning } from '#domain/dossier/state/statuses.ts';
import { canKnow } from '#domain/visibility/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';
import { auditOnce } from './audit.ts';
import { peopleToReach, type Reachable } from './reach.ts';
import { orGone } from './or-gone.ts';

export type { ContactRow };

/** What was sent to whoever is awaited, from the journal: the platform's reminders (null `side` and `way`: to whoever was awaited), what the Office did. */
export type Reminder = { at: string; side: Side | null; way: ContactWay | 'nudged' | null };

/** What an officer reads before calling: whose turn, since when, what was done; never what is said. */
export type FollowUp = {
  id: string;
  number: string;
  status: Status;
  running: boolean;
  turn: TurnHolder;
  /** Letters that fit it now. */
  letters: FittingLetter[];
  /** Whom to call or write to. */
  people: Reachable[];
  since: string | null;
  now: string;
  today: string;
  merchantName: string;
  reminders: Reminder[];
  /** What the mediator told or asked and the Office has not answered, oldest first (F-130, F-136). */
  reports: MediationReport[];
  contacts: ContactRow[];
  /** Only so many notes are shown; null when these are all. */
  contactsCut: number | null;
  step: StepRow | null;
};

const maxContacts = 100;

/** @param asked.whole with all that was ever noted. @throws AppError `access.not_found`, `dossier.purged`. */
export async function followUp(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  officer: CurrentUser,
  { dossierId, whole = false }: { dossierId: string; whole?: boolean },
): Promise<FollowUp> {
  return followUpOf(deps, await loadDossier(deps, officer, dossierId), { whole });
}

/** The same of a dossier that the officer has opened. */
export async function followUpOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { whole }: { whole: boolean },
): Promise<FollowUp> {
  const { summaryRow, state, now } = opened;
  const dossierId = summaryRow.id;
  const [events, contacts, step] = await Promise.all([
    dossierEvents(deps.db, { dossierId, types: ['deadlinePassed', 'sideNudged', 'sideContacted'] }),
    officeContacts(deps.db, { dossierId, limit: whole ? null : maxContacts + 1 }),
    officeStep(deps.db, dossierId),
  ]);
  const { who, since } = turn(state, now);
  return {
    id: summaryRow.id,
    number: summaryRow.number,
    status: state.status,
    running: isRunning(state.status),
    turn: who,
    letters: fittingLetters(state, now),
    people: peopleToReach(opened),
    since,
    now,
    today: todayInQuebec(now),
    merchantName: summaryRow.merchant.name,
    reminders: events
      .filter(({ event }) => canKnow(state, opened, event))
      .flatMap(({ event }): Reminder[] => {
        if (event.type === 'sideNudged') return [{ at: event.at, side: event.side, way: 'nudged' }];
        if (event.type === 'sideContacted') return [{ at: event.at, side: event.side, way: event.way }];
        const reminds = event.type === 'deadlinePassed' && /^(turn|takeCharge)Reminder:/.test(event.kind);
        return reminds ? [{ at: event.at, side: null, way: null }] : [];
      }),
    reports: state.status === 'mediation' ? state.mediation.openReports : [],
    contacts: whole ? contacts : contacts.slice(0, maxContacts),
    contactsCut: !whole && contacts.length > maxContacts ? maxContacts : null,
    step,
  };
}

type Act<Form> = { dossierId: string; form: Form; key: string };

/**
 * Notes a call, a letter or anything else of a dossier (F-136). That a side was called or written to is a fact that both parties and the mediator read, and that
 * answers what the mediator asked about that side; what is noted of it stays with the Office.
 *
 * @throws AppError the rules' refusals, `engine.unavailable`: nothing is noted then.
 */
export async function noteContact(
  deps: Pick<ServiceDeps, 'db' | 'engine' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form, key }: Act<ContactForm>,
): Promise<void> {
  const { kind: way, side } = form;
  const { state } = await loadDossier(deps, officer, dossierId);
  // Sent again after the row could not be written, the command is the same and has no second effect.
  if (way !== 'note' && side !== null && side !== 'mediator' && isRunning(state.status)) {
    await deps.engine.command(dossierId, {
      key,
      command: { type: 'contactSide', side, way, by: { role: 'officer', userId: officer.id } },
    });
  }
  await recorded(deps, officer, {
    act: { action: 'office.contact_noted', subject: dossierId, key, values: form },
    write: (db) =>
      insertContact(db, { ...form, id: key, dossierId, authorId: officer.id, at: deps.now().toISOString() }),
  });
}

/**
 * Answers one report of the mediator (F-130, F-136), who is told. The others stay on the desk.
 *
 * @throws AppError `form.gone` when it is answered already, or the mediation is over; the rules' refusals.
 */
export async function answerReport(
  deps: Pick<ServiceDeps, 'db' | 'engine' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form: { report, answer }, key }: Act<AnswerForm>,
): Promise<void> {
  await loadDossier(deps, officer, dossierId);
  await orGone(['mediation.report_answered', 'dossier.closed'], () =>
    deps.engine.command(dossierId, {
      key,
      command: { type: 'answerReport', report, answer, by: { role: 'officer', userId: officer.id } },
    }),
  );
}

/**
 * What is to be done next, and when.
 *
 * @returns whether it comes to the desk on its day, or is there already.
 * @throws AppError `office.step_changed` when another officer wrote one meanwhile.
 */
export async function planStep(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form, key }: Act<StepForm>,
): Promise<'later' | 'now'> {
  const { seen, dueDay, what: body } = form;
  await recorded(deps, officer, {
    act: { action: 'office.step_planned', subject: dossierId, key, values: form },
    async write(db) {
      const at = deps.now().toISOString();
      const put = await putStep(db, { dueDay, body, dossierId, setBy: officer.id, seen, at });
      if (!put) throw new AppError('office.step_changed');
    },
  });
  return dueDay <= todayInQuebec(deps.now().toISOString()) ? 'now' : 'later';
}

/** The step is done. @throws as {@link planStep}. */
export function finishStep(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form: { seen }, key }: Act<{ seen: number }>,
): Promise<void> {
  return recorded(deps, officer, {
    act: { action: 'office.step_done', subject: dossierId, key, values: { seen } },
    async write(db) {
      if (!(await removeStep(db, { dossierId, seen }))) throw new AppError('office.step_changed');
    },
  });
}

type Recorded = {
  act: { action: string; subject: string; key: string; values: Record<string, unknown> };
  write(db: Database): Promise<void>;
};

/** The row and the audit in one transaction, once for each key, of a dossier that the officer may open. */
async function recorded(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { act, write }: Recorded,
): Promise<void> {
  await loadDossier(deps, officer, act.subject);
  await deps.limits.count('acts', `${officer.id} ${act.subject}`);
  await inTransaction(deps, async ({ db }) => {
    if (await auditOnce(db, { actorId: officer.id, ...act })) await write(db);
  });
}
