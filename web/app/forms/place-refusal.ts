import { httpStatusOf, type ErrorCode } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { replyWith } from './read-form.ts';

/** Refusals of an address that serves already; they belong beside its field. */
export const refusalsOfEmail = [
  'account.of_consumer',
  'account.of_merchant',
  'account.of_mediator',
  'account.of_officer',
  'account.exists',
  'account.closed',
  'member.exists',
] as const satisfies ErrorCode[];

/** A NEQ that is enrolled already. */
export const refusalsOfNeq = ['merchant.exists'] as const satisfies ErrorCode[];

/**
 * Runs an act; a refusal that concerns one field comes back beside that field, with what was typed and the refusal's own status. Others are rethrown,
 * to `attempt`.
 *
 * @param fields the refusals that concern each field.
 */
export async function placeRefusal<T>(
  values: Record<string, unknown>,
  fields: Record<string, readonly ErrorCode[]>,
  act: () => Promise<T>,
) {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalOf(error);
    const field = refusal && Object.keys(fields).find((each) => fields[each]?.includes(refusal.code));
    if (!field) throw error;
    const errors = { [field]: { key: `errors:${refusal.code}`, params: wordsOf(refusal.params) } };
    return replyWith(values, { errors, status: httpStatusOf(refusal.code) });
  }
}

/** The parameters that a sentence can show. */
function wordsOf(params: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}
