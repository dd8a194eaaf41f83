import type { Limits } from './index.ts';

/** Counts one attempt of an access code or a validation key (F-054, F-077). @throws AppError `rate.limited`. */
export async function countKey(limits: Limits, { userId, ip }: { userId: string; ip: string }): Promise<void> {
  await limits.count('keyAccount', userId);
  await limits.count('keyPlace', ip);
}
