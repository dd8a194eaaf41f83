import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#contracts/errors.ts';
import { codeAttempts, codeMinutes } from './one-time-codes.ts';

/**
 * What slows guessing and flooding (ASVS 2.4.1, 6.3.1), documented in docs/security. `points` in `seconds`; kept in PostgreSQL, so that
 * they survive a restart and hold for all processes.
 */
const rules = {
  /** Wrong passwords for one address. */
  signInAccount: { points: 10, seconds: 15 * 60 },
  /** Wrong passwords from one place. */
  signInPlace: { points: 100, seconds: 15 * 60 },
  /** Codes sent to one address. */
  sendAccount: { points: 5, seconds: 60 * 60 },
  /** Codes asked from one place, and registrations. */
  sendPlace: { points: 60, seconds: 60 * 60 },
  /** Answers to one code (as many as its row allows), real or not. */
  codeAnswers: { points: codeAttempts, seconds: codeMinutes * 60 },
  /** Answers to codes and links from one place. */
  codePlace: { points: 60, seconds: 15 * 60 },
} as const;

export type LimitName = keyof typeof rules;
export type Limits = ReturnType<typeof createLimits>;

/** Subjects (addresses, places) are kept as keyed hashes only. */
export function createLimits(deps: { pool: Pool; pepper: string }) {
  const limiters = Object.fromEntries(
    Object.entries(rules).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterPostgres({
        storeClient: deps.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
      }),
    ]),
  ) as Record<LimitName, RateLimiterPostgres>;
  const subjectOf = (subject: string) =>
    createHmac('sha256', deps.pepper).update(`limit:${subject}`).digest('base64url');

  return {
    /**
     * Counts one.
     * @throws AppError `auth.too_many_attempts` with the minutes to wait.
     */
    async count(name: LimitName, subject: string): Promise<void> {
      try {
        await limiters[name].consume(subjectOf(subject));
      } catch (error) {
        throw asRefusal(error);
      }
    },

    /** Refuses when the count is full, without adding to it. */
    async check(name: LimitName, subject: string): Promise<void> {
      const state = await limiters[name].get(subjectOf(subject));
      if (state && state.consumedPoints >= rules[name].points) throw refusal(state.msBeforeNext);
    },

    /** Starts the count again, after a success. */
    async reset(name: LimitName, subject: string): Promise<void> {
      await limiters[name].delete(subjectOf(subject));
    },
  };
}

function asRefusal(error: unknown): unknown {
  return error instanceof RateLimiterRes ? refusal(error.msBeforeNext) : error;
}

function refusal(msBeforeNext: number): AppError {
  return new AppError('auth.too_many_attempts', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) });
}
