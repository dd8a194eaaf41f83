import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { Store } from '#db/transaction.ts';
import type { Limits } from '../limits/index.ts';
import type { Sessions } from './sessions.ts';

/** What the account services share. */
export type AccountDeps = Store & {
  now: () => Date;
  /** Key the hashes of codes, and seal those that wait to be mailed. */
  secrets: SecretRing;
  limits: Limits;
  sessions: Sessions;
};
