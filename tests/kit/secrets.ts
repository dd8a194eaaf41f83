import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { openedParams } from '#db/outbox/enqueue-mail.ts';

/** `CODE_PEPPER` of the servers of tests. */
export const testPepper = 'pepper-of-the-test-suites-0123456789abcdef';

export const testSecrets = secretRing(testPepper);

/** A row of the outbox, as far as its parameters go. */
export type QueuedMail = { id: string; to: string; params: Record<string, string> };

/** What a queued mail tells its reader, codes and links included: the row's parameters, unsealed. */
export function toldBy(row: QueuedMail): Record<string, string> {
  const params = openedParams(testSecrets, { id: row.id, toAddress: row.to, params: row.params });
  if (!params) throw new Error('the parameters of this mail do not open');
  return params as Record<string, string>;
}
