import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { holdAccount } from '#db/accounts/people.ts';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import { nameMark, type PrintedName } from './record-mark.ts';
import type { AccountAct, DirectoryDeps } from './types.ts';

/**
 * The Office corrects the name of a merchant's member, or the name and accreditation of a mediator. What is already made keeps the name of its
 * day (ADR 8). Whose account it is, is for the caller to have asked.
 *
 * @param seen the mark of what the form was shown with.
 * @throws AppError `directory.changed` when it was changed meanwhile to something else than what is asked.
 */
export async function correctPerson(
  deps: DirectoryDeps,
  { actorId, userId, printed, seen, key = randomUUID() }: AccountAct & { printed: PrintedName; seen: string },
): Promise<void> {
  await inTransaction(deps, async ({ db, entities }) => {
    const act = { actorId, action: 'person.corrected', subject: userId, key, values: { printed } };
    if (!(await auditOnce(db, act))) return;
    await holdAccount(db, userId);
    const person = await entities.findOneOrFail(AppUser, userId);
    const present = nameMark('accreditation' in printed ? person : { ...person, accreditation: '' });
    if (present !== seen && present !== nameMark(printed)) throw new AppError('directory.changed');
    Object.assign(person, printed);
  });
}
