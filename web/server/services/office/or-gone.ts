import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';

/**
 * Carries out an act that an officer's page offers only where it can be done. A refusal that it cannot be done any more is worded for the parties, who meet it on
 * pages of their own: the officer reads that the page has changed.
 *
 * @throws AppError `form.gone` for these codes, and whatever else the act throws.
 */
export async function orGone<Result>(codes: readonly ErrorCode[], act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal && codes.includes(refusal.code) ? new AppError('form.gone') : error;
  }
}
