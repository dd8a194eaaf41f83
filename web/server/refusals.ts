import { platformErrorCodes, type PlatformErrorCode } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { propertyOf } from '#contracts/unknown-values.ts';
import { isOneOf } from '#domain/known-values.ts';

/** The code of a fault outside of the pages: its own when it has one, otherwise that the service is unavailable or failed. */
export function refusalFor(error: unknown): PlatformErrorCode {
  const code = refusalOf(error)?.code;
  if (isOneOf(platformErrorCodes, code)) return code;
  return isDatabaseAway(error) ? 'platform.unavailable' : 'platform.unexpected';
}

const networkFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE', 'EHOSTUNREACH']);

/** PostgreSQL cannot be reached, is starting or is stopping (SQLSTATE classes 08, 53 and 57P). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = propertyOf(error, 'code');
  if (typeof code === 'string') return networkFaults.has(code) || /^(08|53|57P)/.test(code);
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /timeout exceeded when trying to connect|Connection terminated/i.test(error.message);
}

/**
 * The fault behind what a page failed with; null when the sender caused it: an address without a page, a form sent where none is received. Known by
 * shape, like refusals.
 */
export function faultBehind(error: unknown): unknown {
  const status = propertyOf(error, 'status');
  if (typeof status !== 'number' || typeof propertyOf(error, 'internal') !== 'boolean') return error;
  return status >= 500 ? (propertyOf(error, 'error') ?? error) : null;
}
