import { isErrorCode, type ErrorCode } from './errors.ts';
import { isRecord, propertyOf } from './unknown-values.ts';

/** A refusal as it goes to a page: its code and what its sentence needs. */
export type Refusal = { code: ErrorCode; params: Record<string, unknown> };

/**
 * The refusal that an error is, or null for anything else (a Response, a fault). Known by shape and not by class: the bundle of pages has its
 * own copy of `AppError` and `DomainError`.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || (error.name !== 'AppError' && error.name !== 'DomainError')) return null;
  const [code, params] = [propertyOf(error, 'code'), propertyOf(error, 'params')];
  return isErrorCode(code) ? { code, params: isRecord(params) ? params : {} } : null;
}

/** Seconds until what was refused may be tried again (RFC 9110 §10.2.3), for a refusal that says it; null for the others. */
export function secondsToWait({ params }: Pick<Refusal, 'params'>): number | null {
  const { minutes } = params;
  return typeof minutes === 'number' ? minutes * 60 : null;
}
