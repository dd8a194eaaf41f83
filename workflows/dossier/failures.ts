import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import { DomainError } from '#domain/dossier/errors.ts';

/** The journal did not answer in time; the command may be sent again under the same key. */
export const journalUnavailable = 'engine.unavailable';

/** The key of a form was used for another command. */
export const usedForAnother = 'form.used';

/** What a refused command throws: its code, and ids, numbers and instants only (the engine keeps failures in clear). */
export function refusal(code: string, params: Record<string, string | number | null> = {}): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: code, nonRetryable: true, details: [params] });
}

/**
 * The one translation of errors for handlers: a rule that refuses, or a journal that does, fails the command with its code and the workflow goes on.
 * Anything else is a defect: it is rethrown, so that the task fails and is retried until a corrected worker runs it.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return refusal(error.code, error.params);
  if (error instanceof ActivityFailure) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && cause.nonRetryable && cause.type) return refusal(cause.type);
    return refusal(journalUnavailable);
  }
  return error;
}

/** Code of a refusal made by {@link refusal}; null for anything else. */
export function refusalCode(error: unknown): string | null {
  return error instanceof ApplicationFailure && error.nonRetryable ? (error.type ?? null) : null;
}
