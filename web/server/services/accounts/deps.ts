import type { Store } from '#db/transaction.ts';
import type { Limits } from '../limits/index.ts';
import type { Sessions } from './sessions.ts';

/** What the account services share. */
export type AccountDeps = Store & {
  now: () => Date;
  /** Keys the hashes of codes. */
  pepper: string;
  limits: Limits;
  sessions: Sessions;
};
