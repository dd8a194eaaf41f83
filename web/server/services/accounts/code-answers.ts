import { AppError } from '#contracts/errors.ts';
import type { AccountDeps } from './deps.ts';
import { takeCode } from './one-time-codes.ts';
import type { Pending } from './pending.ts';

/**
 * Takes the code that a browser waits for: the person it was sent to. Counts and expiry are the same for an address without an account,
 * so that answers do not tell it apart.
 *
 * @throws AppError `auth.code_wrong`, `auth.code_expired`, `auth.too_many_attempts`.
 */
export async function takePendingCode(deps: AccountDeps, pending: Pending, code: string, ip: string): Promise<string> {
  await deps.limits.count('codePlace', ip);
  if (pending.until <= deps.now().getTime()) throw new AppError('auth.code_expired');
  try {
    await deps.limits.count('codeAnswers', pending.id);
  } catch (error) {
    if (error instanceof AppError) throw new AppError('auth.code_expired');
    throw error;
  }
  return takeCode(deps, pending.id, pending.purpose, code);
}
