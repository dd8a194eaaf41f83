import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';

type Accounts = AppLoadContext['services']['accounts'];
type Factors = Awaited<ReturnType<Accounts['factors']>>;

/** A person's factors, with their dates in words. */
export function presentFactors(reader: Reader, { authenticatorSince, passkeys, recoveryCodes }: Factors) {
  return {
    authenticatorSince: authenticatorSince && reader.shortDay(authenticatorSince),
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      since: reader.shortDay(createdAt),
      used: lastUsedAt && reader.shortDateTime(lastUsedAt),
    })),
    recoveryCodes,
    any: authenticatorSince !== null || passkeys.length > 0,
  };
}
