import { httpStatusOf, type ErrorCode } from '#contracts/errors.ts';

/** A refusal (`AppError`, `DomainError`, from either copy of the code) for a script: its code with its status. Anything else goes on up. */
export function jsonRefusal(error: unknown): Response {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (!code || !(error instanceof Error) || !/^(App|Domain)Error$/.test(error.name)) throw error;
  return Response.json({ code }, { status: httpStatusOf(code as ErrorCode) });
}
