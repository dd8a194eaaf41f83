import type { Database } from '#db/database.ts';
import type { Limits } from '../limits/index.ts';
import type { Sessions } from './sessions.ts';

/** What the account services share. */
export type AccountDeps = {
  db: Database;
  now: () => Date;
  /** Keys the hashes of codes. */
  pepper: string;
  limits: Limits;
  sessions: Sessions;
};
