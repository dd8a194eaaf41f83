import { AppError } from '#contracts/errors.ts';
import type { ContactForm, StepForm } from '#contracts/schemas/office-desk.ts';
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
import { turn } from '#domain/dossier/turn.ts';
import type { Dossier, MediationReport, Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { isRunning } from '#domain/dossier/state/statuses.ts';
import { canKnow } from '#domain/visibility/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier } from '../dossier/open-dossier/load-dossier.ts';
import { auditOnce } from './audit.ts';
import { awaitedSides } from './letter.ts';

export type { ContactRow };

/** What was sent to whoever is awaited, from the journal: the platform's reminders (`side` null: to whoever was awaited), the Office's nudges. */
export type Reminder = { at: string; by: 'platform' | 'office'; side: Side | null };

/** What an officer reads before calling: whose turn, since when, what was done; never what is said. */
export type FollowUp = {
  id: string;
  number: string;
  status: Status;
  running: boolean;
  turn: TurnHolder;
  /** Sides that may be written to. */
  awaited: Side[];
  since: string | null;
  now: string;
  today: string;
  merchantName: string;
  reminders: Reminder[];
  /** The mediator's last news (F-130). */
  report: MediationReport | null;
  contacts: ContactRow[];
  step: StepRow | null;
};

const maxContacts = 200;

/** @throws AppError `access.not_found`, `dossier.purged`. */
export async function followUp(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  officer: CurrentUser,
  dossierId: string,
): Promise<FollowUp> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { summaryRow, state, now } = opened;
  const [events, contacts, step] = await Promise.all([
    dossierEvents(deps.db, { dossierId, types: ['deadlinePassed', 'sideNudged'] }),
    officeContacts(deps.db, { dossierId, limit: maxContacts }),
    officeStep(deps.db, dossierId),
  ]);
  const { who, since } = turn(state, now);
  return {
    id: summaryRow.id,
    number: summaryRow.number,
    status: state.status,
    running: isRunning(state.status),
    turn: who,
    awaited: awaitedSides({ status: state.status, turn: who }),
    since,
    now,
    today: todayInQuebec(now),
    merchantName: summaryRow.merchant.name,
    reminders: events
      .filter(({ event }) => canKnow(state, opened, event))
      .flatMap(({ event }): Reminder[] => {
        if (event.type === 'sideNudged') return [{ at: event.at, by: 'office', side: event.side }];
        const reminds = event.type === 'deadlinePassed' && /^(turn|takeCharge)Reminder:/.test(event.kind);
        return reminds ? [{ at: event.at, by: 'platform', side: null }] : [];
      }),
    report: state.mediation?.lastReport ?? null,
    contacts,
    step,
  };
}

type Act<Form> = { dossierId: string; form: Form; key: string };

/** Notes a call, a letter or anything else of a dossier (F-136). */
export function noteContact(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form, key }: Act<ContactForm>,
): Promise<void> {
  return recorded(deps, officer, {
    act: { action: 'office.contact_noted', subject: dossierId, key, values: form },
    write: (db) =>
      insertContact(db, { ...form, id: key, dossierId, authorId: officer.id, at: deps.now().toISOString() }),
  });
}

/** The mediator's last news were read (F-130). @throws AppError `form.gone` when the mediator has told others since: nobody's news leave the desk unread. */
export function noteNewsSeen(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { dossierId, form: { report }, key }: Act<{ report: string }>,
): Promise<void> {
  return recorded(deps, officer, {
    act: { action: 'office.contact_noted', subject: dossierId, key, values: { kind: 'seen', report } },
    async write(db, { mediation }) {
      if (mediation?.lastReport?.at !== report) throw new AppError('form.gone');
      const seen = { kind: 'seen', side: null, body: '' } as const;
      await insertContact(db, { ...seen, id: key, dossierId, authorId: officer.id, at: deps.now().toISOString() });
    },
  });
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
  write(db: Database, state: Dossier): Promise<void>;
};

/** The row and the audit in one transaction, once for each key, of a dossier that the officer may open. */
async function recorded(
  deps: Pick<ServiceDeps, 'db' | 'limits' | 'now'>,
  officer: CurrentUser,
  { act, write }: Recorded,
): Promise<void> {
  const { state } = await loadDossier(deps, officer, act.subject);
  await deps.limits.count('acts', `${officer.id} ${act.subject}`);
  await inTransaction(deps, async ({ db }) => {
    if (await auditOnce(db, { actorId: officer.id, ...act })) await write(db, state);
  });
}
