import { AppError } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { MemberAbsenceForm } from '#contracts/schemas/queue.ts';
import type { Database } from '#db/database.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { addressesOf } from '#db/queue/colleagues.ts';
import {
  cancelMemberAbsence,
  insertMemberAbsence,
  lockCompany,
  memberAbsences,
  type MemberAbsenceRow,
} from '#db/queue/absences.ts';
import { colleaguesIn, type Colleague } from '#db/queue/colleagues.ts';
import { inTransaction } from '#db/transaction.ts';
import { endOfDay, todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { AccountMailTemplate } from '#domain/mail/templates.ts';
import { mayDeclare, standInProblem } from '#domain/queue/stand-in.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { auditOnce } from '../office/audit.ts';
import { readerOf } from './types.ts';

type Deps = Pick<ServiceDeps, 'db' | 'limits' | 'now'>;

export type CompanyAbsences = {
  /**
   * Of people of the reader's companies, coming or under way, first to last. `mayCancel`: it is the reader's, or the reader is the respondent; `substituteHere`:
   * whoever stands in is of the company still.
   */
  absences: (MemberAbsenceRow & { now: boolean; mayCancel: boolean; substituteHere: boolean })[];
  /** Whose absence the reader may declare. */
  absent: Colleague[];
  /** Who may stand in. */
  substitutes: Colleague[];
};

const dayOf = ({ now }: Pick<Deps, 'now'>): string => todayInQuebec(now().toISOString());

/** Who is away in the reader's companies, and who stands in (B-09). */
export async function companyAbsences(deps: Deps, user: CurrentUser): Promise<CompanyAbsences> {
  const { merchantIds } = readerOf(user);
  const today = dayOf(deps);
  const [rows, members] = await Promise.all([
    memberAbsences(deps.db, merchantIds, today),
    colleaguesIn(deps.db, merchantIds),
  ]);
  const member = (id: string, merchantId: string) =>
    members.find((each) => each.id === id && each.merchantId === merchantId);
  const me = (merchantId: string) => member(user.id, merchantId);
  return {
    // Whoever has left the company is not away from it.
    absences: rows
      .filter(({ userId, merchantId }) => member(userId, merchantId))
      .map((row) => ({
        ...row,
        now: row.firstDay <= today,
        mayCancel: mayDeclare(me(row.merchantId), row),
        substituteHere: member(row.substituteId, row.merchantId) !== undefined,
      })),
    absent: members.filter(({ id, merchantId }) => mayDeclare(me(merchantId), { userId: id, merchantId })),
    substitutes: members,
  };
}

/**
 * Says that somebody of a company is away, and who stands in (B-09); the substitute is told by mail, and so is who is away when somebody else says it.
 *
 * @throws AppError the rule's code, `rate.acts`.
 */
export async function declareAbsence(
  deps: Deps,
  user: CurrentUser,
  { form, key }: { form: MemberAbsenceForm; key: string },
): Promise<void> {
  const { absent, substitute, firstDay, lastDay } = form;
  const asked = { ...absent, substituteId: substitute, firstDay, lastDay };
  await deps.limits.count('acts', `${user.id} absences`);
  await inTransaction(deps, async ({ db }) => {
    await lockCompany(db, asked.merchantId);
    if (!(await auditOnce(db, { actorId: user.id, action: 'stand_in.declared', subject: key, key, values: asked })))
      return;
    const { merchantIds } = readerOf(user);
    const today = dayOf(deps);
    const [others, members] = [await memberAbsences(db, merchantIds, today), await colleaguesIn(db, merchantIds)];
    const problem = standInProblem(asked, { by: user.id, members, others, today });
    if (problem) throw new AppError(problem);
    await insertMemberAbsence(db, { ...asked, id: key, declaredBy: user.id, at: deps.now().toISOString() });
    await tellOf(db, asked, { template: 'stand-in-declared', key, by: user.id });
  });
}

/** Who is told of an absence that is cancelled: nobody, who was to stand in, who was to be away, or both. */
type CancelTold = 'nobody' | 'substitute' | 'absent' | 'both';

/**
 * The person is there after all, from now on.
 *
 * @returns who is told by mail; nobody when the form comes twice.
 * @throws AppError `absence.over` when there is none that the reader may cancel.
 */
export async function cancelStandIn(
  deps: Deps,
  user: CurrentUser,
  { absenceId, key }: { absenceId: string; key: string },
): Promise<CancelTold> {
  await deps.limits.count('acts', `${user.id} absences`);
  return inTransaction(deps, async ({ db }): Promise<CancelTold> => {
    if (!(await auditOnce(db, { actorId: user.id, action: 'stand_in.cancelled', subject: absenceId, key })))
      return 'nobody';
    const { absences } = await companyAbsences({ ...deps, db }, user);
    const found = absences.find(({ id, mayCancel }) => id === absenceId && mayCancel);
    const cancelled = found && (await cancelMemberAbsence(db, { id: absenceId, at: deps.now().toISOString() }));
    if (!cancelled) throw new AppError('absence.over');
    const told = await tellOf(db, found, { template: 'stand-in-cancelled', key, by: user.id });
    if (told.includes(found.substituteId)) return told.includes(found.userId) ? 'both' : 'substitute';
    return told.includes(found.userId) ? 'absent' : 'nobody';
  });
}

type Told = { template: AccountMailTemplate; key: string; by: string };

/** Who stands in, and who is away, but for the person who said it. @returns the ids of those who are told. */
async function tellOf(
  db: Database,
  absence: Pick<MemberAbsenceRow, 'userId' | 'substituteId' | 'merchantId' | 'firstDay' | 'lastDay'>,
  { template, key, by }: Told,
): Promise<string[]> {
  const { userId, substituteId, merchantId, firstDay, lastDay } = absence;
  const people = await addressesOf(db, { merchantId, userIds: [userId, substituteId] });
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? '';
  const told = people.filter(({ id }) => id !== by);
  for (const person of told) {
    await enqueueMail(db, {
      dedupeKey: `${template}:${key}:${person.id}`,
      template,
      to: { address: person.email, name: person.name },
      language: person.language,
      recipientId: person.id,
      params: {
        merchantName: person.merchantName,
        absentName: nameOf(userId),
        substituteName: nameOf(substituteId),
        firstDay: endOfDay(firstDay) ?? '',
        lastDay: endOfDay(lastDay) ?? '',
        path: href(pages.queue.absences),
      },
      dossierId: null,
    });
  }
  return told.map(({ id }) => id);
}
