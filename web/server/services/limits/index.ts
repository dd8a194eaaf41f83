import { keysOf, recordOf } from '#domain/known-values.ts';
import { keyedHash, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#contracts/errors.ts';
import { tell } from '#web/server/security-log/index.ts';
import { placeOf } from '#web/server/http/network-place.ts';
import { rules, type LimitName } from './rules.ts';

export type Limits = ReturnType<typeof createLimits>;

/**
 * Counts under the rules of rules.ts, for the whole web process. Stored in PostgreSQL (a table of the migrations), so that they survive a restart and
 * hold for all processes; accounts and places are stored as keyed hashes only. A change of the secret begins every count again.
 */
export function createLimits({ pool, secrets: [present] }: { pool: Pool; secrets: SecretRing }) {
  const limiters = recordOf(
    keysOf(rules),
    (name) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: rules[name].points,
        duration: rules[name].seconds,
      }),
  );
  const keyOf = (name: LimitName, subject: string) =>
    keyedHash(present, 'limit', rules[name].of === 'place' ? placeOf(subject) : subject.toLowerCase()).toString(
      'base64url',
    );

  return {
    /**
     * Counts one.
     * @param subject of an account rule, an address or an id; of a place rule, the IP address that the request came from.
     * @throws AppError the rule's refusal, with the minutes to wait.
     */
    async count(name: LimitName, subject: string): Promise<void> {
      try {
        await limiters[name].consume(keyOf(name, subject));
      } catch (error) {
        throw error instanceof RateLimiterRes ? refusal({ name, subject }, error.msBeforeNext) : error;
      }
    },

    /** Refuses when the count is full, without adding to it. */
    async check(name: LimitName, subject: string): Promise<void> {
      const state = await limiters[name].get(keyOf(name, subject));
      if (state && state.consumedPoints >= rules[name].points) throw refusal({ name, subject }, state.msBeforeNext);
    },

    /** Starts the count again, after a success. */
    async reset(name: LimitName, subject: string): Promise<void> {
      await limiters[name].delete(keyOf(name, subject));
    },
  };
}

function refusal({ name, subject }: { name: LimitName; subject: string }, msBeforeNext: number): AppError {
  // A place is on every line.
  tell('limit.reached', { limit: name, subject: rules[name].of === 'place' ? null : subject });
  return new AppError(rules[name].refusal, { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) });
}
