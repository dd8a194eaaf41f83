import type { Translate } from '#content/texts/index.ts';
import { httpStatusOf } from '#contracts/errors.ts';
import { refusalOf, secondsToWait } from '#contracts/refusal.ts';

/** A refusal for a script: its code and its sentence, with its status. Anything else is rethrown. */
export function jsonRefusal(error: unknown, t: Translate): Response {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  const { code, params } = refusal;
  const seconds = secondsToWait(refusal);
  const headers: HeadersInit = seconds === null ? {} : { 'Retry-After': String(seconds) };
  return Response.json({ code, sentence: t(`errors:${code}`, params) }, { status: httpStatusOf(code), headers });
}
