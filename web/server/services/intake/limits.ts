import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#contracts/errors.ts';
import type { ServiceDeps } from '../deps.ts';

/** How often codes and keys may be tried: by a person, and from an address (which a household or an office may share). */
export const tries = { person: 10, address: 50, seconds: 15 * 60 } as const;

export type AttemptLimits = {
  /** Counts one try of an access code or a validation key. @throws AppError `rate.limited` past the limit. */
  codes(userId: string, ip: string): Promise<void>;
};

/** Counters kept in PostgreSQL, so that they survive a restart and hold across processes. */
export function createAttemptLimits({ pool }: Pick<ServiceDeps, 'pool'>): AttemptLimits {
  const counter = (keyPrefix: string, points: number) =>
    new Promise<RateLimiterPostgres>((resolve, reject) => {
      const limiter: RateLimiterPostgres = new RateLimiterPostgres(
        { storeClient: pool, storeType: 'pool', tableName: 'rate_limit', keyPrefix, points, duration: tries.seconds },
        (error) => (error ? reject(error) : resolve(limiter)),
      );
    });
  let ready: Promise<[RateLimiterPostgres, RateLimiterPostgres]> | null = null;
  const counters = () => {
    ready ??= Promise.all([counter('code-person', tries.person), counter('code-address', tries.address)]);
    // A database that was away when first asked must not be remembered as away.
    ready.catch(() => (ready = null));
    return ready;
  };
  return {
    async codes(userId, ip) {
      const [byPerson, byAddress] = await counters();
      try {
        await byPerson.consume(userId);
        if (ip) await byAddress.consume(ip);
      } catch (refused) {
        if (refused instanceof RateLimiterRes) throw new AppError('rate.limited');
        throw refused;
      }
    },
  };
}
