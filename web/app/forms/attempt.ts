import { httpStatusOf } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { replyWith } from './read-form.ts';

/**
 * Runs what a form asks. A refusal (`AppError`, `DomainError`, from either copy of the code) comes back as the form with what was typed and the
 * refusal's sentence; anything else is rethrown.
 *
 * @example const form = await readForm(request, schema); if (!form.ok) return form.reply; return attempt(form.values, async () => { await
 *   context.services.accounts.saveProfile(user.id, form.value); context.announce('account:profile.saved'); return
 *   redirect(href(pages.accounts.profile), 303); });
 */
export async function attempt<T>(values: Record<string, unknown>, act: () => Promise<T>) {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return replyWith(values, { refusal, status: httpStatusOf(refusal.code) });
  }
}
