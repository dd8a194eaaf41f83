import { httpStatusOf, type ErrorCode } from '#contracts/errors.ts';
import { replyWith } from './read-form.ts';

/**
 * Runs what a form asks. A refusal (`AppError`, `DomainError`, from either copy of the code) comes back as the form with what was
 * typed and the refusal's sentence; anything else goes on up.
 *
 * @example
 * const form = await readForm(request, schema);
 * if (!form.ok) return form.reply;
 * return attempt(form.values, async () => {
 *   await context.services.accounts.saveProfile(user.id, form.value);
 *   context.announce('account:profile.saved');
 *   return redirect(href(pages.accounts.profile), 303);
 * });
 */
export async function attempt<T>(values: Record<string, unknown>, act: () => Promise<T>) {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    return replyWith(values, { refusal, status: httpStatusOf(refusal.code as ErrorCode) });
  }
}

function refusalIn(error: unknown): { code: string; params: Record<string, unknown> } | null {
  if (!(error instanceof Error) || (error.name !== 'AppError' && error.name !== 'DomainError')) return null;
  const { code, params } = error as { code?: unknown; params?: unknown };
  if (typeof code !== 'string') return null;
  return { code, params: params !== null && typeof params === 'object' ? (params as Record<string, unknown>) : {} };
}
