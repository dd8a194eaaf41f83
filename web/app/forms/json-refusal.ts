import { httpStatusOf } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';

/** A refusal for a script: its code with its status. Anything else is rethrown. */
export function jsonRefusal(error: unknown): Response {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  return Response.json({ code: refusal.code }, { status: httpStatusOf(refusal.code) });
}
