import { randomUUID } from 'node:crypto';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import type { AccountAct, DirectoryDeps } from './types.ts';

/** What agreements and attestations print of a person. */
export type PrintedName = { firstName: string; lastName: string; accreditation?: string };

/**
 * The Office corrects the name of a merchant's member, or the name and accreditation of a mediator. What is already made keeps the name of its
 * day (ADR 8). Whose account it is, is for the caller to have asked.
 */
export async function correctPerson(
  deps: DirectoryDeps,
  { actorId, userId, printed, key = randomUUID() }: AccountAct & { printed: PrintedName },
): Promise<void> {
  await inTransaction(deps, async ({ db, entities }) => {
    const act = { actorId, action: 'person.corrected', subject: userId, key, values: { printed } };
    if (await auditOnce(db, act)) Object.assign(await entities.findOneOrFail(AppUser, userId), printed);
  });
}
