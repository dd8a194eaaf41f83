import { createHash } from 'node:crypto';
import { inOrder } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { recordAct } from '#db/audit/record-act.ts';
import type { Database } from '#db/database.ts';
import { tell } from '#web/server/security-log/index.ts';

/** What an officer does: who (null for the person who installs the platform), what, on which row, under which form's key, with what the form says. */
export type OfficerAct = {
  actorId: string | null;
  action: string;
  subject: string;
  key: string;
  /** What the form says, beyond the act and its subject. */
  values?: Record<string, unknown>;
};

/**
 * Records an act once; the caller performs it in the same transaction, and only when this is true.
 *
 * @returns false when this key was recorded before for the same act with the same values: the form came twice, and the act is already done.
 * @throws AppError `form.used` when it was for another act, or other values.
 */
export async function auditOnce(db: Database, act: OfficerAct): Promise<boolean> {
  const { actorId, action, subject, key, values = {} } = act;
  // Values name people: what is written down tells only whether others are the same.
  const digest = createHash('sha256').update(inOrder({ action, subject, values })).digest('hex');
  const first = await recordAct(db, { actorId, action, subject, key, digest });
  if (!first) {
    tell('office.acted', { action, subject });
    return true;
  }
  const same = first.digest ? first.digest === digest : first.action === action && first.subject === subject;
  if (!same) throw new AppError('form.used');
  return false;
}
